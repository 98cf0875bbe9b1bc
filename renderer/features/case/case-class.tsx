import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '#shared/case/case.state.ts';
import type { SeverityFinding } from '#shared/case/severity.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { ActWithReason } from './act-with-reason.tsx';

export interface CaseClassProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly severity: SeverityFinding;
  readonly language: Language;
}

/** The class of a case, the rules that put it there, and another one where a person knows better. */
export function CaseClass({ procedure, state, severity, language }: CaseClassProps): ReactNode {
  const { t } = useTranslation('case');
  const classes = procedure.severity?.classes ?? [];
  const nameOf = (id: string): string => {
    const found = classes.find(each => each.id === id);
    return found ? inLanguage(found.name, language) : id;
  };
  const why = severity.because.map(rule => inLanguage(rule.why, language)).join(t('toldGap'));
  return (
    <div className="case-class">
      <p>
        <strong role="status" aria-label={t('class.label')}>
          {nameOf(severity.effective)}
        </strong>
        {severity.overridden && state.severity
          ? t('class.overridden', {
              by: state.severity.by,
              rule: nameOf(severity.computed),
              reason: state.severity.reason,
            })
          : why !== '' && t('class.because', { why })}
      </p>
      <ActWithReason
        id={state.id}
        form="class"
        words={t('class.change')}
        command={(reason, chosen) => ({ type: 'override-severity', class: chosen, reason })}
        choice={{
          label: t('class.label'),
          options: classes.map(each => ({ id: each.id, name: nameOf(each.id) })),
          first: severity.effective,
        }}
      />
    </div>
  );
}
