import type { CaseState } from '#shared/case/case.state.ts';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import type { CaseForm } from '#shared/procedure/form.schema.ts';
import { formPaper } from './form.paper.ts';
import type { FormSubject } from './form.subject.ts';
import { withoutIdentity } from './identity.values.ts';

/** Nothing is made of it: the paper is only compared. */
const NO_DOCUMENT = '0'.repeat(26) as DocumentId;

/** Whether something of these fields is read on the paper, by setting it with and without them. */
export function bearsIdentity(
  subject: Omit<FormSubject, 'document'> & { readonly form: CaseForm },
  hidden: ReadonlySet<string>,
): boolean {
  const { procedure, state } = subject;
  if (!state || hidden.size === 0) return false;
  const set = (of: CaseState): string =>
    canonicalJson(formPaper({ ...subject, document: NO_DOCUMENT, state: of }));
  return set(state) !== set(withoutIdentity(procedure, state, hidden));
}
