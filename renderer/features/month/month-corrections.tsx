import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDateTime } from '#shared/calendar/chinese-date.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { CORRECTION_NAMES, type MonthCorrection } from '#shared/reports/month.corrections.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

export interface MonthCorrectionsProps {
  readonly corrections: readonly MonthCorrection[];
  readonly name: (month: PlainMonth) => string;
  readonly language: Language;
  readonly onOpenCase: (id: CaseId) => void;
}

/** What this month carries of locked ones, each with its case. */
export function MonthCorrections(props: MonthCorrectionsProps): ReactNode {
  const { corrections, name, language, onOpenCase } = props;
  const { t } = useTranslation('month');
  if (corrections.length === 0) return null;
  const heads = ['number', 'what', 'of', 'when', 'by'] as const;
  return (
    <section className="month-corrections" aria-labelledby="month-corrections">
      <h2 id="month-corrections">{t('corrections.title', { count: corrections.length })}</h2>
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
          {corrections.map(({ case: id, number, kind, what, of, at, by }, nth) => {
            const changed = what.map(text => inLanguage(text, language)).join(t('and'));
            const named = inLanguage(CORRECTION_NAMES[kind], language);
            return (
              <tr key={`${id} ${nth}`}>
                <th scope="row">
                  <ActButton size="small" rank="text" onClick={() => onOpenCase(id)}>
                    {number}
                  </ActButton>
                </th>
                <td>{changed === '' ? named : t('corrections.named', { kind: named, changed })}</td>
                <td>{name(of)}</td>
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
