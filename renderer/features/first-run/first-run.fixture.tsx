import type { ReactNode } from 'react';
import { err, ok } from '#shared/core/result.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { PrinterAnswer, SetupAnswer } from '#shared/ipc/answers.ts';
import { NO_SETTINGS } from '#shared/printing/printer-settings.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import type { DeskFault, Reply } from '#shared/ipc/result.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';

export const KEY: SetupAnswer = {
  recoveryKey: ['7KQ4', 'W2MD', '9XHE', 'T5RB', 'C8VN', '3JYA', 'P6GF', 'U4ZS'],
  ask: [3, 6],
};

export const FRONT: PrinterAnswer = {
  name: 'front',
  label: '前台激光打印机',
  isDefault: true,
  isLast: false,
  settings: NO_SETTINGS,
};

/** The desk before its first run: what the page asked of it, and what it answers. */
export class NewDesk {
  readonly begun: InputOf<'setup:begin'>[] = [];
  readonly finished: Readonly<Record<string, string>>[] = [];
  readonly printed: (string | null)[] = [];
  printers: readonly PrinterAnswer[] = [FRONT];
  beginRefused: DeskFault | null = null;
  finishRefused: DeskFault | null = null;
  printRefused: DeskFault | null = null;

  private readonly reply = <T,>(refused: DeskFault | null, value: T): Promise<Reply<T>> =>
    Promise.resolve(refused ? err(refused) : ok(value));

  // Only what this page uses of a desk stands here.
  readonly desk = {
    now: () => '2026-10-12T09:22:00+08:00' as Instant,
    beginSetup: (input: InputOf<'setup:begin'>) => {
      this.begun.push(input);
      return this.reply(this.beginRefused, KEY);
    },
    finishSetup: (groups: Readonly<Record<string, string>>) => {
      this.finished.push(groups);
      return this.reply(this.finishRefused, null);
    },
    api: {
      printers: { list: () => this.reply(null, this.printers) },
      setup: {
        printKey: ({ printer }: InputOf<'setup:print-key'>) => {
          this.printed.push(printer);
          return this.reply(this.printRefused, { path: printer === null ? '/U盘/恢复密钥.pdf' : null });
        },
      },
    },
  } as unknown as Desk;

  readonly around = (page: ReactNode): ReactNode => <DeskContext value={this.desk}>{page}</DeskContext>;
}
