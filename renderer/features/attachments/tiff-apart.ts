import { openPageReader, type PageReader } from '#renderer/features/scans/index.ts';

/** A page of A4 in colour at 600 dpi takes two seconds on an old PC. */
const MOST_MS = 30_000;

/** Reads a TIFF in a worker of its own that ends with it, after half a minute at the latest; null where it breaks. */
export async function withTiffReader<T>(
  signal: AbortSignal,
  read: (reader: Pick<PageReader, 'countTiff' | 'drawTiff'>) => Promise<T>,
): Promise<T | null> {
  if (signal.aborted) return null;
  const reader = openPageReader();
  const timer = setTimeout(reader.close, MOST_MS);
  signal.addEventListener('abort', reader.close);
  try {
    return await read(reader);
  } catch {
    return null; // Left, too slow, or broken inside: the window goes on.
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', reader.close);
    reader.close();
  }
}
