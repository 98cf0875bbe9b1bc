import { holds, type Circumstances } from '#shared/procedure/condition.ts';
import type { ArchiveItem } from '#shared/procedure/archive.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isFilled } from '#shared/procedure/values.ts';
import type { CaseState, WaivedSignature } from './case.state.ts';
import { isLive } from './live-papers.ts';
import { waivedSignature, wasPrinted } from './owed-papers.ts';

/** One line of the list of contents of a file, and whether it is there. */
export interface ArchiveLine {
  readonly item: ArchiveItem;
  readonly there: boolean;
  /** The paper lies there without a signature that steps wait for. */
  readonly unsigned?: WaivedSignature;
  /** What is there is an outside file. */
  readonly outside: boolean;
}

function isThere(item: ArchiveItem, state: CaseState): boolean {
  if (state.confirmed.includes(item.id)) return true;
  if (item.printed !== undefined && wasPrinted(state, item.printed)) return true;
  return item.filled !== undefined && isFilled(state.values[item.filled]);
}

const isOutside = ({ printed }: ArchiveItem, state: CaseState): boolean =>
  state.documents.some(
    document =>
      document.form === printed && document.outside && document.prints.length > 0 && isLive(state, document),
  );

/** What the file of this case must hold before it is put away. */
export const archiveLines = (
  procedure: Pick<Procedure, 'archive'>,
  state: CaseState,
  facts: Circumstances = {},
): readonly ArchiveLine[] =>
  (procedure.archive?.contents ?? [])
    .filter(({ when }) => when === undefined || holds(when, state.values, facts))
    .map(item => {
      const unsigned = item.printed === undefined ? undefined : waivedSignature(state, item.printed);
      return {
        item,
        there: isThere(item, state),
        outside: isOutside(item, state),
        ...(unsigned ? { unsigned } : {}),
      };
    });
