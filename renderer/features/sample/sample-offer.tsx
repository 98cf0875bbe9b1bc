import { IconSchool } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton, type ActButtonProps } from '#renderer/ui/button/act-button.tsx';
import { SampleDialog } from './sample-dialog.tsx';

/** The way from the real office into the sample one, with the question before it. */
export function SampleOffer({ rank = 'text' }: Pick<ActButtonProps, 'rank'>): ReactNode {
  const { t } = useTranslation('sample');
  const [asked, setAsked] = useState(false);
  return (
    <>
      <ActButton
        rank={rank}
        size={rank === 'text' ? 'small' : 'normal'}
        icon={<IconSchool size={20} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        {t('offer')}
      </ActButton>
      {asked && <SampleDialog onClose={() => setAsked(false)} />}
    </>
  );
}
