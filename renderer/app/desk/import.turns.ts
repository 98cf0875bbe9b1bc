import { decideImport, type ImportCommand } from '#shared/case/import.decide.ts';
import { decideUndo, isUntouched } from '#shared/case/import.undo.ts';
import type { DecideContext } from '#shared/case/decide.context.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { Refusal } from '#shared/case/refusal.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { numberOrder } from '#shared/procedure/number-order.ts';
import { openCaseRow, type CaseStore } from '#renderer/db/case-store.ts';
import { idsOfImport } from '#renderer/db/queries/imports.ts';
import type { ImportedPortion, UndonePortion, UndoPortion } from '#renderer/db/live/desk.types.ts';

/** Withdrawn in one record. */
const UNDO_PORTION = 500;

/** Decides a portion of an old ledger against the numbers there are at this moment. */
export async function decideImportIn(
  store: CaseStore,
  office: OfficeState,
  command: ImportCommand,
  context: DecideContext,
): Promise<Result<ImportedPortion, Refusal>> {
  const orders = command.entries.flatMap(({ number }) => (number === null ? [] : [numberOrder(number)]));
  const there = await store.db.cases.where('order').anyOf(orders).keys();
  const series = store.context.procedures.map(({ numbering }) => numbering);
  return decideImport(office, command, context, { taken: new Set(there.map(String)), series });
}

export async function decideUndoIn(
  store: CaseStore,
  office: OfficeState,
  { import: id, after, kept: keptBefore }: UndoPortion,
  context: Omit<DecideContext, 'procedure'>,
): Promise<Result<UndonePortion, Refusal>> {
  const ids = (await idsOfImport(store, id)).filter(each => after === null || each > after);
  const portion = ids.slice(0, UNDO_PORTION);
  const rows = await store.db.cases.bulkGet(portion);
  const states = await Promise.all(rows.flatMap(row => (row ? [openCaseRow(store, row)] : [])));
  const kept = states
    .filter(state => !isUntouched(state))
    .map(({ id: each, number }) => ({ id: each, number }));
  const cases = states.filter(isUntouched);
  const isLast = ids.length <= UNDO_PORTION;
  const last = isLast ? { kept: keptBefore + kept.length } : null;
  const decided = decideUndo(office, { import: id, cases, last }, context);
  if (!decided.ok) return err(decided.error);
  const end = isLast ? null : (portion.at(-1) ?? null);
  return ok({ events: decided.value, withdrawn: cases.length, kept, after: end });
}
