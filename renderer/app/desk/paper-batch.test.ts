import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/core/ids.ts';
import { err, expectOk, ok } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import type { LeftJobAnswer, PrinterAnswer } from '#shared/ipc/answers.ts';
import type { InputOf, ParsedInputOf } from '#shared/ipc/contract.ts';
import { NO_SETTINGS } from '#shared/printing/printer-settings.ts';
import type { PrintProgress } from '#shared/printing/print-progress.ts';
import type { Values } from '#shared/procedure/values.ts';
import { caseState } from '#renderer/db/case-store.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { casesOfPapers } from '#renderer/db/queries/waiting-papers.ts';
import { complaint } from '#renderer/db/testing/chain.fixture.ts';
import { answerJob, findOut, openJobs, printBatch, type BatchEnd } from '#renderer/features/paper/index.ts';
import { FakePc, openStateOf, settle } from './desk.fixture.ts';

const PRINTER: PrinterAnswer = {
  ...{ name: 'front', label: '前台激光', isDefault: true, isLast: true, settings: NO_SETTINGS },
};

/** The papers and the printer of a shell, in memory; the ledger is the real one. */
class PaperShop {
  /** What every job that is not over is said to be. */
  says: PrintProgress = { kind: 'done' };
  readonly refused = new Set<string>();
  readonly left = new Map<string, LeftJobAnswer>();
  readonly orders: ParsedInputOf<'papers:print'>[] = [];
  private readonly takenBack = new Set<string>();

  constructor(desk: Desk) {
    Object.assign(desk.api.papers, {
      make: ({ case: id, document }: InputOf<'papers:make'>) =>
        Promise.resolve(
          this.refused.has(id)
            ? err({ code: 'printing/font-missing' })
            : ok({
                ...{
                  sha256: document
                    .toLowerCase()
                    .replace(/[^0-9a-f]/g, '0')
                    .padEnd(64, '0'),
                },
                ...{ bytes: 1, pages: 1, mark: '0A1B2C3D', warnings: [] },
              }),
        ),
      print: (order: ParsedInputOf<'papers:print'>) => {
        if (order.printer !== 'front') return Promise.resolve(err({ code: 'printing/printer-unknown' }));
        this.orders.push(order);
        const job = `JOB-${this.orders.length}`;
        const { of, copies } = order;
        if (of)
          this.left.set(job, {
            ...{ job, at: desk.now(), case: of.case, document: of.document, printer: of.label, copies },
            preprinted: false,
          });
        return Promise.resolve(ok({ job }));
      },
      progress: ({ job }: { readonly job: string }) =>
        Promise.resolve(ok(this.takenBack.has(job) ? { kind: 'cancelled' } : this.says)),
      cancel: ({ job }: { readonly job: string }) => {
        this.takenBack.add(job);
        return Promise.resolve(ok(null));
      },
      left: () => Promise.resolve(ok([...this.left.values()])),
      settle: ({ job }: { readonly job: string }) => {
        this.left.delete(job);
        return Promise.resolve(ok(null));
      },
    });
  }
}

const aTurn = () => new Promise<void>(resolve => setTimeout(resolve));

let desk: Desk;
let shop: PaperShop;
let stop: AbortController;
beforeEach(async () => {
  desk = await new FakePc().openDesk();
  shop = new PaperShop(desk);
  stop = new AbortController();
});

const register = async (values: Values = {}): Promise<CaseId> => {
  const command = {
    ...{ procedure: 'phoenix-community', receivedAt: at('2026-10-08T09:30') },
    values: { ...complaint, ...values },
  };
  return expectOk(await desk.register(command)).caseId;
};
const several = async (count: number): Promise<readonly CaseId[]> => {
  const ids: CaseId[] = [];
  for (let n = 0; n < count; n++) ids.push(await register());
  return ids;
};
const printsOf = async (id: CaseId) =>
  (await caseState(openStateOf(desk).store, id))?.documents.flatMap(({ prints }) => prints);

/** Prints the register forms of these cases; resolves with what became of each. */
async function print(ids: readonly CaseId[], printer = PRINTER) {
  const ends: (BatchEnd['kind'] | undefined)[] = ids.map(() => undefined);
  const items = ids.map(id => ({ case: id, form: 'PHX-01', usualCopies: 1 }));
  await printBatch(
    desk,
    items,
    { printer, copies: null, duplex: true },
    {
      ...{ pause: aTurn, signal: stop.signal, onBegin: () => undefined },
      onEnd: (index, end) => (ends[index] = end.kind),
      onProgress: () => undefined,
      onHopeless: () => stop.abort(),
    },
  );
  return ends;
}

describe('a batch of papers', () => {
  it('makes, prints and writes down each one under the name of its job, and leaves nothing to be asked', async () => {
    const ids = await several(3);
    const waiting = () => casesOfPapers(openStateOf(desk).store);
    expect((await waiting()).map(({ state }) => state.id)).toEqual(ids);
    expect(await print(ids)).toEqual(['printed', 'printed', 'printed']);
    for (const [index, id] of ids.entries())
      expect(await printsOf(id)).toMatchObject([{ nth: 1, job: `JOB-${index + 1}`, printer: '前台激光' }]);
    expect(shop.left.size).toBe(0);
  });

  it('goes on after a paper that cannot be set', async () => {
    const ids = await several(3);
    shop.refused.add(ids[1] ?? '');
    expect(await print(ids)).toEqual(['printed', 'fault', 'printed']);
    expect(await printsOf(ids[1]!)).toEqual([]);
  });

  it('neither sets nor prints what would show who asked for secrecy', async () => {
    const ids = [await register(), await register({ keep_secret: true })];
    expect(await print(ids)).toEqual(['printed', 'covered']);
    expect((await caseState(openStateOf(desk).store, ids[1]!))?.documents).toEqual([]);
    expect(shop.orders).toHaveLength(1);
  });

  it('stopped, takes back what lies in the queue and begins nothing more', async () => {
    const ids = await several(5);
    shop.says = { kind: 'stopped', trouble: 'paper-out', said: '' };
    const done = print(ids);
    await settle(() => shop.orders.length === 3);
    stop.abort();
    expect(await done).toEqual(['taken-back', 'taken-back', 'taken-back', undefined, undefined]);
    expect([shop.orders.length, shop.left.size]).toEqual([3, 0]);
    expect(await printsOf(ids[0]!)).toEqual([]);
  });

  it('ends where the printer is gone: the others would fail alike', async () => {
    const ids = await several(3);
    const [first, , third] = await print(ids, { ...PRINTER, name: 'gone' });
    expect([first, third]).toEqual(['fault', undefined]);
  });

  it('leaves to be asked what the system cannot tell, and the answer is written down', async () => {
    const [id] = (await several(1)) as [CaseId];
    shop.says = { kind: 'unknown' };
    expect(await print([id])).toEqual(['unknown']);
    const jobs = openJobs(desk.api);
    await settle(() => jobs.list().length === 1);
    const [job] = jobs.list();
    if (!job) throw new Error('no job');
    expect(await printsOf(id)).toEqual([]);
    expect(await answerJob(desk, job, true)).toBeUndefined();
    expect(await printsOf(id)).toMatchObject([{ job: 'JOB-1' }]);
    expect([jobs.list().length, shop.left.size]).toEqual([0, 0]);
  });
});

describe('a job an earlier session left', () => {
  const leave = async (says: PrintProgress): Promise<readonly [CaseId, LeftJobAnswer]> => {
    const [id] = (await several(1)) as [CaseId];
    shop.says = { kind: 'unknown' };
    await print([id]);
    const [left] = shop.left.values();
    if (!left) throw new Error('nothing left');
    shop.says = says;
    return [id, left];
  };

  it('is written down where the system says now that it was printed, once', async () => {
    const [id, left] = await leave({ kind: 'done' });
    await findOut(desk, left, aTurn);
    expect([(await printsOf(id))?.length, shop.left.size]).toEqual([1, 0]);
    // The program ended between the record and the settling.
    shop.left.set(left.job, left);
    await findOut(desk, left, aTurn);
    expect([(await printsOf(id))?.length, shop.left.size]).toEqual([1, 0]);
  });

  it('stays for the person where the system knows nothing, and is dropped on their word', async () => {
    const [id, left] = await leave({ kind: 'unknown' });
    await findOut(desk, left, aTurn);
    expect(shop.left.size).toBe(1);
    await answerJob(desk, left, false);
    expect([(await printsOf(id))?.length, shop.left.size]).toEqual([0, 0]);
  });
});
