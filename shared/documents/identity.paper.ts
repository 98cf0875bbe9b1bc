import { canonicalJson } from '#shared/core/canonical-json.ts';
import type { CaseForm } from '#shared/procedure/form.schema.ts';
import { formPaper } from './form.paper.ts';
import type { FormSubject } from './form.subject.ts';
import { withoutIdentity } from './identity.values.ts';

/** Whether something of these fields is read on the paper, by setting it with and without them. */
export function bearsIdentity(
  subject: FormSubject & { readonly form: CaseForm },
  hidden: ReadonlySet<string>,
): boolean {
  const { procedure, state } = subject;
  if (!state || hidden.size === 0) return false;
  const covered = withoutIdentity(procedure, state, hidden);
  return canonicalJson(formPaper(subject)) !== canonicalJson(formPaper({ ...subject, state: covered }));
}
