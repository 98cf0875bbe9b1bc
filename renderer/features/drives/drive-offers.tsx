import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DriveAnswer } from '#shared/ipc/answers.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';

const GIGABYTE = 1_000_000_000;
const MEGABYTE = 1_000_000;

/** As drives are sold, and never more than there is. */
export function spaceOf(bytes: number): string {
  const [unit, name] = bytes >= GIGABYTE ? [GIGABYTE, 'GB'] : [MEGABYTE, 'MB'];
  return `${(Math.floor((bytes / unit) * 10) / 10).toFixed(1)} ${name}`;
}

export interface DriveOffer extends DriveAnswer {
  readonly command: Command;
}

export interface DriveOffersProps {
  readonly offers: readonly DriveOffer[];
  readonly busy: boolean;
  /** The first of them is what is to be done next. */
  readonly next: boolean;
}

/** What is plugged in. Its place is kept while there is nothing, so that nothing moves when a drive comes. */
export function DriveOffers({ offers, busy, next }: DriveOffersProps): ReactNode {
  const { t } = useTranslation('month');
  return (
    <div className="month-drives" role="group" aria-label={t('drives')}>
      {offers.length === 0 && <p>{t('noDrives')}</p>}
      {offers.map(({ volume, free, total, command }, at) => (
        <ActButton
          key={volume}
          rank={next && at === 0 ? 'filled' : 'default'}
          busy={busy}
          command={command}
          detail={t('space', { free: spaceOf(free), total: spaceOf(total) })}
        />
      ))}
    </div>
  );
}
