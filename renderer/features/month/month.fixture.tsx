import type { ReactNode } from 'react';
import type { OfficeCommand } from '#shared/case/office.decide.ts';
import type { LockMonthCommand } from '#shared/case/month-lock.decide.ts';
import type { BundleState, OfficeState } from '#shared/case/office.state.ts';
import { newPersonId } from '#shared/core/ids.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { err, ok } from '#shared/core/result.ts';
import { at, countingIds, foundedOffice } from '#shared/fixtures/community.ts';
import type { BundleAnswer, DriveAnswer, OrdersAnswer } from '#shared/ipc/answers.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { ROLES, type Role } from '#shared/procedure/role.ts';
import { MONTH_CHECKS, type MonthCheck, type MonthCheckItem } from '#shared/reports/month.checks.ts';
import type { Correction } from '#shared/reports/month.corrections.ts';
import type { PeriodFigures } from '#shared/reports/period.figures.ts';
import type { MonthCases, MonthStatistics } from '#shared/reports/month.statistics.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { draftsInMemory } from '#renderer/db/testing/drafts.fixture.ts';

export const statisticsOf = (period: PlainMonth): MonthStatistics => ({
  ...{ period, registered: 1, closed: 0, onTime: 0, open: 1, overdue: 0, asked: 0, satisfied: 0 },
  ...{ byCategory: [], zeroReport: false },
});

/** Of an office without cases. */
export const NO_CASES: MonthCases = {
  ...{ registered: [], closed: [], onTime: [], open: [], overdue: [], asked: [], satisfied: [] },
  byCategory: {},
};

export const checkOf = (item: MonthCheckItem, more: Partial<MonthCheck> = {}): MonthCheck => ({
  ...{ item, count: 0, question: false, cases: [], gaps: [], voided: [], figures: [], ...more },
});
const NO_QUESTIONS = MONTH_CHECKS.map(item => checkOf(item));

export const NO_FIGURES: PeriodFigures = {
  ...{ received: 0, closed: 0, onTime: 0, open: 0, overdue: 0, receivedClosed: 0, asked: 0, satisfied: 0 },
};

type Remarks = readonly { readonly item: string; readonly text: string }[];

/** An open desk for the month page: remembers what was asked of it, and refuses what the test says. */
export class MonthDesk {
  readonly locked: { period: PlainMonth; remarks: Remarks }[] = [];
  /** What was said to be open when it was locked. */
  readonly open: string[] = [];
  /** Answers to reading a card, in their order; null takes it. */
  readonly cards: (DeskFault | null)[] = [];
  cardReads = 0;
  checks: readonly MonthCheck[] = NO_QUESTIONS;
  statistics = statisticsOf;
  cases = NO_CASES;
  roles: readonly Role[] = ROLES;
  inUse: readonly Procedure[] = [];
  /** Of periods other than the month. */
  figures: PeriodFigures = NO_FIGURES;
  periodChecks: readonly MonthCheck[] = NO_QUESTIONS;
  corrections: readonly Correction[] = [];
  /** What looking at a month or a period waits for. */
  mayLook: Promise<unknown> = Promise.resolve();
  readonly answered: OfficeCommand[] = [];
  receipt: string | undefined;
  drives: readonly DriveAnswer[] = [];
  /** What is found on a drive that is plugged in. */
  onDrive: BundleAnswer['bundles'] = [];
  readonly pickedUp: string[] = [];
  orders: OrdersAnswer['orders'] = [];
  nowMs = Date.parse('2026-10-20T09:00:00+08:00');
  office: OfficeState = { ...foundedOffice(), foundedAt: at('2026-08-01T08:00') };

  hold(...bundles: readonly BundleState[]): void {
    this.office = { ...this.office, bundles };
  }

  private readonly person = newPersonId(countingIds());
  private state: unknown;

  // Only what this page uses of a desk stands here.
  readonly desk = {
    drafts: draftsInMemory(),
    now: () => instantFromMs(this.nowMs),
    onMinute: () => () => undefined,
    // One state all the while: whoever subscribes is told of nothing new.
    getState: () =>
      (this.state ??= {
        phase: 'open' as const,
        boot: { version: '0.1.0', office: null },
        office: this.office,
        me: { person: this.person, name: '王登记', roles: this.roles, station: 'PC-1' },
      }),
    subscribe: () => () => undefined,
    lockMonth: ({ period, remarks, open }: LockMonthCommand) => {
      this.locked.push({ period, remarks });
      this.open.push(...open);
      return Promise.resolve(ok(null));
    },
    submitOffice: (command: OfficeCommand) => {
      this.answered.push(command);
      return Promise.resolve(ok(null));
    },
    api: {
      on: () => () => undefined,
      journal: { verify: () => Promise.resolve(ok({ records: 3 })) },
      month: {
        summary: ({ period }: { readonly period: PlainMonth }) =>
          this.mayLook.then(() =>
            ok({ statistics: this.statistics(period), cases: this.cases, checks: this.checks }),
          ),
      },
      reports: {
        period: () =>
          this.mayLook.then(() =>
            ok({ figures: this.figures, checks: this.periodChecks, corrections: this.corrections }),
          ),
      },
      bundles: {
        removable: () => Promise.resolve(ok([])),
        importReceipts: () =>
          Promise.resolve(ok({ bundles: [{ outcome: 'refused', code: this.receipt }], cancelled: false })),
      },
      drives: {
        list: () => Promise.resolve(ok(this.drives)),
        pickUp: ({ volume }: { readonly volume: string }) => {
          this.pickedUp.push(volume);
          return Promise.resolve(
            ok({ bundles: this.onDrive, orders: this.orders, transfers: [], answers: [] }),
          );
        },
      },
      orders: { import: () => Promise.resolve(ok({ orders: this.orders, cancelled: false })) },
      outbox: { state: () => Promise.resolve(err({ code: 'ipc/bug' })) },
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
