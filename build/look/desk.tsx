import {
  IconArchive,
  IconBook2,
  IconChartBar,
  IconFileText,
  IconFolders,
  IconHeadset,
  IconLayoutDashboard,
  IconLock,
  IconSettings,
  IconTextSize,
  IconUser,
  IconWifiOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Frame } from '#renderer/ui/frame/frame.tsx';
import { SearchButton, TopButton, TopText } from '#renderer/ui/frame/top-bar.tsx';
import { keyed } from './keyed.ts';
import { useSay } from './say.ts';

/** The frame as the program fills it. */
export function Desk({ at, children }: { readonly at: string; readonly children: ReactNode }): ReactNode {
  const say = useSay();
  return (
    <Frame
      office={say('凤凰社区居委会', 'Phoenix Community')}
      at={at}
      onOpen={() => undefined}
      foot={[say('凤凰台账 1.0', 'Phoenix Desk 1.0'), say('已自动备份 09:30', 'Backed up 09:30')]}
      search={
        <SearchButton
          text={say('搜索：编号、姓名、拼音、电话尾号、命令', 'Search: number, name, phone, command')}
          command={keyed('Ctrl+K')}
        />
      }
      tools={
        <>
          <TopText icon={IconWifiOff} live>
            {say('离线，3 件待报送', 'Offline, 3 to send')}
          </TopText>
          <TopButton command={{ ...keyed(''), key: undefined }} icon={IconTextSize} aria-pressed={false}>
            {say('大字', 'Large')}
          </TopButton>
          <TopText icon={IconUser}>{say('王登记', 'Wang')}</TopText>
          <TopButton icon={IconLock} command={keyed('Ctrl+L')}>
            {say('锁定', 'Lock')}
          </TopButton>
        </>
      }
      items={[
        { id: 'bench', label: say('工作台', 'Workbench'), icon: IconLayoutDashboard, count: 8 },
        { id: 'reception', label: say('接待登记', 'Register'), icon: IconHeadset },
        { id: 'cases', label: say('案件', 'Cases'), icon: IconFolders },
        { id: 'papers', label: say('文书', 'Papers'), icon: IconFileText, count: 2 },
        { id: 'month', label: say('月结与报送', 'Month'), icon: IconArchive },
        { id: 'stats', label: say('统计', 'Figures'), icon: IconChartBar, apart: true },
        { id: 'procedures', label: say('规程', 'Procedures'), icon: IconBook2 },
        { id: 'settings', label: say('设置', 'Settings'), icon: IconSettings },
      ]}
    >
      {children}
    </Frame>
  );
}
