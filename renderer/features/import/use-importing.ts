import { useRef, useState } from 'react';
import { checkRows } from '#shared/import/check-rows.ts';
import type { ImportMapping } from '#shared/import/import.mapping.ts';
import { MOST_IMPORT_BYTES } from '#shared/import/import.file.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import { numbersThere } from '#renderer/db/queries/imports.ts';
import type { Reading, Source, Stage } from './import.stage.ts';
import { readingOf } from './read-source.ts';
import { runImport } from './run-import.ts';

export interface Importing {
  readonly stage: Stage;
  readonly choose: (file: File, procedure: Procedure) => Promise<void>;
  readonly chooseSheet: (sheet: number) => Promise<void>;
  readonly chooseHead: (head: number) => void;
  readonly map: (mapping: ImportMapping) => void;
  /** Reads every row; with another mapping where a word was explained. */
  readonly preview: (mapping?: ImportMapping) => Promise<void>;
  readonly backToMapping: () => void;
  readonly run: () => Promise<void>;
  /** Stops after the portion that is being written. */
  readonly stop: () => void;
  readonly again: () => void;
}

const CHOOSING: Stage = { at: 'choose', reading: false, fault: null };

/** The way of an old ledger from its file into the journal, kept while somebody looks at other pages. */
export function useImporting(): Importing {
  const desk = useDesk();
  const { office, store } = useOpenDesk();
  const [stage, setStage] = useState<Stage>(CHOOSING);
  useHoldOpen(stage.at === 'running' || (stage.at === 'choose' && stage.reading));
  const abort = useRef<AbortController>(null);

  const read = async (source: Omit<Source, 'answer'>, sheet: number | null): Promise<Stage> => {
    const reply = await desk.api.imports.read({ file: source.file, sheet });
    if (!reply.ok) return { at: 'choose', reading: false, fault: reply.error };
    const reading = readingOf({ ...source, answer: reply.value }, office);
    return { at: 'mapping', reading, fault: null };
  };

  const withReading = (change: (reading: Reading) => Reading): void => {
    if (stage.at === 'mapping') setStage({ ...stage, reading: change(stage.reading), fault: null });
  };

  return {
    stage,
    choose: async (file, procedure) => {
      if (file.size > MOST_IMPORT_BYTES) {
        const detail = { most: MOST_IMPORT_BYTES / 1_000_000 };
        setStage({ at: 'choose', reading: false, fault: { code: 'imports/too-large', detail } });
        return;
      }
      setStage({ at: 'choose', reading: true, fault: null });
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        setStage(await read({ procedure, name: file.name, file: bytes }, null));
      } catch {
        setStage({ at: 'choose', reading: false, fault: { code: 'imports/not-read' } });
      }
    },
    chooseSheet: async sheet => {
      if (stage.at !== 'mapping') return;
      const next = await read(stage.reading.source, sheet);
      // The sheet that could be read stays.
      setStage(next.at === 'choose' ? { ...stage, fault: next.fault } : next);
    },
    chooseHead: head => withReading(({ source }) => readingOf(source, office, head)),
    map: mapping => withReading(reading => ({ ...reading, mapping })),
    preview: async mapping => {
      if (stage.at !== 'mapping' && stage.at !== 'preview') return;
      const reading = mapping ? { ...stage.reading, mapping } : stage.reading;
      const taken = await numbersThere(store);
      const context = { procedure: reading.source.procedure, now: desk.now(), taken };
      setStage({ at: 'preview', reading, rows: checkRows(reading.table, reading.mapping, context) });
    },
    backToMapping: () => {
      if (stage.at === 'preview') setStage({ at: 'mapping', reading: stage.reading, fault: null });
    },
    run: async () => {
      if (stage.at !== 'preview') return;
      const { reading, rows } = stage;
      const entries = rows.flatMap(row => (row.kind === 'ready' ? [row.entry] : []));
      const total = entries.length;
      abort.current = new AbortController();
      setStage({ at: 'running', done: 0, total, stopping: false });
      const result = await runImport({
        ...{ desk, reading, entries, signal: abort.current.signal },
        onProgress: done =>
          setStage(now =>
            now.at === 'running' ? { ...now, done } : { at: 'running', done, total, stopping: false },
          ),
      });
      setStage({ at: 'result', result });
    },
    stop: () => {
      abort.current?.abort();
      setStage(now => (now.at === 'running' ? { ...now, stopping: true } : now));
    },
    again: () => setStage(CHOOSING),
  };
}
