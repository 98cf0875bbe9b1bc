import { invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import { caseHeader, type DecideContext } from './decide.context.ts';
import type { Refusal } from './refusal.ts';
import { missingPages } from './scan-filing.rules.ts';

/** Files the picture of a page. With the last of its pages the paper is back signed. */
export function fileScan(
  state: CaseState,
  command: Extract<CaseCommand, { type: 'file-scan' }>,
  context: DecideContext,
  role: Role,
): Result<readonly CaseEvent[], Refusal> {
  const { document, page, sha256, bytes, byHand, replaces } = command;
  const made = state.documents.find(({ id }) => id === document);
  invariant(made, 'only a document that was made comes back');
  if (made.voided) return err({ code: 'case/paper-voided' });
  if (made.prints.length === 0) return err({ code: 'case/paper-not-printed' });
  if (page < 1 || page > made.pages) return err({ code: 'case/no-such-page', page, pages: made.pages });
  const there = made.scans.find(scan => scan.page === page);
  if (there?.sha256 === sha256) return err({ code: 'case/nothing-changed' });
  if (there && !replaces) return err({ code: 'case/page-there', page });
  const { form } = made;
  const filed: CaseEvent = {
    ...caseHeader(context, role, state.id, state.seq + 1),
    ...{ type: 'scan-filed', document, form, page, sha256, bytes },
    ...(byHand ? { by_hand: true } : {}),
  };
  const isWhole = missingPages(made).every(missing => missing === page);
  if (!isWhole || made.signedAt !== undefined) return ok([filed]);
  return ok([
    filed,
    { ...caseHeader(context, role, state.id, state.seq + 2), type: 'document-signed', document, form },
  ]);
}
