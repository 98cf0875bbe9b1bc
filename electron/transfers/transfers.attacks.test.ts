import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { decideOffice } from '#shared/case/office.decide.ts';
import type { TransferId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import { at, communityProcedure } from '#shared/fixtures/community.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { editInfo } from '../bundles/forged-bag.fixture.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { attach } from '../month/export.fixture.ts';
import { MonthOffice } from '../month/month.fixture.ts';
import { parsePacks, cardOf, meet, TwoOffices } from './two-offices.fixture.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined, error: () => undefined } }));

beforeAll(parsePacks, 180_000);

const NOW = at('2026-10-12T09:00');
const THIRD = { name: '范例社区居委会', code: 'PHX-0399', prefix: '范社' };

async function sendBack(office: MonthOffice, transfer: TransferId): Promise<void> {
  const state = await office.ledger.office();
  const context = {
    ...{ now: office.desk.now(), ids: office.desk.ids, procedure: communityProcedure() },
    acting: { person: office.ledger.person, name: '王登记', roles: ROLES, station: 'PC-1' },
  };
  const command = { type: 'return-transfer', transfer, reason: '不归我们管。' } as const;
  expectOk(await office.ledger.append(expectOk(decideOffice(state, command, context))));
}

/** What a third office makes that gave its case the id of another office's. */
async function sameId(two: TwoOffices, genuine: string, victim: MonthOffice): Promise<string> {
  const third = await MonthOffice.found(at('2026-10-08T09:00'), THIRD);
  expectOk(await meet(victim, await cardOf(third)));
  const bag = await two.opened(genuine);
  const { code: to } = await victim.ledger.office();
  const id = bag.top.slice(-26);
  bag.top = `${THIRD.code}_${to}_${id}`;
  editInfo(bag, 'Internal-Recipient-Identifier', to);
  editInfo(bag, 'Internal-Sender-Identifier', THIRD.code);
  editInfo(bag, 'Source-Organization', THIRD.name);
  const said = JSON.parse(String(bag.files.get('data/transfer.json'))) as object;
  const from = { code: THIRD.code, name: THIRD.name };
  bag.files.set('data/transfer.json', Buffer.from(JSON.stringify({ ...said, from, to })));
  bag.files.set('data/office.json', Buffer.from(JSON.stringify(await cardOf(third))));
  const folder = await tempFolder();
  await two.forge(path.join(folder, `${bag.top}.transfer.zip.age`), bag, third, victim);
  return folder;
}

describe('a case under the id of another office', () => {
  it('makes the other one no case that was seen already', async () => {
    const two = await TwoOffices.open();
    expectOk(await two.send(await two.here.register(NOW)));
    const folder = await sameId(two, await two.onlyPackage(), two.there);
    two.there.chosen = folder;
    expect(expectOk(await two.there.ask('transfers:import')).transfers).toMatchObject([{ outcome: 'taken' }]);
    expect((await two.plugIn(two.there)).transfers).toEqual([
      { outcome: 'refused', code: 'transfers/known-id', from: 'PHX-0371' },
    ]);
  });

  it('that was sent from here is refused, and the answer to it is taken', async () => {
    const two = await TwoOffices.open();
    const id = await two.here.register(NOW);
    expectOk(await two.send(id));
    await two.plugIn(two.there);
    two.here.chosen = await sameId(two, await two.onlyPackage(), two.here);
    expect(expectOk(await two.here.ask('transfers:import')).transfers).toMatchObject([
      { outcome: 'refused', code: 'transfers/known-id' },
    ]);
    const [sent] = (await two.here.state(id)).transfers ?? [];
    await sendBack(two.there, sent!.id);
    expectOk(await two.again(sent!.id, two.there, 'transfers:answer'));
    expect((await two.plugIn(two.here)).answers).toMatchObject([{ outcome: 'returned' }]);
  });
});

describe('what waits in the outbox', () => {
  it('is not swept away by a drive that is looked at while it is sealed', async () => {
    const two = await TwoOffices.open();
    const id = await two.here.register(NOW);
    const bytes = Buffer.alloc(20_000_000, 7);
    await attach(two.here, id, NOW, { name: '试填.pdf', bytes, media: 'application/pdf' });
    const { outbox } = two.here.ledger.places;
    const sending = two.send(id);
    while (!(await readdir(outbox).catch(() => [])).some(name => name.includes('.transfer.')))
      await new Promise(done => setImmediate(done));
    await two.plugIn(two.here);
    expectOk(await sending);
    expect(await two.packages()).toHaveLength(1);
  });
});

describe('a case whose package nobody there can read', () => {
  it('is sent anew, and the earlier one is written no more', async () => {
    const two = await TwoOffices.open();
    const id = await two.here.register(NOW);
    expectOk(await two.send(id));
    expectOk(await two.send(id));
    const [first, second] = (await two.here.state(id)).transfers ?? [];
    expect(first?.replacedBy).toBe(second!.id);
    expect(await two.again(first!.id)).toMatchObject({ error: { code: 'transfers/not-here' } });
    expectOk(await two.again(second!.id));
  });
});

describe('the reason why a case is sent', () => {
  it('stands in the book as it left, without whom the case hides', async () => {
    const two = await TwoOffices.open();
    const id = await two.here.register(NOW, { keep_secret: true, complainant_name: '李试填' });
    expectOk(await two.send(id, { reason: '李试填反映的，请核实。' }));
    const [sent] = (await two.here.state(id)).transfers ?? [];
    expect(sent?.reason).toBe('■■■反映的，请核实。');
    await two.plugIn(two.there);
    expect(expectOk(await two.there.ask('transfers:read', { transfer: sent!.id })).reason).toBe(sent?.reason);
  });
});
