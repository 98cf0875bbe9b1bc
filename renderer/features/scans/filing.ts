import { codeOfPage, missingPages, placePage, type Placement } from '#shared/case/scan-filing.rules.ts';
import { ok, type Result } from '#shared/core/result.ts';
import type { CaseEvent } from '#shared/case/case.events.ts';
import { findPaper } from '#renderer/db/queries/known-paper.ts';
import type { Desk, OpenState } from '#renderer/db/live/desk.types.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import type { ReadPage } from './reading/reading.types.ts';
import type { FiledPage, ScanOutcome } from './scan-line.types.ts';

export interface FilingDesk {
  readonly desk: Pick<Desk, 'api' | 'submitCase'>;
  readonly open: Pick<OpenState, 'store' | 'boot'>;
}

export interface FilingWords {
  readonly byHand: boolean;
  readonly replaces: boolean;
}

/** The picture goes into the vault, then an event says which page it is. */
export async function filePage(
  { desk }: FilingDesk,
  jpeg: Uint8Array<ArrayBuffer>,
  { state, document, page }: Placement,
  words: FilingWords,
): Promise<Result<FiledPage, AnyFault>> {
  const kept = await desk.api.scans.keep({ jpeg });
  if (!kept.ok) return kept;
  const submitted = await desk.submitCase(state.id, {
    ...{ type: 'file-scan', document: document.id, page, ...kept.value, ...words },
  });
  if (!submitted.ok) return submitted;
  return ok({
    ...{ caseId: state.id, number: state.number, procedure: state.procedure.id },
    ...{ document: document.id, form: document.form, page, pages: document.pages },
    missing: isWhole(submitted.value.events as readonly CaseEvent[])
      ? []
      : missingPages(document).filter(each => each !== page),
  });
}

const isWhole = (events: readonly CaseEvent[]): boolean =>
  events.some(({ type }) => type === 'document-signed');

/** What becomes of a page that was read: it is filed, or somebody is asked. */
export async function outcomeOf(filing: FilingDesk, page: ReadPage): Promise<ScanOutcome> {
  const { store, boot } = filing.open;
  if (page.blank) return { kind: 'blank' };
  const code = codeOfPage(page.texts);
  const paper = code.ok ? await findPaper(store, code.value.document) : undefined;
  // Unlocked there is an office.
  const office = boot.office?.code;
  if (office === undefined) return { kind: 'failed', fault: { code: 'ipc/locked' } };
  const placed = placePage(page.texts, { office, find: () => paper });
  if (!placed.ok) {
    const { doubt, placement } = placed.error;
    return { kind: 'doubt', doubt, ...(placement ? { placement } : {}) };
  }
  const filed = await filePage(filing, page.jpeg, placed.value, { byHand: false, replaces: false });
  return filed.ok
    ? { kind: 'filed', filed: filed.value }
    : { kind: 'failed', fault: filed.error, placement: placed.value };
}
