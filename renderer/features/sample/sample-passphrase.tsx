import { IconSchool } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskState } from '#renderer/db/live/desk.context.ts';
import { Note } from '#renderer/ui/notice/note.tsx';

/** On the lock page of the sample office, so that nobody stands before it without the passphrase. */
export function SamplePassphrase(): ReactNode {
  const { t } = useTranslation('sample');
  const state = useDeskState();
  const sample = 'boot' in state ? state.boot.sample : undefined;
  if (!sample?.here) return null;
  return (
    <Note icon={<IconSchool size={20} aria-hidden />}>
      {t('passphrase')} <b className="sample-passphrase">{sample.passphrase}</b>
      <br />
      {t('passphraseOpen')}
    </Note>
  );
}
