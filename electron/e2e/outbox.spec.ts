import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readLedger } from '#electron/headquarters/hq.store.ts';
import type { Receiver } from '#electron/headquarters/receiver/receiver.ts';
import { exchangeCards, localHeadquarters } from './local-headquarters.ts';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { MonthPage } from './pages/month.page.ts';
import { OutboxPage } from './pages/outbox.page.ts';
import { answerDialogs, moveClock } from './program.ts';

test.describe.configure({ mode: 'serial' });

/** Every place the program opened a line to, kept on its own global object. */
interface Watched {
  readonly dialled: string[];
}

let profile: string;
let folder: string;
let office: OpenOffice;
let receiver: Receiver;
let outbox: OutboxPage;
let month: MonthPage;
let handedCard: string;

const inFolder = (name: string): string => path.join(folder, name);

test.beforeAll(async () => {
  profile = await newProfile();
  folder = await mkdtemp(path.join(os.tmpdir(), 'phoenix-outbox-'));
  receiver = await localHeadquarters(inFolder('hq'), '样本街道办事处');
  office = await foundOffice(profile);
  await office.app.evaluate(() => {
    const watched: Watched = { dialled: [] };
    Object.assign(globalThis, { watched });
    const { Socket } = process.getBuiltinModule('node:net');
    const connect = Reflect.get(Socket.prototype, 'connect') as (...args: unknown[]) => unknown;
    Socket.prototype.connect = function (this: unknown, ...args: unknown[]) {
      const [[where]] = args as [[{ host?: string; port?: number; path?: string }]];
      if (where.path === undefined) watched.dialled.push(`${where.host}:${where.port}`);
      return connect.apply(this, args);
    } as typeof Socket.prototype.connect;
  });
  outbox = new OutboxPage(office.page);
  month = new MonthPage(office.page);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await receiver.close();
  await dropProfile(profile);
  await rm(folder, { recursive: true, force: true });
});

const top = () => office.page.getByRole('banner').getByRole('status');

test('a sealed month goes to the headquarters by itself, and is done with by a verified receipt', async () => {
  const { desk } = office;
  await desk.register({ 姓名: '试填甲', 反映内容: '楼道灯不亮。' });
  handedCard = await exchangeCards({
    program: office,
    desk,
    dataDir: inFolder('hq'),
    cards: inFolder('cards'),
  });
  await month.lock('2026-10');
  await outbox.seal('2026年10月');
  expect(await outbox.settled('2026-10')).toBe('accepted');
  await expect(top().filter({ hasText: '没有待报送' })).toBeVisible();
  const [enrolled] = (await readLedger(inFolder('hq'))).offices;
  expect(enrolled?.bundles.map(({ period, sequence }) => [period, sequence])).toEqual([['2026-10', 1]]);
});

test('lines were opened to the address of the card and nowhere else', async () => {
  const dialled = await office.app.evaluate(
    () => (globalThis as unknown as { readonly watched: Watched }).watched.dialled,
  );
  expect(new Set(dialled)).toEqual(new Set([`127.0.0.1:${receiver.port}`]));
});

test('the token of the card is nowhere in clear, neither for the window nor on disk', async () => {
  const { token } = JSON.parse(await readFile(handedCard, 'utf8')) as { readonly token: string };
  const sealed = await readFile(path.join(profile, 'desk', 'headquarters.token'));
  expect(sealed.includes(token)).toBe(false);
  const queue = await readFile(path.join(profile, 'desk', 'outbox', 'queue.json'), 'utf8');
  expect(queue).not.toContain(token);
});

test('axe finds nothing where deliveries are listed', async () => {
  const { violations } = await new AxeBuilder({ page: office.page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await office.page.screenshot({ path: 'out/outbox-accepted.png' });
});

test('what the headquarters does not let in stops with a sentence, and goes on with the right card', async () => {
  const { app, page, desk } = office;
  const card = JSON.parse(await readFile(handedCard, 'utf8')) as Record<string, unknown>;
  const wrong = inFolder('wrong.json');
  await writeFile(wrong, JSON.stringify({ ...card, token: `phx_PHX-0371_${'A'.repeat(43)}` }));
  await moveClock(office, '2026-11-05T09:30:00+08:00');
  await desk.register({ 姓名: '试填乙', 反映内容: '路灯不亮。' });
  await desk.go('月结与报送');
  await answerDialogs(app, { open: wrong });
  await month.readHeadquartersCard();
  await month.lock('2026-11');
  await outbox.seal('2026年11月');
  const line = outbox.line('2026年11月');
  await expect(line).toContainText('停下了，要人处理', { timeout: 30_000 });
  await expect(line).toContainText('总部不认名片里的口令');
  await expect(top().filter({ hasText: '1 件报送要处理' })).toBeVisible();
  await page.screenshot({ path: 'out/outbox-stopped.png' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await answerDialogs(app, { open: handedCard });
  await month.readHeadquartersCard();
  expect(await outbox.settled('2026-11')).toBe('accepted');
  await expect(outbox.line('2026年10月')).toContainText('已收讫');
});

test('a person shuts the line and opens it again', async () => {
  const { page } = office;
  await page.getByRole('button', { name: '先不联网' }).click();
  await expect(page.getByText('已设成不联网')).toBeVisible();
  await page.getByRole('button', { name: '恢复联网' }).click();
  await expect(page.getByRole('button', { name: '先不联网' })).toBeVisible();
});

test('the delivery network is set in the settings, and says what cannot be', async () => {
  const { page, desk } = office;
  await desk.go('设置');
  const section = page.getByRole('region', { name: '报送网络' });
  await expect(section).toContainText(`http://127.0.0.1:${receiver.port}`);
  await section.getByRole('button', { name: '修改报送网络' }).click();
  await section.getByRole('textbox', { name: '从几点起报送' }).fill('20:00');
  await section.getByRole('button', { name: '保存报送网络' }).click();
  await expect(section.getByRole('alert')).toContainText('两格都填或都空着');
  await section.getByRole('textbox', { name: '到几点为止' }).fill('6:30');
  await section.getByRole('textbox', { name: '最多每秒' }).fill('64');
  await section.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'out/outbox-settings.png' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await section.getByRole('button', { name: '保存报送网络' }).click();
  await expect(section).toContainText('20:00 到 06:30 报送');
  await expect(section).toContainText('每秒最多 64 千字节');
});
