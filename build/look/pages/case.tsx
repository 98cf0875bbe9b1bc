import { IconChevronUp, IconPhoto, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DayNote } from '#shared/calendar/limit.types.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { KeyHint } from '#renderer/ui/button/key-hint.tsx';
import { DeadlineCalendar } from '#renderer/ui/deadline/deadline-calendar.tsx';
import { DeadlineMark } from '#renderer/ui/deadline/deadline-mark.tsx';
import { DeadlineWhy } from '#renderer/ui/deadline/deadline-why.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { Timeline } from '#renderer/ui/list/timeline.tsx';
import { Track } from '#renderer/ui/list/track.tsx';
import { Desk } from '../desk.tsx';
import { keyed } from '../keyed.ts';
import { useSay } from '../say.ts';
import './case.css';

type State = DayNote['state'];
const workday = { kind: 'workday' } as const;
const holiday = (zh: string, en: string) => ({ kind: 'holiday', name: { zh, en } }) as const;

/** 9月23日 to 10月14日 2026: Mid-Autumn, a stop, the National Day week, a make-up Saturday. */
function days(): DayNote[] {
  const rows: [string, State, DayNote['day'], number?][] = [
    ['2026-09-23', 'start', workday],
    ['2026-09-24', 'counted', workday, 1],
    ...['25', '26', '27'].map((day): [string, State, DayNote['day']] => [
      `2026-09-${day}`,
      'skipped',
      holiday('中秋', 'Mid-Autumn'),
    ]),
    ['2026-09-28', 'counted', workday, 2],
    ['2026-09-29', 'paused', workday],
    ['2026-09-30', 'paused', workday],
    ...['01', '02', '03', '04', '05', '06', '07'].map((day): [string, State, DayNote['day']] => [
      `2026-10-${day}`,
      'skipped',
      holiday('国庆', 'National'),
    ]),
    ['2026-10-08', 'paused', workday],
    ['2026-10-09', 'counted', workday, 3],
    ['2026-10-10', 'counted', { kind: 'make-up', holiday: { zh: '国庆', en: 'National' } }, 4],
    ['2026-10-11', 'skipped', { kind: 'weekend' }],
    ['2026-10-12', 'counted', workday, 5],
    ['2026-10-13', 'counted', workday, 6],
    ['2026-10-14', 'counted', workday, 7],
  ];
  return rows.map(([date, state, day, nth]) => ({
    date: plainDate(date),
    state,
    day,
    ...(nth === undefined ? {} : { nth }),
    ...(state === 'paused' ? { pause: { zh: '等补充材料', en: 'waiting for papers' } } : {}),
  }));
}

function Clock(): ReactNode {
  const say = useSay();
  return (
    <section className="look-clocks">
      <div className="look-clock">
        <h2>{say('答复', 'Answer')}</h2>
        <DeadlineMark state={{ kind: 'near', left: { amount: 2, unit: 'working-days' } }} />
        <b className="num">{say('10月14日（周三）前', 'by Wed 14 Oct')}</b>
        <ActButton size="small" command={keyed('Alt+W')} icon={<IconChevronUp size={16} />} aria-expanded>
          {say('为什么是这天', 'Why this day')}
        </ActButton>
      </div>
      <DeadlineWhy
        lines={[
          {
            term: say('规定', 'Rule'),
            words: say('答复 7 个工作日。规程没有写，本单位设定', '7 working days, set by this office'),
          },
          {
            term: say('起算', 'Start'),
            words: say('9月23日（周三） 10:05，当天不算', 'Wed 23 Sep 10:05, not included'),
          },
          {
            term: say('算进去', 'Counted'),
            words: say('7 天，含补班 10月10日（周六）', '7 days, with the make-up day Sat 10 Oct'),
          },
          {
            term: say('没有算', 'Not counted'),
            words: say('中秋 3 天、国庆 7 天、周末 1 天', 'Mid-Autumn 3, National Day 7, weekend 1'),
          },
          {
            term: say('中止', 'Stopped'),
            words: say(
              '9月28日至10月8日，停 3 天（等补充材料）',
              '28 Sep to 8 Oct, 3 days (waiting for papers)',
            ),
          },
          {
            term: say('到期', 'Due'),
            words: say('10月14日（周三），当天 24:00 为止', 'Wed 14 Oct, until 24:00'),
          },
        ]}
        act={
          <ActButton rank="text" size="small" icon={<IconPrinter size={18} />}>
            {say('打印这份说明', 'Print this')}
          </ActButton>
        }
      >
        <DeadlineCalendar
          days={days()}
          today={plainDate('2026-10-12')}
          due={plainDate('2026-10-14')}
          startLabel={say('登记', 'Start')}
        />
      </DeadlineWhy>
      <div className="look-clock">
        <h2>{say('受理', 'Accept')}</h2>
        <DeadlineMark
          state={{ kind: 'met' }}
          words={say('按时，用了 1 个工作日', 'In time, after 1 working day')}
        />
      </div>
      <div className="look-clock">
        <h2>{say('回访', 'Visit')}</h2>
        <DeadlineMark state={{ kind: 'not-begun' }} />
      </div>
    </section>
  );
}

export function CasePage(): ReactNode {
  const say = useSay();
  return (
    <Desk at="cases">
      <PageHead
        above={
          <>
            <a href="#cases">{say('在办', 'Open')}</a>
            <span>{say('第 5 件，共 14 件', '5 of 14')}</span>
            <KeyHint keys="Alt+↑ ↓" />
          </>
        }
        title={say('3 号楼电梯多次停运，老人上下楼困难', 'Lift of house 3 stands still')}
        beside={<span className="num">{say('办理中', 'in hand')}</span>}
        below={
          <span>
            {say('反映人', 'From')} <b>李小样</b>
          </span>
        }
        actions={<b className="num">凤社〔2026〕0139 号</b>}
      />
      <PageColumns
        sideWidth={21.5}
        leastMain={34}
        side={
          <SideColumn
            sections={[
              {
                id: 'next',
                title: say('下一步', 'Next'),
                content: (
                  <div className="look-next">
                    <ActButton
                      rank="filled"
                      size="big"
                      command={keyed('Ctrl+Enter')}
                      detail={say(
                        '写处理结果，出《答复告知书》，时限停表',
                        'Write the result; the clock stops',
                      )}
                    >
                      {say('答复', 'Answer')}
                    </ActButton>
                    <ActButton wide command={keyed('Alt+J')}>
                      {say('记办理经过', 'Note')}
                    </ActButton>
                  </div>
                ),
              },
              {
                id: 'papers',
                title: say('文书', 'Papers'),
                amount: '4',
                content: (
                  <ul className="look-lines">
                    <li>
                      <b>{say('转办单', 'Transfer')}</b>
                      <Track
                        steps={[
                          { label: say('打印', 'printed'), state: 'done' },
                          { label: say('等签回，已 18 天', 'signature awaited, 18 days'), state: 'waiting' },
                        ]}
                      />
                    </li>
                    <li>
                      <b>{say('补充材料告知单', 'Request for papers')}</b>
                      <Track
                        steps={[
                          { label: say('打印', 'printed'), state: 'done' },
                          { label: say('送达', 'served'), state: 'done' },
                          { label: say('签回', 'signed'), state: 'open' },
                        ]}
                      />
                    </li>
                  </ul>
                ),
              },
            ]}
          />
        }
      >
        <Clock />
        <h2>{say('办理经过', 'Course')}</h2>
        <Timeline
          label={say('办理经过', 'Course')}
          entries={[
            {
              id: '3',
              time: say('今天 09:05', 'Today 09:05'),
              kind: 'step',
              person: say('陈承办', 'Chen'),
              act: say('记办理经过：维保单位已到场。', 'noted: the fitters came.'),
              more: (
                <>
                  <IconPhoto size={16} aria-hidden /> {say('现场照片 3 张', '3 photographs')}
                </>
              ),
            },
            {
              id: '2',
              time: say('9月28日 17:10', '28 Sep 17:10'),
              kind: 'note',
              person: say('陈承办', 'Chen'),
              act: say('发《补充材料告知单》，中止计时', 'asked for papers, clock stopped'),
            },
            {
              id: '1',
              time: say('9月23日 15:32', '23 Sep 15:32'),
              kind: 'step',
              person: say('王登记', 'Wang'),
              act: say('登记，读回确认，打印登记表 2 份', 'registered and printed'),
            },
          ]}
        />
      </PageColumns>
    </Desk>
  );
}
