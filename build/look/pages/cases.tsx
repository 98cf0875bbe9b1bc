import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { KeyLine } from '#renderer/ui/button/key-line.tsx';
import { DeadlineMark } from '#renderer/ui/deadline/deadline-mark.tsx';
import type { DeadlineState } from '#renderer/ui/deadline/deadline.state.ts';
import { BottomBar } from '#renderer/ui/frame/bottom-bar.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { FilterChip, FilterLine } from '#renderer/ui/list/filter-chip.tsx';
import { ViewTabs } from '#renderer/ui/list/view-tabs.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import type { LedgerColumn, LedgerSort } from '#renderer/ui/table/ledger.columns.ts';
import { Desk } from '../desk.tsx';
import { keyed } from '../keyed.ts';
import { useSay } from '../say.ts';
import './cases.css';

interface Row {
  readonly number: number;
  readonly due: DeadlineState;
  readonly who: string;
  readonly what: string;
}

const days = (amount: number): { amount: number; unit: 'working-days' } => ({ amount, unit: 'working-days' });
const DUES: readonly DeadlineState[] = [
  { kind: 'overdue', by: { amount: 2, unit: 'calendar-days' } },
  { kind: 'today' },
  { kind: 'near', left: days(1) },
  { kind: 'near', left: days(2) },
  { kind: 'paused' },
  { kind: 'far', left: days(5) },
  { kind: 'met' },
  { kind: 'late', by: { amount: 1, unit: 'calendar-days' } },
  { kind: 'not-begun' },
  { kind: 'none' },
];
const WHO = ['孙试填', '周范例等 4 人', '钱样本', '吴拟名', '李小样', '匿名'];
const WHAT = ['地下车库漏水，车辆被浸', '广场舞音响扰民，夜间超过十点', '3 号楼电梯多次停运，老人上下楼困难'];

const rowAt = (index: number): Row => ({
  number: index + 1,
  due: DUES[index % DUES.length] ?? { kind: 'none' },
  who: WHO[index % WHO.length] ?? '',
  what: WHAT[index % WHAT.length] ?? '',
});

export function CasesPage({ empty = false }: { readonly empty?: boolean }): ReactNode {
  const say = useSay();
  const [current, setCurrent] = useState(4);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set([3, 4, 5]));
  const [sort, setSort] = useState<LedgerSort>({ column: 'due', direction: 'ascending' });
  const [view, setView] = useState('all');

  const columns: readonly LedgerColumn<Row>[] = [
    {
      id: 'number',
      head: say('编号', 'Number'),
      width: 10.25,
      cell: row => <span className="num">凤社〔2026〕{String(row.number).padStart(4, '0')} 号</span>,
    },
    {
      id: 'due',
      head: say('时限', 'Deadline'),
      width: 11,
      cell: row => <DeadlineMark state={row.due} />,
      orders: {
        ascending: say('先到期的在前', 'first due first'),
        descending: say('后到期的在前', 'last due first'),
      },
    },
    { id: 'who', head: say('反映人', 'From'), width: 7, cell: row => row.who },
    { id: 'what', head: say('事由', 'Matter'), width: 14, grows: true, cell: row => row.what },
    { id: 'kind', head: say('类别', 'Category'), width: 5, fold: 1, quiet: true, cell: () => '物业管理' },
    { id: 'state', head: say('状态', 'State'), width: 4.5, fold: 3, quiet: true, cell: () => '办理中' },
    { id: 'by', head: say('承办', 'With'), width: 4.5, fold: 2, quiet: true, cell: () => '陈承办' },
    { id: 'at', head: say('登记', 'Since'), width: 4, fold: 4, quiet: true, cell: () => '09-23' },
  ];

  const toggle = (index: number): void => {
    const next = new Set(ticked);
    if (!next.delete(index)) next.add(index);
    setTicked(next);
  };

  return (
    <Desk at="cases">
      <PageHead
        title={say('案件', 'Cases')}
        actions={
          <>
            <ActButton icon={<IconDownload size={20} />}>{say('导出表格', 'Export')}</ActButton>
            <ActButton
              rank={empty ? 'default' : 'filled'}
              icon={<IconPlus size={20} />}
              command={keyed('Ctrl+N')}
            >
              {say('接待登记', 'Register')}
            </ActButton>
          </>
        }
      />
      <PageColumns
        padded={false}
        foot={
          <BottomBar
            status={
              <KeyLine
                keys={[
                  { keys: '↑ ↓', does: say('换一件', 'move') },
                  { keys: say('空格', 'Space'), does: say('选中', 'tick') },
                  { keys: 'Enter', does: say('打开', 'open') },
                ]}
              />
            }
          />
        }
      >
        <div className="look-cases">
          <ViewTabs
            at={view}
            onChange={setView}
            tabs={[
              { id: 'open', label: say('在办', 'Open'), count: 14 },
              { id: 'mine', label: say('我承办的', 'Mine'), count: 6 },
              { id: 'soon', label: say('三天内到期', 'Due in three days'), count: 6 },
              { id: 'back', label: say('等签回', 'To be signed'), count: 2 },
              { id: 'all', label: say('全部', 'All'), count: 100_000 },
            ]}
            act={
              <ActButton rank="text" size="small">
                {say('保存这个视图', 'Keep this view')}
              </ActButton>
            }
          />
          <FilterLine
            addLabel={say('加条件', 'Add')}
            onAdd={() => undefined}
            amount={say(empty ? '0 件' : '100,000 件', empty ? '0 cases' : '100,000 cases')}
          >
            <FilterChip name={say('登记日', 'Registered')} value="2026" onRemove={() => undefined} />
            <FilterChip
              name={say('类别', 'Category')}
              value={say('全部', 'any')}
              onChange={() => undefined}
            />
          </FilterLine>
          {empty ? (
            <div className="scroll">
              <EmptyState
                title={say('这两个条件下没有“王小明”', 'No “王小明” under these two conditions')}
                nearby={say(
                  '去掉条件后，全部 12,486 件里有 3 件对得上。',
                  'Without them 3 of 12,486 cases match.',
                )}
                acts={
                  <>
                    <ActButton rank="filled" keyHint="Enter">
                      {say('去掉条件，看这 3 件', 'Drop them and see these 3')}
                    </ActButton>
                    <ActButton>{say('新登记一件', 'Register a new one')}</ActButton>
                  </>
                }
                more={say(
                  '也可以这样找：电话后四位 8000；门牌 501。',
                  'Or look for the last four digits of a phone.',
                )}
              />
            </div>
          ) : (
            <LedgerTable
              label={say('案件', 'Cases')}
              columns={columns}
              count={100_000}
              rowAt={rowAt}
              current={current}
              onCurrentChange={setCurrent}
              onOpen={() => undefined}
              sort={sort}
              onSort={setSort}
              ticks={{
                isTicked: index => ticked.has(index),
                onTick: toggle,
                all: false,
                onTickAll: () => undefined,
              }}
            />
          )}
        </div>
      </PageColumns>
    </Desk>
  );
}
