import { invariant } from '#shared/core/assert.ts';
import { dateOf } from '#shared/core/instant.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { counterKey, formatNumber, type NumberSeries } from '#shared/procedure/numbering.ts';
import { getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { DeskEvent } from './batch.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState } from './case.state.ts';
import { caseHeader, header, type DecideContext } from './decide.context.ts';
import { nextNumber } from './office.numbers.ts';
import type { OfficeState } from './office.state.ts';
import type { Refusal } from './refusal.ts';

/** The series the paper of a form takes its number from; undefined where it has the case's or none. */
export function seriesOf(procedure: Procedure, form: string): NumberSeries | undefined {
  const { number } = getForm(procedure, form);
  return procedure.documents.find(({ id }) => id === number);
}

/** The number a paper of this form bears now; empty where it has none, or none yet. */
export function documentNumber(procedure: Procedure, form: string, state: CaseState): string {
  if (getForm(procedure, form).number === 'register') return state.number;
  return state.numbers[form] ?? '';
}

/** Whether the paper must be given a number before it can be set. */
export const needsNumber = (procedure: Procedure, form: string, state: CaseState): boolean =>
  seriesOf(procedure, form) !== undefined && state.numbers[form] === undefined;

/**
 * Gives the paper of a form its number, in one batch with the office's counter. A series of scope `case` gives all
 * papers of a case the same one.
 */
export function decideDocumentNumber(
  office: OfficeState,
  state: CaseState,
  form: string,
  context: DecideContext,
): Result<readonly DeskEvent[], Refusal> {
  const { procedure, acting } = context;
  const role = acting.roles.find(each => each !== 'administrator');
  if (role === undefined) return err({ code: 'case/role', role: 'handler' });
  const series = seriesOf(procedure, form);
  if (!series) return err({ code: 'case/no-number-series', form });
  if (state.mergedInto !== undefined) return err({ code: 'case/merged', number: state.mergedInto.number });
  if (state.numbers[form] !== undefined) return err({ code: 'case/nothing-changed' });
  const numbered = (number: string): DeskEvent => ({
    ...caseHeader(context, role, state.id, state.seq + 1),
    type: 'document-numbered',
    form,
    number,
  });
  if (series.scope === 'case') {
    const given = procedure.forms
      .filter(other => other.number === series.id)
      .map(other => state.numbers[other.id])
      .find(number => number !== undefined);
    if (given !== undefined) return ok([numbered(given)]);
  }
  const date = dateOf(context.now);
  const counter = counterKey(series, date);
  const n = nextNumber(office, counter);
  const number = formatNumber(series, { prefix: office.prefix, office: office.code, date, n });
  return ok([
    {
      ...header(context, role),
      stream: 'office',
      type: 'number-allocated',
      counter,
      n,
      number,
      case: state.id,
    },
    numbered(number),
  ]);
}

/** The paper counts no more; its number stays used, in the books with the reason. */
export function decideVoiding(
  state: CaseState,
  document: CaseState['documents'][number]['id'],
  reason: string,
  context: DecideContext,
): Result<readonly CaseEvent[], Refusal> {
  const role = context.acting.roles.find(each => each === 'supervisor' || each === 'handler');
  if (role === undefined) return err({ code: 'case/role', role: 'handler' });
  const made = state.documents.find(({ id }) => id === document);
  invariant(made, 'only a document that was made is voided');
  if (made.voided) return err({ code: 'case/nothing-changed' });
  if (!reason.trim()) return err({ code: 'case/reason-missing' });
  return ok([
    {
      ...caseHeader(context, role, state.id, state.seq + 1),
      type: 'document-voided',
      document,
      form: made.form,
      reason: reason.trim(),
    },
  ]);
}
