import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Placement } from '#shared/case/scan-filing.rules.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import { openPdf } from '#renderer/features/paper/index.ts';
import { filePage, outcomeOf, type FilingDesk, type FilingWords } from './filing.ts';
import { isPdf, pagesOf } from './reading/page-pictures.ts';
import { openPageReader, type PageReader } from './reading/page-reader.ts';
import type { Progressed, ScanLine, ScanOutcome } from './scan-line.types.ts';

export interface Filing {
  readonly lines: readonly ScanLine[];
  /** While files are being read. */
  readonly progress: Progressed | null;
  /** Files that were not read because somebody stopped. */
  readonly stopped: number;
  readonly add: (files: readonly File[]) => void;
  readonly cancel: () => void;
  /** Files a page on somebody's word. */
  readonly place: (id: number, placement: Placement, words: FilingWords) => Promise<void>;
  readonly drop: (id: number) => void;
  readonly clear: () => void;
}

interface Work {
  readonly stop: AbortController;
  readonly waiting: File[];
  total: number;
}

/** A file that cannot be opened is a line like any other, and the next one is read. */
async function readFile(
  file: File,
  reader: PageReader,
  signal: AbortSignal,
  filing: FilingDesk,
  tell: (line: Omit<ScanLine, 'id'>) => void,
): Promise<void> {
  let at: Pick<ScanLine, 'pageInFile'> = {};
  const say = (outcome: ScanOutcome, jpeg: ScanLine['jpeg'] = null): void =>
    tell({ file: file.name, ...at, outcome, jpeg: outcome.kind === 'filed' ? null : jpeg });
  const isStopped = (): boolean => signal.aborted;
  try {
    for await (const { picture, tiffPage, pageInFile } of pagesOf(file, openPdf, reader.countTiff, signal)) {
      if (isStopped()) return;
      at = pageInFile === undefined ? {} : { pageInFile };
      const page = await reader.read(picture, tiffPage);
      if (isStopped()) return;
      if (page) say(await outcomeOf(filing, page), page.jpeg);
      else say({ kind: 'not-a-picture' });
    }
  } catch {
    if (!isStopped())
      say(isPdf(file) ? { kind: 'not-a-picture' } : { kind: 'failed', fault: { code: 'scans/not-read' } });
  }
}

/** Reads what is handed in, page after page, and files it. Ends with the screens behind the lock. */
export function useFiling(): Filing {
  const desk = useDesk();
  const open = useOpenDesk();
  const filing = useMemo(() => ({ desk, open }), [desk, open]);
  const present = useRef(filing);
  useEffect(() => {
    present.current = filing;
  });
  const [lines, setLines] = useState<readonly ScanLine[]>([]);
  const [progress, setProgress] = useState<Progressed | null>(null);
  useHoldOpen(progress !== null);
  const [stopped, setStopped] = useState(0);
  const work = useRef<Work | null>(null);
  const next = useRef(1);

  useEffect(() => () => work.current?.stop.abort(), []);

  const run = useCallback(async (mine: Work): Promise<void> => {
    const reader = openPageReader();
    const { signal } = mine.stop;
    signal.addEventListener('abort', reader.close);
    const tell = (line: Omit<ScanLine, 'id'>): void =>
      setLines(before => [...before, { ...line, id: next.current++ }]);
    for (let file = mine.waiting.shift(); file && !signal.aborted; file = mine.waiting.shift()) {
      setProgress({ done: mine.total - mine.waiting.length - 1, total: mine.total });
      await readFile(file, reader, signal, present.current, tell);
    }
    reader.close();
    work.current = null;
    setProgress(null);
  }, []);

  const add = useCallback(
    (files: readonly File[]): void => {
      if (files.length === 0) return;
      setStopped(0);
      const running = work.current;
      if (running) {
        running.waiting.push(...files);
        running.total += files.length;
        return;
      }
      const mine: Work = { stop: new AbortController(), waiting: [...files], total: files.length };
      work.current = mine;
      setProgress({ done: 0, total: mine.total });
      void run(mine);
    },
    [run],
  );

  const cancel = useCallback((): void => {
    const running = work.current;
    if (!running) return;
    setStopped(running.waiting.length + 1);
    running.waiting.length = 0;
    running.stop.abort();
  }, []);

  const place = async (id: number, placement: Placement, words: FilingWords): Promise<void> => {
    const line = lines.find(each => each.id === id);
    if (!line?.jpeg) return;
    const filed = await filePage(filing, line.jpeg, placement, words);
    const outcome: ScanOutcome = filed.ok
      ? { kind: 'filed', filed: filed.value }
      : { kind: 'failed', fault: filed.error, placement };
    setLines(before =>
      before.map(each => (each.id === id ? { ...each, outcome, jpeg: filed.ok ? null : each.jpeg } : each)),
    );
  };

  return {
    ...{ lines, progress, stopped, add, cancel, place },
    drop: id => setLines(before => before.filter(each => each.id !== id)),
    clear: () => setLines(before => before.filter(({ outcome }) => outcome.kind !== 'filed')),
  };
}
