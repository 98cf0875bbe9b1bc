import { rm } from 'node:fs/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { DeskEvent } from '#shared/case/batch.ts';
import { decideOffice } from '#shared/case/office.decide.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { newEventId, type TransferId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import { at, communityProcedure } from '#shared/fixtures/community.ts';
import { ROLES } from '#shared/procedure/role.ts';
import type { Values } from '#shared/procedure/values.ts';
import { parsePacks, TwoOffices } from './two-offices.fixture.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined, error: () => undefined } }));

beforeAll(parsePacks, 180_000);

const NOW = at('2026-10-12T09:00');
const procedure = communityProcedure();

/** A case that came in, against whom these fields name; and what a window that knows no rules makes of it. */
async function cameIn(values: Values = {}) {
  const two = await TwoOffices.open();
  const { there } = two;
  expectOk(await two.send(await two.here.register(NOW, values)));
  await two.plugIn(there);
  const office = await there.ledger.office();
  const [received] = office.transfers ?? [];
  if (!received) throw new Error('it came in');
  there.moveTo(at('2026-10-13T09:00'));
  const context = {
    ...{ now: there.desk.now(), ids: there.desk.ids, procedure },
    acting: { person: there.ledger.person, name: '王登记', roles: ROLES, station: 'PC-1' },
  };
  const back = (transfer: TransferId = received.id): readonly DeskEvent[] =>
    expectOk(decideOffice(office, { type: 'return-transfer', transfer, reason: '不归我们管。' }, context));
  const taken = (changed: Values = {}): readonly DeskEvent[] =>
    expectOk(
      decideRegistration(
        office,
        {
          ...{ procedure: procedure.id, receivedAt: there.desk.now() },
          values: {
            ...{ matter_kind: 'complaint', intake_channel: 'visit', complainant_name: '李样本' },
            ...{ facts: '楼道灯坏了三天。', ...changed },
          },
          transferred: { transfer: received.id, from: received.from, number: received.number },
        },
        context,
      ),
    );
  const append = async (events: readonly DeskEvent[]): Promise<string> => {
    const reply = await there.ask('journal:append', { after: there.ledger.head().seq, events: [...events] });
    return reply.ok ? 'done' : reply.error.code;
  };
  return { there, back, taken, append };
}

describe('the shell, whatever the window says', () => {
  it('lets nobody register or send back a case that is against them', async () => {
    const { there, back, taken, append } = await cameIn({ respondent_name: '赵样本、王 登记' });
    const { seq } = there.ledger.head();
    expect(await append(back())).toBe('transfers/recusal');
    expect(await append(taken())).toBe('transfers/recusal');
    expect(there.ledger.head().seq).toBe(seq);
  });

  it('lets others do both, once', async () => {
    const { back, taken, append } = await cameIn({ respondent_name: '赵样本' });
    const [registered, returned] = [taken(), back()];
    expect(await append(registered)).toBe('done');
    expect(await append(returned)).toBe('transfers/settled');
  });

  it('lets nobody without the role do either', async () => {
    const { there, back, taken, append } = await cameIn();
    await there.become(['records-officer', 'administrator']);
    expect(await append(back())).toBe('journal/not-allowed');
    expect(await append(taken())).toBe('journal/not-allowed');
    await there.become(['handler']);
    expect(await append(taken())).toBe('journal/not-allowed');
    expect(await append(back().map(each => ({ ...each, by: { ...each.by, role: 'handler' } })))).toBe('done');
  });

  it('takes neither half of a registration without the other', async () => {
    const { taken, append } = await cameIn();
    const events = taken();
    expect(await append(events.filter(({ type }) => type !== 'transfer-accepted'))).toBe(
      'journal/not-allowed',
    );
    expect(await append(events.filter(({ type }) => type !== 'registered'))).toBe('journal/not-allowed');
    expect(await append(events)).toBe('done');
  });

  it('knows of no case that never came in', async () => {
    const { there, back, append } = await cameIn();
    const other = back().map(each => ({ ...each, transfer: newEventId(there.desk.ids) }) as never);
    expect(await append(other)).toBe('transfers/settled');
  });

  it('says what is wrong where what was said of the case is lost', async () => {
    const { there, back, append } = await cameIn();
    for await (const { path } of there.ledger.vault.storedFiles()) await rm(path);
    expect(await append(back())).toBe('vault/missing');
  });
});
