import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { Indicator } from '#shared/procedure/indicator.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { findPeriodPaper } from '#shared/reports/period.papers.ts';
import type { StatisticRow, StatisticTable } from '#shared/reports/statistic.table.ts';
import { ALL_PROCEDURES } from '#shared/reports/statistic.words.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { FormulaForm } from './formula-form.tsx';
import { StatisticChart } from './statistic-chart.tsx';
import { StatisticChoice } from './statistic-choice.tsx';
import { periodText, placeOf, type StatisticPaper, type StatisticPlace } from './statistic-place.ts';
import { StatisticTableView } from './statistic-table-view.tsx';
import './statistics-page.css';
import { useStatisticExport } from './use-statistic-export.ts';
import { useStatistics } from './use-statistics.ts';

export interface StatisticsPageProps {
  /** Those that may be chosen. */
  readonly procedures: readonly Procedure[];
  /** What was last looked at. */
  readonly at: StatisticPlace | undefined;
  readonly onAt: (at: StatisticPlace) => void;
  readonly onOpenCases: (ids: readonly CaseId[], words: string) => void;
  readonly onOpenCase: (id: CaseId) => void;
  readonly onOpenReport: (procedure: string, paper: string) => void;
  readonly onOpenPaper: (which: StatisticPaper, at: StatisticPlace) => void;
}

/** Columns of the charts: what was closed in time, late, and what is open. */
const CHARTS: Readonly<
  Partial<Record<StatisticTable['id'], Parameters<typeof StatisticChart>[0]['columns']>>
> = {
  classes: [{ at: 0, fill: 'solid' }],
  trend: [{ at: 0, fill: 'solid' }],
};

/** Of a long list the screen shows these; all of it is opened, printed and saved. */
const MOST_ROWS = 50;

/** 统计: figures of a period that open their cases, and go out on paper and as a file. */
export function StatisticsPage(props: StatisticsPageProps): ReactNode {
  const { procedures, onAt, onOpenCases, onOpenPaper } = props;
  const { t, i18n } = useTranslation('statistics');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const desk = useDesk();
  const at = props.at ?? placeOf('month', dateOf(desk.now()));
  const [tries, setTries] = useState(0);
  const { tables, fault, counting } = useStatistics(at, tries);
  const procedure = procedures.find(({ id }) => id === at.procedure);
  const name = procedure?.name ?? ALL_PROCEDURES;
  const { state, save } = useStatisticExport(name, at);
  const act = (id: string, words: string, run: () => void, key?: string): Command => ({
    ...{ id, name: words, key, group: 'here' },
    run,
  });
  const acts = {
    figures: act('print-figures', t('printFigures'), () => onOpenPaper('figures', at), 'Ctrl+P'),
    register: act('print-register', t('printRegister'), () => onOpenPaper('register', at)),
    xlsx: act('save-xlsx', t('saveXlsx'), () => void save('xlsx')),
    csv: act('save-csv', t('saveCsv'), () => void save('csv')),
  };
  useCommands(Object.values(acts));
  const shown = tables?.filter(({ id }) => id !== 'register') ?? [];
  const register = tables?.find(({ id }) => id === 'register');
  const inRegister = register?.rows.flatMap(row => row.case ?? []) ?? [];
  return (
    <>
      <PageHead
        title={t('title')}
        sub={
          <span className="num">
            {inLanguage(name, language)} · {inLanguage(periodText(at), language)}
          </span>
        }
        actions={<ActButton rank="filled" command={acts.figures} />}
      />
      <PageColumns
        side={
          <SideColumn
            sections={[
              {
                ...{ id: 'choice', panelKey: 'F6', title: t('choice') },
                content: <StatisticChoice {...{ procedures, at, onAt }} />,
              },
              {
                ...{ id: 'out', title: t('out') },
                content: (
                  <div className="statistics-choice">
                    <ActButton command={acts.register} />
                    <ActButton busy={state.kind === 'saving'} command={acts.xlsx} />
                    <ActButton busy={state.kind === 'saving'} command={acts.csv} />
                    <p className="statistics-quiet">{t('outNote')}</p>
                    <div role="status">
                      {state.kind === 'saved' && (
                        <StatusText tone="ok">{t('saved', { path: state.path })}</StatusText>
                      )}
                    </div>
                    {state.kind === 'fault' && <FaultNotice title={t('notSaved')} fault={state.fault} />}
                  </div>
                ),
              },
            ]}
          />
        }
      >
        {fault && (
          <>
            <FaultNotice title={t('notCounted')} fault={fault} />
            <ActButton onClick={() => setTries(tries + 1)}>{t('again')}</ActButton>
          </>
        )}
        {!tables && !fault && <SkeletonLines count={8} height="row" />}
        {tables && (
          <div className="statistics" aria-busy={counting}>
            {shown.map(table => (
              <TablePart key={table.id} {...props} {...{ table, language }} />
            ))}
            <section aria-label={t('register')}>
              <h2>{t('register')}</h2>
              <p>{t('registerOf', { count: inRegister.length })}</p>
              {inRegister.length > 0 && (
                <ActButton onClick={() => onOpenCases(inRegister, t('register'))}>
                  {t('openRegister')}
                </ActButton>
              )}
            </section>
          </div>
        )}
      </PageColumns>
    </>
  );
}

interface TablePartProps extends StatisticsPageProps {
  readonly table: StatisticTable;
  readonly language: Language;
}

function TablePart(props: TablePartProps): ReactNode {
  const { table, language, onOpenCases, onOpenCase, onOpenReport } = props;
  const { t } = useTranslation('statistics');
  const { me, procedures } = useOpenDesk();
  const [changing, setChanging] = useState<Indicator | null>(null);
  const title = inLanguage(table.title, language);
  const columns = CHARTS[table.id];
  const mayChange = table.id === 'indicators' && me.roles.includes('records-officer');
  const actOf = (row: StatisticRow): ReactNode => {
    const label = inLanguage(row.label, language);
    if (table.id === 'indicators') {
      const indicator = Indicator.safeParse(row.id);
      return (
        indicator.success && (
          <ActButton
            size="small"
            aria-label={t('formulaOf', { name: label })}
            onClick={() => setChanging(indicator.data)}
          >
            {t('change')}
          </ActButton>
        )
      );
    }
    const [procedure = '', paper = ''] = row.id.split(' ');
    const found = procedures.find(({ id }) => id === procedure);
    return (
      found &&
      findPeriodPaper(found, paper) && (
        <ActButton
          size="small"
          aria-label={t('openReport', { name: label })}
          onClick={() => onOpenReport(procedure, paper)}
        >
          {t('look')}
        </ActButton>
      )
    );
  };
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {table.rows.length === 0 ? (
        <p>{t(`empty.${table.id as 'classes'}`)}</p>
      ) : (
        <>
          {columns && (
            <StatisticChart {...{ table, columns, language, onOpenCases }} opens={columns[0]?.at ?? 0} />
          )}
          <StatisticTableView
            {...{ table, language, onOpenCases, onOpenCase }}
            most={MOST_ROWS}
            actOf={mayChange || table.id === 'reports' ? actOf : undefined}
          />
          {table.rows.length > MOST_ROWS && (
            <p>{t('more', { count: table.rows.length, shown: MOST_ROWS })}</p>
          )}
        </>
      )}
      {changing && (
        <FormulaForm
          key={changing}
          indicator={changing}
          language={language}
          onDone={() => setChanging(null)}
        />
      )}
    </section>
  );
}
