import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { orderSignatureName } from '#shared/bundle/order.schema.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { runCommand } from '../headquarters/cli.commands.ts';
import { hqFolder } from '../headquarters/hq.folder.ts';
import { initHeadquarters } from '../headquarters/hq.init.ts';
import { listOrders, writeOrder, type NewOrder } from '../headquarters/hq.orders.ts';
import { officeCard } from '../office/office-card.ts';
import { MonthOffice } from './month.fixture.ts';
import { takeOrder, takeOrdersFrom } from './orders.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined } }));

const OCTOBER = '2026-10' as PlainMonth;
const NOVEMBER = '2026-11' as PlainMonth;

/** An office that has sent October with one case, and the headquarters that has it. */
async function start(values = {}) {
  const office = await MonthOffice.found(at('2026-10-08T09:00'));
  const hq = path.join(await tempFolder(), 'hq');
  expectOk(await initHeadquarters(hq, { name: '样本街道办事处' }));
  office.chosen = hqFolder(hq).card;
  expectOk(await office.ask('cards:import-headquarters', { answer: 'read' }));
  const command = async (...args: string[]): Promise<string> => {
    const lines: string[] = [];
    const code = await runCommand([...args, '--data', hq], line => lines.push(line));
    return `${code}\n${lines.join('\n')}`;
  };
  const card = path.join(path.dirname(hq), 'office.json');
  await writeFile(card, JSON.stringify(officeCard(await office.ledger.office(), '0', office.desk.now())));
  await command('enrol', card);
  const send = async (period: PlainMonth): Promise<string> => {
    const { file } = await office.seal(period);
    return command('import', path.join(office.ledger.places.outbox, file));
  };
  const id = await office.register(at('2026-10-12T09:00'), values);
  await office.lock(OCTOBER, at('2026-11-01T09:00'));
  expect(await send(OCTOBER)).toContain('已接收');
  const orders = hqFolder(hq).orders;
  return { office, hq, command, send, id, orders };
}

const wanted = (id: CaseId, change: Partial<NewOrder> = {}): NewOrder => ({
  ...{ office: 'PHX-0371', case: id, kind: 'supervise', text: '路灯什么时候修好？' },
  ...{ due: { working_days: 5 }, answerEarly: true, ...change },
});
const now = (): number => Date.parse('2026-11-02T09:00:00+08:00');

describe('an order of headquarters', () => {
  it('goes to the office, is answered there, and comes back answered with the next bundle', async () => {
    const { office, command, send, id, orders } = await start();
    const { number } = await office.state(id);
    expect(
      await command(
        'order',
        '--office',
        'PHX-0371',
        '--case',
        number,
        '--days',
        '5',
        '--text',
        '路灯修好没有？',
      ),
    ).toContain(`已写出督办单  PHX-0371，${number}，收到后 5 个工作日内答复`);
    expect(await command('orders')).toContain('已发出，还没有社区收到的消息');

    office.moveTo(at('2026-11-03T09:00'));
    office.chosen = orders;
    const taken = expectOk(await office.ask('orders:import'));
    expect(taken).toMatchObject({ cancelled: false, orders: [{ outcome: 'taken', number }] });
    const [order] = (await office.state(id)).orders ?? [];
    expect(order).toMatchObject({
      text: '路灯修好没有？',
      headquarters: '样本街道办事处',
      due: { working_days: 5 },
    });
    await office.act(id, at('2026-11-04T09:00'), {
      ...{ type: 'answer-order', order: order!.id, text: '修好了，李样本看过。' },
    });
    await office.lock(NOVEMBER, at('2026-12-01T09:00'));
    expect(await send(NOVEMBER)).toContain('已接收');
    const listed = await command('orders');
    expect(listed).toContain('已答复（2026-11-04 09:00 王登记）');
    expect(listed).toContain('答：修好了，李样本看过。');
    expect(listed).toContain('共 1 份，已答复 1，没有答复 0。');
    // What headquarters unpacked can be made again, and tells the same.
    expect(await command('rebuild')).toContain('已重建');
    expect(await command('orders')).toBe(listed);
  });

  it('is told as received once a bundle says so, and the answer of a case that hides somebody names nobody', async () => {
    const { office, hq, command, send, id, orders } = await start({ keep_secret: true });
    const due = { date: '2027-03-01' };
    expectOk(await writeOrder(hq, wanted(id, { due }), { now }));
    office.moveTo(at('2026-11-03T09:00'));
    expect(expectOk(await takeOrdersFrom(office.desk, orders))).toHaveLength(1);
    await office.lock(NOVEMBER, at('2026-12-01T09:00'));
    await send(NOVEMBER);
    expect(await command('orders')).toContain('社区 2026-11-03 09:00 收到，还没有答复');
    const [order] = (await office.state(id)).orders ?? [];
    await office.act(id, at('2026-12-02T09:00'), {
      ...{ type: 'answer-order', order: order!.id, text: '李样本说已经修好。' },
    });
    await office.lock('2026-12' as PlainMonth, at('2027-01-01T09:00'));
    await send('2026-12' as PlainMonth);
    const listed = await command('orders');
    expect(listed).toContain('■');
    expect(listed).not.toContain('李样本');
  });

  it('is taken in once, however often it comes', async () => {
    const { office, hq, id, orders } = await start();
    expectOk(await writeOrder(hq, wanted(id), { now }));
    expect(expectOk(await takeOrdersFrom(office.desk, orders))).toMatchObject([{ outcome: 'taken' }]);
    const head = office.ledger.head().seq;
    expect(expectOk(await takeOrdersFrom(office.desk, orders))).toMatchObject([{ outcome: 'seen' }]);
    expect(expectOk(await takeOrdersFrom(office.desk, path.dirname(orders)))).toMatchObject([
      { outcome: 'seen' },
    ]);
    expect(office.ledger.head().seq).toBe(head);
  });

  it('comes in beside what a colleague writes at the same moment', async () => {
    const { office, hq, id } = await start();
    const [first, second] = [
      expectOk(await writeOrder(hq, wanted(id), { now })),
      expectOk(await writeOrder(hq, wanted(id, { kind: 'urge' }), { now })),
    ];
    const take = async ({ file, order }: typeof first) =>
      takeOrder(
        office.desk,
        await readFile(file),
        await readFile(path.join(path.dirname(file), orderSignatureName(order.order_id)), 'utf8'),
      );
    const both = await Promise.all([take(first), take(second)]);
    expect(both.map(reply => expectOk(reply).outcome)).toEqual(['taken', 'taken']);
    expect((await office.state(id)).orders).toHaveLength(2);
  });

  it('is refused in words, and keeps no other from being taken', async () => {
    const { office, hq, id, orders } = await start();
    const stranger = path.join(await tempFolder(), 'hq');
    expectOk(await initHeadquarters(stranger, { name: '别的街道办事处' }));
    const folder = path.join(orders, 'PHX-0371');
    const { file: good } = expectOk(await writeOrder(hq, wanted(id), { now }));
    const { file: bare, order } = expectOk(await writeOrder(hq, wanted(id), { now }));
    await rm(path.join(folder, orderSignatureName(order.order_id)));
    const changed = expectOk(await writeOrder(hq, wanted(id), { now }));
    await writeFile(changed.file, (await readFile(changed.file, 'utf8')).replace('路灯', '电梯'));
    await writeFile(path.join(folder, 'not-an-order.order.json'), '{}');
    const taken = expectOk(await takeOrdersFrom(office.desk, orders));
    expect(taken.map(({ code }) => code).sort()).toEqual([
      'orders/bad-signature',
      'orders/no-signature',
      undefined,
    ]);
    expect(await readdir(folder)).toContain(path.basename(bare));
    expect((await office.state(id)).orders).toHaveLength(1);

    // Another headquarters knows of the case and signs well: it is not ours all the same.
    const bytes = await readFile(good);
    const signature = await readFile(`${good}.minisig`, 'utf8');
    office.chosen = hqFolder(stranger).card;
    await office.ask('cards:import-headquarters', { answer: 'read' });
    expectOk(await office.ask('cards:import-headquarters', { answer: 'replace' }));
    expect(expectOk(await takeOrder(office.desk, bytes, signature))).toEqual({
      ...{ outcome: 'refused', code: 'orders/other-key' },
    });
  });

  it('for another office or about a case that is not here is refused, and a folder without any says so', async () => {
    const [here, there] = [await start(), await start()];
    expectOk(await writeOrder(there.hq, wanted(there.id), { now }));
    // One headquarters for both: the office believes the key, and knows no such case.
    here.office.chosen = hqFolder(there.hq).card;
    await here.office.ask('cards:import-headquarters', { answer: 'read' });
    expectOk(await here.office.ask('cards:import-headquarters', { answer: 'replace' }));
    expect(expectOk(await takeOrdersFrom(here.office.desk, there.orders))).toMatchObject([
      { outcome: 'refused', code: 'orders/unknown-case' },
    ]);
    here.office.chosen = await tempFolder();
    await mkdir(here.office.chosen, { recursive: true });
    expect(await here.office.ask('orders:import')).toMatchObject({ error: { code: 'orders/none-here' } });
  });
});

describe('headquarters', () => {
  it('writes no order to an office it does not know, about a case no bundle told of, or one that says nothing', async () => {
    const { hq, id, command, orders } = await start();
    const codeOf = async (order: NewOrder): Promise<string> => {
      const written = await writeOrder(hq, order, { now });
      return written.ok ? 'written' : written.error.code;
    };
    expect(await codeOf(wanted(id, { office: 'PHX-0999' }))).toBe('hq/no-office');
    expect(await codeOf(wanted('01JA0000000000000000000009' as CaseId))).toBe('hq/no-case');
    expect(await codeOf(wanted(id, { text: '  ' }))).toBe('hq/bad-order');
    expect(await codeOf(wanted(id, { due: { date: '2026-11-01' } }))).toBe('hq/bad-order');
    expect(await codeOf(wanted(id, { due: { working_days: NaN } }))).toBe('hq/bad-order');
    expect(await readdir(orders).catch(() => [])).toEqual([]);
    expect(await command('order', '--office', 'PHX-0371')).toMatch(/^2\n用法/);
    expect(expectOk(await listOrders(hq))).toEqual([]);
  });

  it('lists no order whose writing was cut off before it was signed, unless the office has it', async () => {
    const { office, hq, id, orders, send } = await start();
    const given = expectOk(await writeOrder(hq, wanted(id), { now }));
    office.moveTo(at('2026-11-03T09:00'));
    expectOk(await takeOrdersFrom(office.desk, orders));
    const unfinished = expectOk(await writeOrder(hq, wanted(id, { kind: 'urge' }), { now }));
    const idsListed = async () =>
      expectOk(await listOrders(hq))
        .map(({ order }) => order.order_id)
        .sort();
    const all = [given, unfinished].map(({ order }) => order.order_id).sort();
    expect(await idsListed()).toEqual(all);
    await rm(`${unfinished.file}.minisig`);
    expect(await idsListed()).toEqual([given.order.order_id]);
    // A signature that got lost later takes nothing back of what the office was asked.
    await rm(`${given.file}.minisig`);
    expect(await idsListed()).toEqual([]);
    await office.lock(NOVEMBER, at('2026-12-01T09:00'));
    await send(NOVEMBER);
    expect(await idsListed()).toEqual([given.order.order_id]);
  });
});
