import { invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { WAIVES_SIGNATURES, type UnsignedMatter } from './approval.matter.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState, DocumentState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import { actorAs, caseHeader, type DecideContext } from './decide.context.ts';
import type { Actor } from './event.header.ts';
import { needsSignature, standingPaper, waivedSignature, wasSigned } from './owed-papers.ts';
import type { Refusal } from './refusal.ts';

type OnDocument = Pick<UnsignedMatter, 'document'> & Partial<Pick<UnsignedMatter, 'form'>>;

function getDocument(state: CaseState, { document, form }: OnDocument): DocumentState {
  const made = state.documents.find(({ id }) => id === document);
  invariant(made, 'only a document that was made can be without a signature');
  invariant(form === undefined || form === made.form, 'a document is of one form');
  return made;
}

/** Why a signature on this document is not waived now, whoever asks; undefined where it can be. */
export function whyNotWaived(
  paper: OnDocument,
  procedure: Pick<Procedure, 'forms' | 'steps'>,
  state: CaseState,
): Refusal | undefined {
  const made = getDocument(state, paper);
  const form = getForm(procedure, made.form).name;
  if (!needsSignature(procedure, made.form)) return { code: 'case/no-signature-needed', form };
  if (wasSigned(state, made.form)) return { code: 'case/signed-already', form };
  if (made.voided) return { code: 'case/paper-voided' };
  if (made.prints.length === 0) return { code: 'case/waived-unprinted', form };
  if (standingPaper(state, made.form)?.id !== made.id) return { code: 'case/paper-set-anew', form };
  return waivedSignature(state, made.form) ? { code: 'case/waived-already', form } : undefined;
}

type Waiver = Pick<UnsignedMatter, 'document' | 'cause'> & { readonly reason: string };

export function waived(
  { document, cause, reason }: Waiver,
  state: CaseState,
  context: DecideContext,
  asked?: { readonly by: Actor },
): CaseEvent {
  return {
    ...caseHeader(context, WAIVES_SIGNATURES, state.id, state.seq + (asked ? 2 : 1)),
    type: 'signature-waived',
    document,
    form: getDocument(state, { document }).form,
    cause,
    reason,
    approved_by: actorAs(context.acting, WAIVES_SIGNATURES),
    ...(asked ? { asked_by: asked.by } : {}),
  };
}

/** Whoever may approve it waits for nobody. */
export function waiveSignature(
  state: CaseState,
  command: Extract<CaseCommand, { type: 'waive-signature' }>,
  context: DecideContext,
): Result<readonly CaseEvent[], Refusal> {
  const refused = whyNotWaived({ document: command.document }, context.procedure, state);
  if (refused) return err(refused);
  if (!context.acting.roles.includes(WAIVES_SIGNATURES))
    return err({ code: 'case/role', role: WAIVES_SIGNATURES });
  const reason = command.reason.trim();
  return reason === ''
    ? err({ code: 'case/reason-missing' })
    : ok([waived({ ...command, reason }, state, context)]);
}
