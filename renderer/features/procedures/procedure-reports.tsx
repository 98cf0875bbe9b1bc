import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { periodPapers } from '#shared/reports/period.papers.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EntryActs } from '#renderer/ui/entry-form/entry-form.tsx';

export interface ProcedureReportsProps {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly onOpen: (paper: string) => void;
  readonly onOpenFigures: (paper: string) => void;
}

/** Registers and reports over all cases, opened here; below, what is reported once for a case. */
export function ProcedureReports(props: ProcedureReportsProps): ReactNode {
  const { procedure, language, onOpen, onOpenFigures } = props;
  const { t } = useTranslation('procedures');
  const papers = periodPapers(procedure);
  const once = procedure.reports.filter(({ period }) => period === 'case');
  if (papers.length === 0 && once.length === 0) return null;
  return (
    <section aria-label={t('reports')}>
      <h2>{t('reports')}</h2>
      <ul className="procedure-reports">
        {papers.map(({ id, name, period, free, report }) => (
          <li key={id}>
            <div>
              {inLanguage(name, language)}
              {report?.unverified && <span className="procedure-mark">{t('mark')}</span>}{' '}
              <small className="procedure-quiet">{free ? t('anyPeriod') : t(`every.${period}`)}</small>
              {report && <p className="procedure-quiet">{inLanguage(report.content, language)}</p>}
            </div>
            <EntryActs>
              <ActButton
                size="small"
                aria-label={t('openFigures', { name: inLanguage(name, language) })}
                onClick={() => onOpenFigures(id)}
              >
                {t('figures')}
              </ActButton>
              <ActButton
                size="small"
                aria-label={t('openReport', { name: inLanguage(name, language) })}
                onClick={() => onOpen(id)}
              >
                {t('list.look')}
              </ActButton>
            </EntryActs>
          </li>
        ))}
        {once.map(({ id, name, content }) => (
          <li key={id}>
            <div>
              {inLanguage(name, language)} <small className="procedure-quiet">{t('onCase')}</small>
              <p className="procedure-quiet">{inLanguage(content, language)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
