import { IconAlertTriangle, IconLockSquareRounded, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { BarChart } from '#renderer/ui/chart/bar-chart.tsx';
import { Figure, FigureGrid } from '#renderer/ui/chart/figures.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { ErrorNotice } from '#renderer/ui/notice/error-notice.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { StepList } from '#renderer/ui/steps/step-list.tsx';
import { Desk } from '../desk.tsx';
import { keyed } from '../keyed.ts';
import { useSay } from '../say.ts';
import './month.css';

const KINDS: readonly [string, string, readonly number[]][] = [
  ['物业管理', 'Property', [12, 1, 1]],
  ['邻里噪声', 'Noise', [8, 0, 1]],
  ['环境卫生', 'Cleanliness', [8, 0, 0]],
  ['公共设施', 'Facilities', [6, 0, 1]],
  ['反馈意见', 'Feedback', [2, 0, 1]],
  ['举报', 'Reports', [0, 0, 1]],
];

export function MonthPage({ broken = false }: { readonly broken?: boolean }): ReactNode {
  const say = useSay();
  const steps = [
    ['check', say('核对、说明', 'Check')],
    ['approve', say('负责人批准', 'Approval')],
    ['lock', say('锁账封包', 'Lock')],
    ['send', say('送出', 'Send')],
    ['receipt', say('收回执', 'Receipt')],
  ].map(([id = '', label = '']) => ({ id, label }));
  return (
    <Desk at="month">
      <PageHead
        title={say('9月月结', 'September')}
        sub={say(
          '9月1日至30日　10月15日（周四）前报总部，还有 3 天',
          'To headquarters by Thu 15 Oct, 3 days left',
        )}
        actions={<ActButton icon={<IconPrinter size={20} />}>{say('印统计表', 'Print figures')}</ActButton>}
      />
      <PageColumns
        sideWidth={19}
        sideHasAct
        side={
          <SideColumn
            sections={[
              {
                id: 'send',
                title: say('送总部', 'To headquarters'),
                amount: say('两条路走一条就行', 'either way will do'),
                content: (
                  <>
                    <p>
                      <b>{say('网络', 'Network')}</b> {say('离线', 'offline')}
                    </p>
                    <StatusText tone="ok">{say('已收讫', 'received')}</StatusText>
                  </>
                ),
              },
            ]}
            foot={
              <ActButton
                rank="filled"
                size="big"
                command={keyed('Ctrl+Enter')}
                icon={<IconLockSquareRounded size={22} />}
              >
                {say('送林主任批准', 'Ask for approval')}
              </ActButton>
            }
          />
        }
      >
        <div className="look-month">
          <StepList steps={steps} at={broken ? 3 : 0} direction="across" />
          <FigureGrid label={say('9月', 'September')} columns={4}>
            <Figure
              value="47"
              unit={say('件', 'cases')}
              label={say('登记', 'registered')}
              onOpen={() => undefined}
            />
            <Figure
              value="41"
              unit={say('件', 'cases')}
              label={say('办结', 'closed')}
              onOpen={() => undefined}
            />
            <Figure
              value="97.6"
              unit="%"
              label={say('按时 40／41', 'in time, 40 of 41')}
              onOpen={() => undefined}
            />
            <Figure value="92.1" unit="%" label={say('满意 35／38', 'content, 35 of 38')} />
          </FigureGrid>
          <BarChart
            title={say('按类别', 'By category')}
            unit={say('件', 'cases')}
            parts={[
              { name: say('按时办结', 'in time'), fill: 'solid' },
              { name: say('逾期办结', 'late'), fill: 'hatched' },
              { name: say('在办', 'open'), fill: 'hollow' },
            ]}
            rows={KINDS.map(([zh, en, values], index) => ({
              id: zh,
              label: say(zh, en),
              values,
              ...(index < 3 ? { onOpen: () => undefined } : {}),
            }))}
          />
          <Note tone="soon" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {say('逾期没有说明：1 件', 'One case overdue without a reason')}
          </Note>
        </div>
      </PageColumns>
      <Dialog
        open={broken}
        onClose={() => undefined}
        icon={<IconAlertTriangle size={28} aria-hidden className="look-over" />}
        title={say('没有写完：U 盘中途断开', 'Not written: the stick was pulled out')}
      >
        <ErrorNotice
          title={say('没有写完：U 盘中途断开', 'Not written: the stick was pulled out')}
          hideTitle
          urgent={false}
          what={say(
            '写到 62% 时，U 盘（E:）读不到了。多半是碰松了，或者提前拔了。',
            'At 62 % the stick was gone.',
          )}
          kept={say(
            '都在。9月的案卷包完整地留在这台电脑里。',
            'All of it. The bundle is whole on this computer.',
          )}
          next={say('插紧 U 盘，点“再写一次”。', 'Push the stick in and write again.')}
          code="USB-07"
          onCopy={() => undefined}
          acts={
            <>
              <ActButton rank="filled" keyHint="Enter" data-autofocus>
                {say('再写一次', 'Write again')}
              </ActButton>
              <ActButton>{say('换一个 U 盘', 'Another stick')}</ActButton>
              <ActButton command={keyed('Esc')}>{say('以后再说', 'Later')}</ActButton>
            </>
          }
        />
      </Dialog>
    </Desk>
  );
}
