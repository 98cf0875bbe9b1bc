import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthRemark } from '#shared/case/office.state.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import { EARLY_LOCK } from '#shared/reports/early-lock.ts';
import { JOURNAL_CHECK, type MonthCheck } from '#shared/reports/month.checks.ts';
import type { CasesBehind } from '#renderer/features/cases/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { FieldError } from '#renderer/ui/notice/field-error.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import type { CloseWords } from './close-words.ts';
import type { Journal } from './use-month.ts';
import type { MonthRemarks } from './use-remarks.ts';

export interface MonthChecksProps {
  readonly checks: readonly MonthCheck[] | undefined;
  readonly journal: Journal;
  readonly language: Language;
  /** Where remarks are written; absent where there is nothing to write any more, or for others to write. */
  readonly writing: MonthRemarks | undefined;
  /** What was remarked stays as it is: only what came open since is written. */
  readonly onlyNew?: boolean | undefined;
  /** What was remarked when the lock was proposed or done. */
  readonly remarked: readonly MonthRemark[];
  readonly onOpenCases: (behind: CasesBehind) => void;
  readonly at: CloseWords['at'];
}

const LONGEST_REMARK = 2000;

const numbersOf = (month: PlainMonth) => ({ year: month.slice(0, 4), month: Number(month.slice(5)) });

type RemarkProps = Pick<MonthChecksProps, 'writing' | 'onlyNew' | 'remarked' | 'at'> & {
  readonly item: string;
  readonly name: string;
};

/** The line under an open question: to be written, or as it was. */
function Remark({ item, name, writing, onlyNew = false, remarked, at }: RemarkProps): ReactNode {
  const { t } = useTranslation('month');
  const id = useId();
  const text = remarked.find(each => each.item === item)?.text;
  if (!writing || (onlyNew && text !== undefined)) {
    return text === undefined ? null : <p className="month-remark">{t('remarked', { text })}</p>;
  }
  const missing = writing.missing.includes(item);
  return (
    <div className="month-reason">
      <label htmlFor={id}>{t('remark', { item: name })}</label>
      <textarea
        autoComplete="off"
        id={id}
        rows={1}
        maxLength={LONGEST_REMARK}
        data-remark={writing.cellOf(item)}
        aria-invalid={missing || undefined}
        aria-describedby={missing ? `${id}e` : undefined}
        value={writing.textOf(item)}
        onChange={event => writing.write(item, event.currentTarget.value)}
      />
      {missing && <FieldError id={`${id}e`} title={t(`${at}.remarkMissing`)} />}
    </div>
  );
}

/** What stands behind an item that is no case: numbers, figures. */
function Lines({ check, language }: { readonly check: MonthCheck; readonly language: Language }): ReactNode {
  const { t } = useTranslation('month');
  const words = (text: Text): string => inLanguage(text, language);
  const lines = [
    ...check.gaps.map(({ after, from, to }) =>
      from === to ? t('gapOne', { after, n: from }) : t('gapMany', { after, from, to }),
    ),
    ...check.voided.map(({ number, reason }) => t('voided', { number, reason })),
    ...check.figures.map(({ procedure, figure, month }) => {
      const named = { procedure: words(procedure), figure: words(figure) };
      if (month === undefined) return t('figureOf', named);
      const { year, month: nth } = numbersOf(month);
      return t('figureOfMonth', { ...named, month: t('periodName', { year, month: nth }) });
    }),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="month-lines">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Check(
  props: Omit<MonthChecksProps, 'checks' | 'journal'> & { readonly check: MonthCheck },
): ReactNode {
  const { check, language, onOpenCases, at } = props;
  const { t } = useTranslation('month');
  const { item, count, question, cases } = check;
  const name = t(`item.${item}`);
  if (count === 0)
    return (
      <li>
        <StatusText tone="ok">{t(`clear.${item}`)}</StatusText>
      </li>
    );
  return (
    <li>
      <StatusText tone={question ? 'soon' : 'ok'}>
        {item === 'open' ? t(`${at}.open`, { count }) : t(`check.${item}`, { count })}
      </StatusText>
      <Lines check={check} language={language} />
      {cases.length > 0 && (
        <ActButton
          size="small"
          rank="text"
          onClick={() => onOpenCases({ title: name, ids: cases.map(({ id }) => id) })}
        >
          {t('look', { item: name })}
        </ActButton>
      )}
      {question && <Remark {...props} item={item} name={name} />}
    </li>
  );
}

/** The check list of a month or another period, open questions first. */
export function MonthChecks({ checks, journal, ...props }: MonthChecksProps): ReactNode {
  const { t } = useTranslation('month');
  if (!checks) return <SkeletonLines count={3} height="text" />;
  const early = props.remarked.find(({ item }) => item === EARLY_LOCK)?.text;
  const rank = ({ question, count }: MonthCheck): number => (question ? 0 : count > 0 ? 1 : 2);
  return (
    <ul className="month-checks">
      {early !== undefined && (
        <li>
          <StatusText tone="soon">{t(`${props.at}.early.said`)}</StatusText>
          <p className="month-remark">{t('early', { text: early })}</p>
        </li>
      )}
      {journal.state === 'bad' && (
        <li>
          <StatusText tone="over">{t('check.journalBad')}</StatusText>
          <Remark {...props} item={JOURNAL_CHECK} name={t('item.journal')} />
        </li>
      )}
      {checks
        .toSorted((a, b) => rank(a) - rank(b))
        .map(check => (
          <Check key={check.item} {...props} check={check} />
        ))}
      {journal.state !== 'bad' && (
        <li>
          {journal.state === 'checking' ? (
            <StatusText>{t('check.journalChecking')}</StatusText>
          ) : (
            <StatusText tone="ok">{t('check.journal', { count: journal.records })}</StatusText>
          )}
        </li>
      )}
    </ul>
  );
}
