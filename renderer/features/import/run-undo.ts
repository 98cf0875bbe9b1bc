import type { CaseId, ImportId } from '#shared/core/ids.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

export interface UndoResult {
  readonly withdrawn: number;
  /** Numbers of those that stay. */
  readonly kept: readonly string[];
  readonly fault: AnyFault | null;
}

/** Withdraws what an import brought, portion after portion. One that was stopped can be gone on with. */
export async function runUndo(
  desk: Pick<Desk, 'undoImport'>,
  id: ImportId,
  onProgress: (done: number) => void,
): Promise<UndoResult> {
  let withdrawn = 0;
  const kept: string[] = [];
  let after: CaseId | null = null;
  do {
    const done = await desk.undoImport({ import: id, after, kept: kept.length });
    if (!done.ok) return { withdrawn, kept, fault: done.error };
    withdrawn += done.value.withdrawn;
    kept.push(...done.value.kept.map(({ number }) => number));
    onProgress(withdrawn + kept.length);
    ({ after } = done.value);
  } while (after !== null);
  return { withdrawn, kept, fault: null };
}
