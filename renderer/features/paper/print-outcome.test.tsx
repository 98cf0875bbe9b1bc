// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DocumentState, PrintState } from '#shared/case/case.state.ts';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { CaseId, DocumentId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import type { PrintProgress } from '#shared/printing/print-progress.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { casePrintable } from './case-printable.ts';
import { PrintOutcome } from './print-outcome.tsx';
import { usePrinting } from './use-printing.ts';

const CASE = 'CASE' as CaseId;
const NO_PAPER = {} as Paper;
const AT = '2026-11-26T09:00:00+08:00' as Instant;
const PRINT: PrintState = { nth: 1, at: AT, by: '王登记', copies: 1, printer: '前台' };
const made = (prints: readonly PrintState[] = [], withdrawn: readonly PrintState[] = []): DocumentState => ({
  ...{ id: 'DOCUMENT' as DocumentId, form: 'PHX-01', sha256: 'a'.repeat(64), mark: 'ABCDEF01' },
  ...{ bytes: 1, pages: 1, madeAt: AT, scans: [], prints, withdrawn },
});

/** A shell whose printer is where the test puts it. */
class Shell {
  readonly recorded: CaseCommand[] = [];
  readonly settled: string[] = [];
  readonly orders: InputOf<'papers:print'>[] = [];
  /** How long it takes to remember that a job is settled. */
  settling: Promise<void> = Promise.resolve();
  private said: PrintProgress = { kind: 'waiting' };
  private ask: () => void = () => undefined;

  readonly pause = (): Promise<void> => new Promise(resolve => (this.ask = resolve));
  async comesTo(progress: PrintProgress): Promise<void> {
    this.said = progress;
    await act(async () => {
      this.ask();
      await Promise.resolve();
    });
  }

  readonly desk = {
    getState: () => ({ phase: 'locked' }),
    submitCase: (_: CaseId, command: CaseCommand) => {
      this.recorded.push(command);
      const nth = this.recorded.length;
      return Promise.resolve(ok({ events: [{ type: 'document-printed', nth }] }));
    },
    api: {
      papers: {
        print: (order: InputOf<'papers:print'>) => {
          this.orders.push(order);
          return Promise.resolve(
            order.printer === 'gone' ? err({ code: 'printing/printer-unknown' }) : ok({ job: 'JOB' }),
          );
        },
        progress: () => Promise.resolve(ok(this.said)),
        left: () => this.settling.then(() => ok([])),
        settle: async ({ job }: { readonly job: string }) => {
          await this.settling;
          this.settled.push(job);
          return ok(null);
        },
        cancel: () => {
          this.said = { kind: 'cancelled' };
          this.ask();
          return Promise.resolve(ok(null));
        },
      },
    },
  } as unknown as Desk;
}

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
});

function Page({
  document,
  printer,
}: {
  readonly document: DocumentState;
  readonly printer: string;
}): ReactNode {
  const printing = usePrinting(
    casePrintable(shell.desk, CASE, document, () => NO_PAPER),
    shell.pause,
  );
  const print = { printer: { name: printer, label: '前台激光' }, copies: 2, preprinted: false };
  return (
    <>
      <button onClick={() => void printing.print(print, false)}>打印</button>
      <PrintOutcome printing={printing} />
    </>
  );
}

const show = (document = made(), printer = 'front') =>
  renderUi(
    <DeskContext value={shell.desk}>
      <Page document={document} printer={printer} />
    </DeskContext>,
  );
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const says = (words: RegExp) => waitFor(() => expect(screen.getByRole('status').textContent).toMatch(words));
const RECORD = { type: 'record-print', printer: '前台激光', copies: 2 };

describe('what became of a print', () => {
  it('is recorded when the system says that it was printed, and not before', async () => {
    show();
    await press('打印');
    await says(/在排队/);
    await shell.comesTo({ kind: 'printing' });
    await says(/正在印/);
    await shell.comesTo({ kind: 'stopped', trouble: 'paper-out', said: 'no paper' });
    await says(/^打印机缺纸。/);
    expect(shell.recorded).toEqual([]);
    await shell.comesTo({ kind: 'done' });
    await says(/已记下：第 1 次打印，2 份/);
    expect(shell.recorded).toMatchObject([RECORD]);
  });

  it('can be followed by the next one as soon as it is said to be recorded', async () => {
    show();
    await press('打印');
    let settled = (): void => undefined;
    shell.settling = new Promise(resolve => (settled = resolve));
    await shell.comesTo({ kind: 'done' });
    await waitFor(() => expect(shell.recorded).toHaveLength(1));
    settled();
    // Asked for in the very moment at which the words are read.
    shell.settling = new Promise(() => undefined);
    await says(/已记下：第 1 次打印/);
    await press('打印');
    await says(/在排队/);
    expect(shell.orders).toHaveLength(2);
  });

  it('is found on return by whoever left the paper meanwhile', async () => {
    const { unmount } = show();
    await press('打印');
    await says(/在排队/);
    unmount();
    await shell.comesTo({ kind: 'done' });
    await waitFor(() => expect(shell.recorded).toMatchObject([RECORD]));
    show();
    await says(/已记下/);
  });

  it('is nothing when it was cancelled, unless the person says that it came out', async () => {
    show();
    await press('打印');
    await says(/在排队/);
    await press('取消这次打印');
    await says(/已取消/);
    expect(shell.recorded).toEqual([]);
    await press('纸其实出来了，记下');
    await says(/已记下/);
    expect(shell.recorded).toMatchObject([RECORD]);
  });

  it('is asked of the person where the system cannot tell', async () => {
    show();
    await press('打印');
    await shell.comesTo({ kind: 'unknown' });
    await says(/纸出来了吗/);
    expect(shell.settled).toEqual([]);
    await press('没有出来');
    await says(/没有记成打印/);
    expect([shell.recorded, shell.settled]).toEqual([[], ['JOB']]);
    await press('打印');
    await shell.comesTo({ kind: 'unknown' });
    await press('出来了，记下');
    await says(/已记下/);
    expect(shell.recorded).toMatchObject([{ ...RECORD, job: 'JOB' }]);
    expect(shell.settled).toEqual(['JOB', 'JOB']);
  });

  it('is told in the words of the system when it gave up, or did not take it', async () => {
    show();
    await press('打印');
    await shell.comesTo({ kind: 'failed', said: 'The fuser is cold' });
    await says(/The fuser is cold/);
    expect(shell.recorded).toEqual([]);
  });

  it('is told when the printer is gone', async () => {
    show(made(), 'gone');
    await press('打印');
    await says(/没有印出来：找不到这台打印机/);
  });

  it('marks a reprint only after one that came out, with a number that no other print has', async () => {
    const { unmount } = show();
    await press('打印');
    unmount();
    const second = { ...PRINT, nth: 2 };
    shell = new Shell();
    const again = show(made([], [PRINT]));
    await press('打印');
    again.unmount();
    const first = shell.orders;
    shell = new Shell();
    show(made([second], [PRINT]));
    await press('打印');
    expect([first[0]?.reprint, shell.orders[0]?.reprint]).toEqual([null, 3]);
  });
});
