import type { CaseState } from '#shared/case/case.state.ts';
import { documentNumber } from '#shared/case/document.decide.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import type { CaseForm } from '#shared/procedure/form.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { formPaper } from './form.paper.ts';
import type { Paper } from './paper.model.ts';

/** What the papers of a case are made of. */
export interface PaperSubject {
  readonly procedure: Procedure;
  readonly form: CaseForm;
  readonly office: Pick<OfficeState, 'name' | 'code'>;
  readonly state: CaseState;
  /** The class of the case as it stood at a moment; undefined where its procedure knows none. */
  readonly classOf?: (state: CaseState, at: Instant) => string | undefined;
}

/** The class is computed and never entered; a form that prints it finds it in the field its pack names. */
function withClass({ procedure, state, classOf }: PaperSubject, at: Instant): CaseState {
  const field = procedure.severity?.field;
  const found = field === undefined ? undefined : classOf?.(state, at);
  if (field === undefined || found === undefined) return state;
  const name = procedure.severity?.classes.find(({ id }) => id === found)?.name.zh ?? found;
  const chosen = getField(procedure, field).type === 'enum' ? found : name;
  return { ...state, values: { ...state.values, [field]: chosen } };
}

/** An official paper is in Chinese, whatever the language of the window; it bears the day it was set. */
export const paperOf = (subject: PaperSubject, document: DocumentId, at: Instant): Paper => {
  const { procedure, form, office, state } = subject;
  return formPaper({
    ...{ procedure, form, office, document, language: 'zh-CN' },
    state: withClass(subject, at),
    date: dateOf(at),
    number: documentNumber(procedure, form.id, state),
  });
};
