import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { receiptFileName } from '#shared/bundle/receipt.schema.ts';
import type { CaseId, EventId, OrderId } from '#shared/core/ids.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { hqFolder } from '../headquarters/hq.folder.ts';
import { Ledger } from '../headquarters/ledger.schema.ts';
import { Chance } from './chance.fixture.ts';
import { judge } from './judge.fixture.ts';
import { judgeRebuild } from './judge.rebuild.fixture.ts';
import { OfficeWork } from './office.work.fixture.ts';
import { receivedFrom, stagedFile } from './received.fixture.ts';
import { World } from './world.fixture.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined, error: () => undefined } }));
vi.mock('node:fs/promises', async original =>
  (await import('./mortal-process.fixture.ts')).diskOfProcesses(await original()),
);
vi.mock('#shared/bundle/bag-info.ts', async original =>
  (await import('./program.fixture.ts')).bagInfoOfPrograms(await original()),
);
vi.mock('../month/bundle.lines.ts', async original =>
  (await import('./program.fixture.ts')).bundleLinesOfPrograms(await original()),
);
vi.mock('../office/office-card.ts', async original =>
  (await import('./program.fixture.ts')).officeCardOfPrograms(await original()),
);
// Papers are set by a browser; here they are set in no time.
vi.mock('../printing/pdf.renderer.ts', () => ({
  renderPdf: () =>
    Promise.resolve({
      ok: true,
      value: { pdf: Buffer.from('%PDF-1.7'), pages: 1, sha256: '', annexed: [], warnings: [] },
    }),
}));

const USUAL_SEED = 20260906;
const SEED = Number(process.env['PHOENIX_SEED'] ?? USUAL_SEED);
const SEEDS = Number(process.env['PHOENIX_SEEDS'] ?? 1);
vi.setConfig({ testTimeout: 300_000 + SEEDS * 600_000 });

async function yearOf(seed: number): Promise<World> {
  const world = await World.make(await tempFolder(), { seed, offices: 6, months: 12 });
  onTestFinished(() => world.close());
  onTestFinished(() => void process.stdout.write(`\nseed ${seed}\n${world.faults.table(world.deaths)}\n`));
  await world.run(async () => expect(await judge(world, 'meanwhile')).toEqual([]));
  return world;
}

describe('six offices and their headquarters over twelve months of bad luck', () => {
  it.each(Array.from({ length: SEEDS }, (_, nth) => SEED + nth))(
    'agree in the end, with nothing lost and nothing doubled (seed %i)',
    async seed => {
      const world = await yearOf(seed);
      expect(await judge(world, 'at-the-end')).toEqual([]);
      const complaints: string[] = [];
      await judgeRebuild(world, what => void complaints.push(what));
      expect(complaints).toEqual([]);
      expect(await judge(world, 'at-the-end')).toEqual([]);
      expect(world.faults.missing(world.deaths)).toEqual([]);
    },
  );
});

describe('the judge of all this', () => {
  it('says what was lost, doubled or altered', async () => {
    const world = await World.make(await tempFolder(), { seed: USUAL_SEED, offices: 2, months: 3 });
    onTestFinished(() => world.close());
    await world.run(() => Promise.resolve());
    const says = async (): Promise<string> => (await judge(world, 'at-the-end')).join('\n');
    expect(await says()).toBe('');

    const { dataDir } = world.hq;
    const { actor } = world.stations[0]!;
    const bundle = (await receivedFrom(dataDir, actor.code)).find(({ cases }) => cases.length > 1)!;
    const [first] = bundle.cases;
    const whenChanged = async (file: string, change: (text: string) => string): Promise<string> => {
      const text = await readFile(file, 'utf8');
      await writeFile(file, change(text));
      const said = await says();
      await writeFile(file, text);
      return said;
    };
    const staged = (name: string): Promise<string> => stagedFile(dataDir, actor.code, bundle.id, name);
    const lines = (change: (lines: readonly string[]) => readonly string[]) => (text: string) =>
      `${change(text.trimEnd().split('\n')).join('\n')}\n`;

    const cases = await staged('data/cases.ndjson');
    expect(
      await whenChanged(
        cases,
        lines(all => all.slice(1)),
      ),
    ).toContain(`cases: missing ${first!.id}`);
    expect(
      await whenChanged(
        cases,
        lines(all => [all[0]!, ...all]),
      ),
    ).toContain(`cases: twice ${first!.id}`);
    expect(await whenChanged(cases, text => text.replace('楼道灯', '电梯'))).toContain('says something else');

    const figures = await staged('data/reports/statistics.json');
    const oneMore = (text: string): string =>
      text.replace(/"open": (\d+)/, (_, open: string) => `"open": ${Number(open) + 1}`);
    const ofFigures = await whenChanged(figures, oneMore);
    expect(ofFigures).toContain('counted by hand');
    expect(ofFigures).toContain('the office counts other figures');

    const events = await staged('data/events.ndjson');
    expect(
      await whenChanged(
        events,
        lines(all => all.slice(0, -1)),
      ),
    ).toContain('events: missing');
    expect(
      await whenChanged(
        events,
        lines(all => [...all, all.at(-1)!]),
      ),
    ).toContain('events: twice');
    expect(await whenChanged(events, text => text.replace('PC-1', 'PC-2'))).toContain('the chain breaks at');

    const { ledger, receipts } = hqFolder(dataDir);
    const withoutIt = (text: string): string => {
      const kept = Ledger.parse(JSON.parse(text));
      const offices = kept.offices.map(each => ({
        ...each,
        bundles: each.bundles.filter(({ id }) => id !== bundle.id),
      }));
      return JSON.stringify({ ...kept, offices });
    };
    expect(await whenChanged(ledger, withoutIt)).toContain('months at headquarters');
    const receipt = path.join(receipts, receiptFileName(bundle.id));
    expect(await whenChanged(receipt, () => '{}')).toContain(
      `no receipt lies at headquarters for ${bundle.id}`,
    );

    world.orders.add('01JA0000000000000000000009' as OrderId);
    expect(await says()).toContain('orders: missing 01JA0000000000000000000009');
    world.orders.delete('01JA0000000000000000000009' as OrderId);

    // Acknowledged, and the journal does not have it; then the other way about.
    const { acts } = actor.book;
    const [event] = acts[0]!.events;
    const id = '01JA0000000000000000000008' as EventId;
    acts.push({ did: 'noted', case: first!.id as CaseId, at: actor.now(), events: [{ ...event!, id }] });
    expect(await says()).toContain(`journal: missing ${id}`);
    acts.pop();
    const work = new OfficeWork(actor, new Chance(USUAL_SEED));
    const before = acts.length;
    while (acts.length === before) await work.act();
    const [unknown] = acts.splice(before).flatMap(each => each.events);
    expect(await says()).toContain(`journal: nobody knows ${unknown!.id}`);
  });
});
