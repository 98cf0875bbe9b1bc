import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportState } from '#shared/case/office.state.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { CASE_COLUMNS, CASE_TABS } from '#shared/list/case-list.choices.ts';
import { kindsOf } from '#shared/list/case.conditions.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useConditionWords } from '#renderer/features/cases/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

/** As many as one looks at. */
const FIRST = 10;

/** Which cases left the program as a spreadsheet: when, by whom, how many and by which choice. */
export function ExportsSection(): ReactNode {
  const { t } = useTranslation('settings');
  const { exports = [] } = useOpenDesk().office;
  const [all, setAll] = useState(false);
  const latest = exports.toReversed();
  const shown = all ? latest : latest.slice(0, FIRST);
  return (
    <section className="settings" aria-label={t('exports.title')}>
      <h2>{t('exports.title')}</h2>
      <p className="settings-quiet">{t('exports.note')}</p>
      {latest.length === 0 && <p>{t('exports.none')}</p>}
      <ul className="settings-people" aria-label={t('exports.title')}>
        {shown.map((each, nth) => (
          <Taken key={latest.length - nth} {...each} />
        ))}
      </ul>
      {shown.length < latest.length && (
        <ActButton onClick={() => setAll(true)}>
          {t('exports.all', { count: latest.length - shown.length })}
        </ActButton>
      )}
    </section>
  );
}

/** What went out that was not chosen in a list of cases. */
const OTHER_LISTS = ['statistics', 'figure'] as const;
/** Tables of the statistics that name cases. */
const TABLES = ['register', 'overdue'] as const;

function wordsFor<Id extends string>(known: readonly Id[], id: string, words: (id: Id) => string): string {
  const found = known.find(each => each === id);
  return found === undefined ? id : words(found);
}

function Taken({ taken, at, by }: ExportState): ReactNode {
  const { t } = useTranslation('settings');
  const { t: tc } = useTranslation('cases');
  const { nameOf, valueOf } = useConditionWords();
  const tab = CASE_TABS.find(id => id === taken.list);
  const chosen = [
    tab === undefined
      ? wordsFor(OTHER_LISTS, taken.list, id => t(`exports.list.${id}`))
      : tc(`view.${tab}`, { month: Number(dateOf(at).slice(5, 7)) }),
    ...kindsOf(taken.conditions).map(kind => `${nameOf(kind)} ${valueOf(taken.conditions, kind)}`),
    ...(taken.found ? [t('exports.found')] : []),
  ];
  const columns = taken.columns.map(id => {
    const known = CASE_COLUMNS.find(each => each === id);
    return known === undefined
      ? wordsFor(TABLES, id, table => t(`exports.table.${table}`))
      : tc(`column.${known}`);
  });
  return (
    <li>
      <div className="settings-person">
        <strong>{t('exports.line', { by, count: taken.cases })}</strong>
        <span className="num">{`${dateOf(at)} ${timeOf(at)}`}</span>
      </div>
      <p className="settings-quiet">{t('exports.chosen', { chosen: chosen.join(t('exports.and')) })}</p>
      <p className="settings-quiet">{t('exports.columns', { columns: columns.join(t('exports.and')) })}</p>
    </li>
  );
}
