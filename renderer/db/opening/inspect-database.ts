/** Chromium's own member of the event: `none` or `total`. */
interface VersionChange extends IDBVersionChangeEvent {
  readonly dataLoss?: string;
}

export interface Inspection {
  /** There is no such database, or there is none any more. */
  readonly fresh: boolean;
  readonly dataLoss: boolean;
  /** As IndexedDB counts: ten times the version of the store. */
  readonly version: number;
}

/**
 * Looks whether the database exists before anything creates it.
 *
 * A damaged LevelDB makes Chromium delete every database of the origin and open an empty one as if nothing had
 * happened; only this event tells. It is undone here, so that looking leaves no trace.
 */
export function inspectDatabase(factory: IDBFactory, name: string): Promise<Inspection> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    let seen: Inspection = { fresh: false, dataLoss: false, version: 0 };
    request.onupgradeneeded = event => {
      const { oldVersion, dataLoss } = event as VersionChange;
      const isLoss = dataLoss !== undefined && dataLoss !== 'none';
      seen = { fresh: oldVersion === 0, dataLoss: isLoss, version: 0 };
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const { version } = request.result;
      request.result.close();
      resolve({ ...seen, version });
    };
    request.onerror = event => {
      // Firefox and the specification let an unhandled error bubble up to the window.
      event.preventDefault();
      if (seen.fresh) resolve(seen);
      else reject(request.error ?? new Error('the database cannot be opened'));
    };
  });
}
