/** What Chromium says when the disk, a virus scanner or its own recovery is in the way for a moment. */
const PASSING = new Set(['UnknownError', 'AbortError', 'InvalidStateError']);

const WAITS_MS = [200, 600, 1800];

/** The names of an error and of what it wraps: Dexie puts the one of IndexedDB inside its own. */
export function namesOf(error: unknown): readonly string[] {
  const names: string[] = [];
  for (let at = error; at instanceof Error && names.length < 5;) {
    names.push(at.name);
    at = (at as { inner?: unknown }).inner ?? at.cause;
  }
  return names;
}

const isPassing = (error: unknown): boolean => namesOf(error).some(name => PASSING.has(name));

/** Tries three times more when what went wrong may pass by itself. */
export async function openWithRetries<T>(
  open: () => Promise<T>,
  wait: (ms: number) => Promise<void>,
): Promise<T> {
  for (const ms of WAITS_MS) {
    try {
      return await open();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await wait(ms);
    }
  }
  return open();
}
