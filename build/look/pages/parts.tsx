import { NumberInput, Select, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { instantAt } from '#shared/core/instant.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { DeadlineMark } from '#renderer/ui/deadline/deadline-mark.tsx';
import type { DeadlineState } from '#renderer/ui/deadline/deadline.state.ts';
import { TimeBar } from '#renderer/ui/deadline/time-bar.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideSection } from '#renderer/ui/frame/side-section.tsx';
import { Progress } from '#renderer/ui/notice/progress.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { TickMany } from '#renderer/ui/paper-form/tick-many.tsx';
import { Desk } from '../desk.tsx';
import { keyed } from '../keyed.ts';
import { useSay } from '../say.ts';
import './parts.css';

const STATES: readonly DeadlineState[] = [
  { kind: 'far', left: { amount: 5, unit: 'working-days' } },
  { kind: 'near', left: { amount: 2, unit: 'working-days' } },
  { kind: 'today' },
  { kind: 'today', time: '16:30' },
  { kind: 'overdue', by: { amount: 2, unit: 'calendar-days' } },
  { kind: 'paused' },
  { kind: 'met' },
  { kind: 'late', by: { amount: 1, unit: 'calendar-days' } },
  { kind: 'not-begun' },
  { kind: 'reminder' },
  { kind: 'lapsed' },
  { kind: 'none' },
];

const at = (time: string, date = '2026-10-12'): ReturnType<typeof instantAt> =>
  instantAt(plainDate(date), time);

export function PartsPage(): ReactNode {
  const say = useSay();
  return (
    <Desk at="settings">
      <PageHead title={say('零件', 'Parts')} />
      <PageColumns>
        <div className="look-parts">
          <SideSection title={say('按钮', 'Buttons')}>
            <div className="look-row">
              <ActButton rank="filled" icon={<IconPrinter size={20} />} command={keyed('Ctrl+P')}>
                {say('打印', 'Print')}
              </ActButton>
              <ActButton command={keyed('F9')}>{say('保存', 'Save')}</ActButton>
              <ActButton rank="text">{say('不选了', 'None')}</ActButton>
              <ActButton size="small">{say('看一眼', 'Look')}</ActButton>
              <ActButton disabled>{say('不能按', 'Not now')}</ActButton>
            </div>
          </SideSection>
          <SideSection title={say('时限', 'Deadlines')}>
            <div className="look-row">
              {STATES.map((state, index) => (
                <DeadlineMark key={index} state={state} />
              ))}
            </div>
          </SideSection>
          <SideSection title={say('几小时的时限', 'A limit in hours')}>
            <TimeBar
              now={at('16:30')}
              due={at('10:30', '2026-10-13')}
              times={[
                { from: at('15:30'), to: at('17:30'), state: 'counted', minutes: 120 },
                { from: at('17:30'), to: at('09:00', '2026-10-13'), state: 'closed', minutes: 930 },
                {
                  from: at('09:00', '2026-10-13'),
                  to: at('09:30', '2026-10-13'),
                  state: 'paused',
                  minutes: 30,
                },
                {
                  from: at('09:30', '2026-10-13'),
                  to: at('10:30', '2026-10-13'),
                  state: 'counted',
                  minutes: 60,
                },
              ]}
            />
          </SideSection>
          <SideSection title={say('状态', 'States')}>
            <div className="look-row">
              <StatusText>{say('离线', 'offline')}</StatusText>
              <StatusText tone="ok">{say('已收讫', 'received')}</StatusText>
              <StatusText tone="soon">{say('等签回', 'awaited')}</StatusText>
              <StatusText tone="over">{say('退回', 'refused')}</StatusText>
            </div>
            <Progress
              label={say('正在导入', 'Importing')}
              done={1200}
              total={10_000}
              onCancel={() => undefined}
            />
            <SkeletonLines count={2} />
          </SideSection>
          <SideSection title={say('栏目', 'Fields')}>
            <div className="look-grid">
              <TextInput
                label={say('单位全称', 'Office')}
                description={say('写公章上的名字', 'As on the seal')}
              />
              <NumberInput label={say('份数', 'Copies')} defaultValue={2} hideControls />
              <Select
                label={say('打印机', 'Printer')}
                data={[say('前台激光打印机', 'Front desk'), say('楼上', 'Upstairs')]}
                defaultValue={say('前台激光打印机', 'Front desk')}
              />
              <TickMany
                label={say('职责', 'Roles')}
                options={[
                  { value: 'r', label: say('登记员', 'Registrar') },
                  { value: 'h', label: say('承办人', 'Handler') },
                ]}
                defaultValue={['r']}
              />
            </div>
          </SideSection>
        </div>
      </PageColumns>
    </Desk>
  );
}
