import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DriveOffers, type DriveOffer } from '#renderer/features/drives/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { TakeOrders } from './take-orders.tsx';
import type { MonthWork } from './use-month.ts';

export interface DeliverActs {
  /** Absent for whoever neither locks a month nor proposes that, and while it waits. */
  readonly lock: Command | undefined;
  readonly export: Command;
  readonly receipts: Command;
  /** Absent for whoever is no administrator. */
  readonly importCard: Command | undefined;
  readonly exportCard: Command;
}

export interface DeliverPartProps {
  readonly work: MonthWork;
  readonly acts: DeliverActs;
  readonly offers: readonly DriveOffer[];
  /** Absent while no headquarters is enrolled. */
  readonly headquarters: string | undefined;
  readonly locked: boolean;
  /** A question about locking early stands open: its answer is the next act. */
  readonly asking: boolean;
  /** To write the bundle is what is to be done now. */
  readonly next: boolean;
}

/** Locking the month, its way to headquarters and the receipt back, in the order they are done. */
export function DeliverPart({
  work,
  acts,
  offers,
  headquarters,
  locked,
  asking,
  next,
}: DeliverPartProps): ReactNode {
  const { t } = useTranslation('month');
  const busy = work.busy !== null;
  const enrolled = headquarters !== undefined;
  return (
    <div className="month-acts">
      <p>
        {enrolled
          ? t('headquarters', { name: headquarters })
          : t(acts.importCard ? 'noHeadquarters' : 'noHeadquartersOthers')}
      </p>
      {!locked && acts.lock && (
        <ActButton rank={asking ? 'default' : 'filled'} busy={busy} command={acts.lock} />
      )}
      <DriveOffers offers={offers} busy={busy} next={next} />
      <ActButton
        rank={next && offers.length === 0 ? 'filled' : 'default'}
        busy={busy}
        command={acts.export}
      />
      <ActButton busy={busy} command={acts.receipts} />
      <TakeOrders busy={busy} />
      {acts.importCard && (
        <ActButton rank={enrolled ? 'text' : 'default'} busy={busy} command={acts.importCard} />
      )}
      <ActButton rank="text" busy={busy} command={acts.exportCard} />
    </div>
  );
}
