import { invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { getCaseForm } from '#shared/procedure/procedure.lookup.ts';
import type { Role } from '#shared/procedure/role.ts';
import { signPlaces } from '#shared/signing/sign-places.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import { caseHeader, type DecideContext } from './decide.context.ts';
import { sameName } from './recusal.rules.ts';
import type { Refusal } from './refusal.ts';

/** Somebody signs on the screen what they were shown there. Several may sign at one place, each once. */
export function signOnPad(
  state: CaseState,
  command: Extract<CaseCommand, { type: 'sign-on-pad' }>,
  context: DecideContext,
  role: Role,
): Result<readonly CaseEvent[], Refusal> {
  const { document, place, sha256, image, bytes } = command;
  const made = state.documents.find(({ id }) => id === document);
  invariant(made, 'only a document that was made is signed');
  const { form, mark } = made;
  const places = signPlaces(getCaseForm(context.procedure, form));
  invariant(
    places.some(({ id }) => id === place),
    `place ${place} of ${form}`,
  );
  if (made.voided) return err({ code: 'case/paper-voided' });
  const last = state.documents.findLast(other => other.form === form && !other.voided);
  if (last?.id !== document || made.sha256 !== sha256) return err({ code: 'case/signed-paper-changed' });
  const signer = command.signer.trim();
  if (signer === '') return err({ code: 'case/signer-missing' });
  const before = made.padSignatures ?? [];
  if (before.some(each => each.place === place && sameName(each.signer) === sameName(signer)))
    return err({ code: 'case/nothing-changed' });

  const signed: CaseEvent = {
    ...caseHeader(context, role, state.id, state.seq + 1),
    ...{ type: 'signed-on-pad', document, form, place, signer, sha256, mark, image, bytes },
  };
  const allPlaces = places.every(({ id }) => id === place || before.some(each => each.place === id));
  if (made.signedAt !== undefined || !(command.complete || allPlaces)) return ok([signed]);
  const head = caseHeader(context, role, state.id, state.seq + 2);
  return ok([signed, { ...head, type: 'document-signed', document, form, on_pad: true }]);
}
