import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDateTime } from '#shared/calendar/chinese-date.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { CORRECTION_NAMES, type Correction } from '#shared/reports/month.corrections.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

export interface MonthCorrectionsProps {
  readonly corrections: readonly Correction[];
  /** What was locked, in words. */
  readonly of: (span: string) => string;
  readonly language: Language;
  readonly onOpenCase: (id: CaseId) => void;
}

/** What this month or period carries of locked ones, each with its case. */
export function MonthCorrections(props: MonthCorrectionsProps): ReactNode {
  const { corrections, of: spanName, language, onOpenCase } = props;
  const id = useId();
  const { t } = useTranslation('month');
  if (corrections.length === 0) return null;
  const heads = ['number', 'what', 'of', 'when', 'by'] as const;
  return (
    <section className="month-corrections" aria-labelledby={id}>
      <h2 id={id}>{t('corrections.title', { count: corrections.length })}</h2>
      <p>{t('corrections.note')}</p>
      <table className="month-table">
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {t(`corrections.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {corrections.map(({ case: caseId, number, kind, what, of, at, by }, nth) => {
            const changed = what.map(text => inLanguage(text, language)).join(t('and'));
            const named = inLanguage(CORRECTION_NAMES[kind], language);
            return (
              <tr key={`${caseId} ${nth}`}>
                <th scope="row">
                  <ActButton size="small" rank="text" onClick={() => onOpenCase(caseId)}>
                    {number}
                  </ActButton>
                </th>
                <td>{changed === '' ? named : t('corrections.named', { kind: named, changed })}</td>
                <td>{spanName(of)}</td>
                <td className="num">{writtenDateTime(at, language)}</td>
                <td>{by}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
