import { invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState, DocumentState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import { caseHeader, type DecideContext } from './decide.context.ts';
import type { Refusal } from './refusal.ts';

type Decision = Result<readonly CaseEvent[], Refusal>;
type Command<Type extends CaseCommand['type']> = Extract<CaseCommand, { readonly type: Type }>;

function madeDocument(state: CaseState, document: DocumentState['id']): DocumentState {
  const made = state.documents.find(({ id }) => id === document);
  invariant(made, 'only a document that was made is printed');
  return made;
}

/** Which print of this document the next one is; a print that did not come out keeps its number. */
export const nextPrint = ({ prints, withdrawn }: DocumentState): number =>
  prints.length + withdrawn.length + 1;

/** Whether that job was written down, even if somebody said later that it did not come out. */
export const isRecorded = ({ prints, withdrawn }: DocumentState, job: string): boolean =>
  [...prints, ...withdrawn].some(print => print.job === job);

export function decidePrint(
  state: CaseState,
  command: Command<'record-print'>,
  context: DecideContext,
  role: Role,
): Decision {
  const made = madeDocument(state, command.document);
  if (made.voided)
    return err({ code: 'case/void-printed', form: getForm(context.procedure, made.form).name });
  const { printer, copies, preprinted, job } = command;
  if (job !== undefined && isRecorded(made, job)) return err({ code: 'case/nothing-changed' });
  return ok([
    {
      ...caseHeader(context, role, state.id, state.seq + 1),
      type: 'document-printed',
      document: made.id,
      form: made.form,
      printer,
      copies,
      nth: nextPrint(made),
      ...(preprinted ? { preprinted: true as const } : {}),
      ...(job === undefined ? {} : { job }),
    },
  ]);
}

/** A paper that came back signed did come out: its only print stays. */
export function decideWithdrawal(
  state: CaseState,
  command: Command<'withdraw-print'>,
  context: DecideContext,
  role: Role,
): Decision {
  const made = madeDocument(state, command.document);
  const { nth } = command;
  if (!made.prints.some(print => print.nth === nth)) return err({ code: 'case/nothing-changed' });
  const cameBack = made.signedAt !== undefined && made.signedOnPad === undefined;
  if ((cameBack || made.scans.length > 0) && made.prints.length === 1)
    return err({ code: 'case/paper-signed' });
  const head = caseHeader(context, role, state.id, state.seq + 1);
  return ok([{ ...head, type: 'print-withdrawn', document: made.id, form: made.form, nth }]);
}
