import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '#shared/case/case.state.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { valueInWords } from '#shared/procedure/field.kinds.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useIdentity } from '#renderer/features/identity/index.ts';

export interface CaseFieldsProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly language: Language;
}

/** What is known of the case, in the order of the procedure; what is empty is left out. */
export function CaseFields({ procedure, state, language }: CaseFieldsProps): ReactNode {
  const { t } = useTranslation('identity');
  const { covered } = useIdentity(procedure, state);
  const told = procedure.fields
    .map(field => ({ field, words: valueInWords(field, state.values[field.key], language) }))
    .filter(({ words }) => words !== '');
  return (
    <dl className="case-fields">
      {told.map(({ field, words }) => (
        <div key={field.key}>
          <dt>{inLanguage(field.label, language)}</dt>
          <dd>{covered.has(field.key) ? t('value') : words}</dd>
        </div>
      ))}
    </dl>
  );
}
