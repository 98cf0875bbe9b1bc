import { newImportId } from '#shared/core/ids.ts';
import type { ImportEntry } from '#shared/import/check-rows.ts';
import { shapeOf } from '#shared/import/import.mapping.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import type { ImportResult, Reading } from './import.stage.ts';

/** Cases of one record: at most two events each, and a record holds a thousand. */
const MOST_CASES = 400;
/** A record holds 8 MB; a letter takes up to three bytes, and a case is more than its entries. */
const MOST_LETTERS = 1_000_000;

/** Entries cut into what one record takes. */
function portionsOf(entries: readonly ImportEntry[]): readonly (readonly ImportEntry[])[] {
  const portions: ImportEntry[][] = [];
  let letters = Infinity;
  for (const entry of entries) {
    const more = JSON.stringify(entry).length;
    const last = portions.at(-1);
    letters += more;
    if (last && last.length < MOST_CASES && letters <= MOST_LETTERS) last.push(entry);
    else {
      portions.push([entry]);
      letters = more;
    }
  }
  return portions;
}

export interface RunRequest {
  readonly desk: Pick<Desk, 'importCases' | 'ids'>;
  readonly reading: Reading;
  readonly entries: readonly ImportEntry[];
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Saves portion after portion; each is on the disk before the next begins, and is whole or not at all. */
export async function runImport({
  desk,
  reading,
  entries,
  onProgress,
  signal,
}: RunRequest): Promise<ImportResult> {
  const { source, table, mapping } = reading;
  const result = { import: newImportId(desk.ids), brought: 0, total: entries.length };
  const leftOut: ImportResult['leftOut'][number][] = [];
  let passed = 0;
  for (const portion of portionsOf(entries)) {
    if (signal.aborted) return { ...result, leftOut, cancelled: true, fault: null };
    const begin =
      passed > 0
        ? null
        : {
            file: source.answer.sha256,
            rows: entries.length,
            shape: shapeOf(source.procedure.id, table.head),
            mapping,
            numbers: entries.flatMap(({ number }) => number ?? []),
          };
    const done = await desk.importCases({
      ...{ import: result.import, procedure: source.procedure.id, begin, entries: portion },
    });
    if (!done.ok) return { ...result, leftOut, cancelled: false, fault: done.error };
    result.brought += done.value.brought;
    leftOut.push(...done.value.leftOut);
    passed += portion.length;
    onProgress(passed);
  }
  return { ...result, leftOut, cancelled: false, fault: null };
}
