const tooLate = (): DOMException => new DOMException('took too long', 'TimeoutError');

/**
 * Does something as long as it is wanted, and no longer than so many milliseconds. `AbortSignal.any` over
 * `AbortSignal.timeout` does not hold in Node 20: the timer is cleared away with unused memory and never fires.
 */
export async function withinMs<T>(
  ms: number,
  upTo: AbortSignal,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const follow = (): void => end.abort(upTo.reason);
  const late = setTimeout(() => end.abort(tooLate()), ms);
  upTo.addEventListener('abort', follow, { once: true });
  if (upTo.aborted) follow();
  try {
    return await act(end.signal);
  } finally {
    clearTimeout(late);
    upTo.removeEventListener('abort', follow);
  }
}
