import { IconWifi, IconWifiOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { TopText } from '#renderer/ui/frame/top-bar.tsx';
import { topWords } from './outbox-words.ts';
import { useOutbox } from './use-outbox.ts';

/** 离线，3 件待报送: the network in words, in the top bar. */
export function NetworkNote(): ReactNode {
  const { t } = useTranslation('outbox');
  const { bundles } = useOpenDesk().office;
  const answer = useOutbox();
  const unsent = bundles.filter(({ receipt }) => !receipt).length;
  return (
    <TopText icon={answer?.line.at === 'online' ? IconWifi : IconWifiOff} live>
      {topWords(t, answer, unsent)}
    </TopText>
  );
}
