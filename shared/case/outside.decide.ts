import { invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import { caseHeader, type DecideContext } from './decide.context.ts';
import { isLive } from './live-papers.ts';
import type { Refusal } from './refusal.ts';

/**
 * A file from outside takes the place of a paper of the same form. What it says is not compared with the case, so it
 * needs a reason. A paper that came back signed is no draft any more: it is voided first.
 */
export function decideOutside(
  state: CaseState,
  command: Extract<CaseCommand, { type: 'take-in-outside' }>,
  context: DecideContext,
): Result<readonly CaseEvent[], Refusal> {
  const role = context.acting.roles.find(
    each => each === 'handler' || each === 'registrar' || each === 'supervisor',
  );
  if (role === undefined) return err({ code: 'case/role', role: 'handler' });
  const { document, replaces, sha256, bytes, pages, mark, printed } = command;
  const reason = command.reason.trim();
  const draft = state.documents.find(({ id }) => id === replaces);
  invariant(draft, 'an outside file replaces a paper that was made');
  if (!isLive(state, draft)) return err({ code: 'case/paper-replaced' });
  if (draft.signedAt !== undefined || draft.waived || draft.scans.length > 0)
    return err({ code: 'case/paper-not-replaceable' });
  if (draft.sha256 === sha256) return err({ code: 'case/same-file' });
  if (reason === '') return err({ code: 'case/reason-missing' });
  const { form } = draft;
  const made: CaseEvent = {
    ...caseHeader(context, role, state.id, state.seq + 1),
    ...{ type: 'document-made', document, form, sha256, bytes, pages, mark },
    outside: { replaces, reason },
  };
  if (printed === undefined) return ok([made]);
  return ok([
    made,
    {
      ...caseHeader(context, role, state.id, state.seq + 2),
      ...{ type: 'document-printed', document, form, nth: 1, ...printed },
    },
  ]);
}
