/** A range each: the database answers it with all of it at once, where `anyOf` walks from row to row. */
export const ofEach = async <T, Found>(
  values: readonly T[],
  foundBy: (value: T) => PromiseLike<readonly Found[]>,
): Promise<readonly Found[]> => (await Promise.all(values.map(foundBy))).flat();
