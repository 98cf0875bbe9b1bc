import type { ReactNode } from 'react';
import type { OfficeState } from '#shared/case/office.state.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { err, ok } from '#shared/core/result.ts';
import { at, foundedOffice } from '#shared/fixtures/community.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import type { MonthStatistics } from '#shared/reports/month.statistics.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';

export const statisticsOf = (period: PlainMonth): MonthStatistics => ({
  ...{ period, registered: 1, closed: 0, onTime: 0, open: 1, overdue: 0, asked: 0, satisfied: 0 },
  ...{ byCategory: [], zeroReport: false },
});

type Remarks = readonly { readonly item: string; readonly text: string }[];

/** An open desk for the month page: remembers what was asked of it, and refuses what the test says. */
export class MonthDesk {
  readonly locked: { period: PlainMonth; remarks: Remarks }[] = [];
  /** Answers to reading a card, in their order; null takes it. */
  readonly cards: (DeskFault | null)[] = [];
  cardReads = 0;
  receipt: string | undefined;
  nowMs = Date.parse('2026-10-20T09:00:00+08:00');
  office: OfficeState = { ...foundedOffice(), foundedAt: at('2026-08-01T08:00') };

  private readonly state = {
    phase: 'open' as const,
    boot: { version: '0.1.0', office: null },
    office: this.office,
  };

  // Only what this page uses of a desk stands here.
  readonly desk = {
    now: () => instantFromMs(this.nowMs),
    getState: () => this.state,
    subscribe: () => () => undefined,
    lockMonth: (period: PlainMonth, remarks: Remarks) => {
      this.locked.push({ period, remarks });
      return Promise.resolve(ok(null));
    },
    api: {
      on: () => () => undefined,
      journal: { verify: () => Promise.resolve(ok({ records: 3 })) },
      month: {
        summary: ({ period }: { readonly period: PlainMonth }) =>
          Promise.resolve(ok({ statistics: statisticsOf(period) })),
      },
      bundles: {
        importReceipts: () =>
          Promise.resolve(ok({ bundles: [{ outcome: 'refused', code: this.receipt }], cancelled: false })),
      },
      cards: {
        importHeadquarters: ({ answer }: { readonly answer: string }) => {
          if (answer === 'keep') return Promise.resolve(ok({ name: null }));
          this.cardReads += 1;
          const fault = this.cards.shift() ?? null;
          return Promise.resolve(fault ? err(fault) : ok({ name: '新总部' }));
        },
      },
    },
  } as unknown as Desk;

  readonly around = (page: ReactNode): ReactNode => <DeskContext value={this.desk}>{page}</DeskContext>;
}
