/** An expected outcome: a value, or a refusal a person can do something about. Bugs are thrown instead. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** For tests and for places where a refusal would be a bug of the program itself. */
export function expectOk<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`expected a value, got the refusal ${JSON.stringify(result.error)}`);
  return result.value;
}
