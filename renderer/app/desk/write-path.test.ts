import { EARLY_LOCK } from '#shared/reports/early-lock.ts';
import { describe, expect, it } from 'vitest';
import type { DeskEvent } from '#shared/case/batch.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import type { Values } from '#shared/procedure/values.ts';
import { caseState } from '#renderer/db/case-store.ts';
import { caseIdsBy } from '#renderer/db/queries/case-ids.ts';
import { caseEvents, caseRows, orphanedEvents } from '#renderer/db/queries/case-rows.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { complaint } from '#renderer/db/testing/chain.fixture.ts';
import { everyByte } from '#renderer/db/testing/store.fixture.ts';
import { FakeShell } from '#renderer/db/testing/fake-shell.fixture.ts';
import { FakePc, openStateOf, settle } from './desk.fixture.ts';

const registration = (values: Values = complaint) => ({
  procedure: 'phoenix-community',
  receivedAt: at('2026-10-08T09:30'),
  values,
});
const note = (text: string) => ({ type: 'add-note', text }) as const;

const numbers = async (desk: Desk): Promise<readonly string[]> => {
  const { store } = openStateOf(desk);
  const ids = await caseIdsBy(store, { view: 'all', sort: 'number', direction: 'ascending' });
  return (await caseRows(store, ids, desk.now())).map(({ number }) => number);
};

const typesOf = (events: readonly DeskEvent[]) => events.map(({ type }) => type);

describe('writing', () => {
  it('registers, lists, takes a step, and finds all of it again after a restart', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    const saved = expectOk(await desk.register(registration()));
    expect(saved).toMatchObject({ number: '凤社〔2026〕0001号' });
    expect(typesOf(saved.events)).toEqual(['number-allocated', 'registered']);
    expect(await numbers(desk)).toEqual(['凤社〔2026〕0001号']);
    const step = { type: 'take-step', step: 'accept', values: { handler_opinion: '受理' } } as const;
    expectOk(await desk.submitCase(saved.caseId, step));
    await desk.lock();

    const again = await pc.openDesk();
    const { store, office } = openStateOf(again);
    expect(await caseState(store, saved.caseId)).toMatchObject({
      tracks: { main: { state: 'accepted' } },
      values: { handler_opinion: '受理', facts: complaint['facts'] },
    });
    expect(typesOf(await caseEvents(store, saved.caseId))).toEqual(['registered', 'step-taken']);
    expect(office.counters).toEqual({ '{prefix}〔{year}〕{n:4}号 2026': 1 });
  });

  it('answers a refusal with the refusal, and writes nothing', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    expect(await desk.register(registration({ ...complaint, facts: null }))).toEqual({
      ok: false,
      error: { code: 'case/missing-fields', fields: ['facts'] },
    });
    expect(await desk.register({ ...registration(), procedure: 'none' })).toMatchObject({
      error: { code: 'packs/missing' },
    });
    expect(pc.shell.count('journal:append')).toBe(0);
  });

  it('does commands that come at once one after the other, each on what the one before left', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    const saved = await Promise.all([1, 2, 3].map(() => desk.register(registration())));
    expect(saved.map(submission => expectOk(submission).number)).toEqual([
      '凤社〔2026〕0001号',
      '凤社〔2026〕0002号',
      '凤社〔2026〕0003号',
    ]);
    const reads = pc.shell.count('journal:read');
    const { caseId } = expectOk(saved[0]!);
    await Promise.all(['一', '二'].map(text => desk.submitCase(caseId, note(text))));
    expect((await caseEvents(openStateOf(desk).store, caseId)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(pc.shell.count('journal:read')).toBe(reads);
  });

  it('decides again when somebody else appended first', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    let once = true;
    pc.shell.beforeCall = channel => {
      if (channel === 'journal:append' && once) {
        once = false;
        pc.shell.chain.register();
      }
    };
    expect(expectOk(await desk.register(registration())).number).toBe('凤社〔2026〕0002号');
    expect(await numbers(desk)).toEqual(['凤社〔2026〕0001号', '凤社〔2026〕0002号']);
  });

  it('gives up when somebody else is always first, and has saved nothing', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    pc.shell.beforeCall = channel => {
      if (channel === 'journal:append') pc.shell.chain.register();
    };
    expect(await desk.register(registration())).toMatchObject({ error: { code: 'journal/behind' } });
    expect(pc.shell.count('journal:append')).toBe(4);
    pc.shell.beforeCall = () => undefined;
    expectOk(await desk.catchUp());
    expect(await numbers(desk)).toHaveLength(4);
  });

  it('decides on the same facts the page shows: what other cases say counts', async () => {
    const procedure = ladderPack({
      severity: `
severity:
  name: { zh: 等级, en: Class }
  classes: [{ id: usual, name: { zh: 一般, en: Usual } }, { id: hot, name: { zh: 热点, en: Hot } }]
  rules:
    - id: crowd
      class: hot
      why: { zh: 多人, en: Several }
      repeats: { same: [subject], different: phone, at_least: 2, within: { amount: 1, unit: months } }
`,
      escalation: '',
      steps: `
steps:
  - id: accept
    name: { zh: 受理, en: Accept }
    track: main
    from: [registered]
    to: accepted
    role: handler
    requires: { condition: { severity: [hot] }, why: { zh: 只办热点, en: Only hot ones } }
  - { id: answer, name: { zh: 答复, en: Answer }, track: main, from: [accepted], to: answered, role: handler }
  - { id: refuse, name: { zh: 不受理, en: Refuse }, track: main, from: [registered], to: refused, role: handler }
  - { id: withdraw, name: { zh: 撤回, en: Withdraw }, track: main, from: open, to: withdrawn, role: handler }
  - { id: file, name: { zh: 归档, en: File }, track: main, from: [answered], to: filed, role: handler }
  - id: mediate
    name: { zh: 调解, en: Mediate }
    track: main
    from: [accepted]
    role: handler
    opens: [mediation]
  - { id: agree, name: { zh: 调成, en: Agree }, track: mediation, from: [talking], to: agreed, role: handler }
  - { id: break, name: { zh: 终止, en: Break }, track: mediation, from: [talking], to: broken-off, role: handler }
`,
      grounds: '',
    });
    const desk = await new FakePc(new FakeShell({ procedure })).openDesk();
    const register = async (phone: string) =>
      expectOk(
        await desk.register({
          procedure: procedure.id,
          receivedAt: at('2026-10-08T09:30'),
          values: { subject: '电梯', complainant: '李样本', phone },
        }),
      ).caseId;
    const accept = { type: 'take-step', step: 'accept', values: {} } as const;
    await register('13800138000');
    const second = await register('13800138001');
    expectOk(await desk.submitCase(second, accept));
  });

  it('follows what the shell appended by itself', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    const id = pc.shell.chain.register();
    pc.shell.tell('journal:appended', { seq: pc.shell.chain.head.seq });
    expectOk(await desk.submitCase(id, note('补记')));
    const reads = pc.shell.count('journal:read');
    pc.shell.tell('journal:appended', { seq: pc.shell.chain.head.seq });
    expectOk(await desk.submitCase(id, note('再记')));
    expect(pc.shell.count('journal:read')).toBe(reads);
  });

  it('closes a month once, after all that was appended before', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    const october = '2026-10' as PlainMonth;
    pc.shell.chain.register();
    const remarks = [{ item: EARLY_LOCK, text: '照转下月' }];
    expectOk(await desk.lockMonth({ period: october, remarks, open: [] }));
    expect(openStateOf(desk).office.months).toMatchObject([{ period: october, by: '王登记' }]);
    expect(await numbers(desk)).toHaveLength(1);
    expect(await desk.lockMonth({ period: october, remarks: [], open: [] })).toMatchObject({ ok: false });
    expect(pc.shell.chain.head.seq).toBe(3);
  });

  it('says that a full disk saved nothing', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    pc.shell.fail('journal:append', { kind: 'refuse', error: { code: 'storage/disk-full' } });
    expect(await desk.register(registration())).toEqual({ ok: false, error: { code: 'storage/disk-full' } });
    expect(expectOk(await desk.register(registration())).number).toBe('凤社〔2026〕0001号');
  });
});

describe('a shell that breaks while it writes', () => {
  it('is asked whether the record is there, before anything is said', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    pc.shell.fail('journal:append', { kind: 'break-after' }, { kind: 'break' });
    expectOk(await desk.register(registration()));
    expect(await desk.register(registration())).toMatchObject({ error: { code: 'desk/no-answer' } });
    expect(await numbers(desk)).toEqual(['凤社〔2026〕0001号']);
    expect(pc.shell.chain.states).toHaveLength(1);
  });
});

describe('a store that fails after the journal has acknowledged', () => {
  it('keeps what was saved, says so, and is brought up again by the next command', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    openStateOf(desk).store.db.close();
    const saved = expectOk(await desk.register(registration()));
    expect(openStateOf(desk).health).toBe('behind');
    expect(pc.shell.reports.join()).toContain('DatabaseClosedError');
    expect(pc.shell.reports.join()).not.toMatch(/李样本|138/);

    expectOk(await desk.submitCase(saved.caseId, note('补记')));
    expect(openStateOf(desk).health).toBe('sound');
    expect(await numbers(desk)).toEqual([saved.number]);
  });

  it('is brought up again by itself', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    openStateOf(desk).store.db.close();
    const saved = expectOk(await desk.register(registration()));
    pc.pass(1000);
    await settle(() => openStateOf(desk).health === 'sound');
    expect(await numbers(desk)).toEqual([saved.number]);
    expect(pc.shell.count('journal:append')).toBe(1);
  });

  it('has the case exactly once when the window was killed between the two', async () => {
    const pc = new FakePc();
    const killed = await pc.openDesk();
    expectOk(await killed.register(registration()));
    openStateOf(killed).store.db.close();
    const saved = expectOk(await killed.register(registration()));

    const desk = await pc.openDesk();
    expect(await numbers(desk)).toEqual(['凤社〔2026〕0001号', saved.number]);
    expect(typesOf(await caseEvents(openStateOf(desk).store, saved.caseId))).toEqual(['registered']);
    expect(openStateOf(desk)).toMatchObject({ health: 'sound', trouble: null });
  });
});

describe('a store that is not what it was', () => {
  async function twoCases() {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    expectOk(await desk.register(registration()));
    expectOk(await desk.register(registration()));
    await desk.lock();
    return pc;
  }

  it('is made again from the journal when Chromium has wiped it', async () => {
    const pc = await twoCases();
    pc.wipe();
    const desk = pc.newDesk();
    const steps: unknown[] = [];
    desk.subscribe(() => {
      const state = desk.getState();
      if (state.phase === 'opening') steps.push(state.step);
    });
    await desk.start();
    const unlocked = await desk.unlock(pc.shell.chain.person, '凤凰 样本 口令');
    expectOk(unlocked);
    expect(await numbers(desk)).toHaveLength(2);
    expect(steps).toContainEqual({ phase: 'rebuild', reason: 'lost', done: 3, total: 3 });
    expect(openStateOf(desk).trouble).toBeNull();
  });

  it('is made again when the journal is shorter, keeps what the journal lost, and tells', async () => {
    const pc = await twoCases();
    const lost = pc.shell.chain.records.pop();
    const desk = await pc.openDesk();
    expect(await numbers(desk)).toEqual(['凤社〔2026〕0001号']);
    expect(openStateOf(desk).trouble).toEqual({
      code: 'store/ahead-of-journal',
      seq: 2,
      detail: { events: 1, cases: 1, numbers: '凤社〔2026〕0002号' },
    });
    const orphans = await orphanedEvents(openStateOf(desk).store);
    expect(orphans).toEqual(lost?.events.filter(({ stream }) => stream === 'case'));
    desk.dismissTrouble();
    expect(openStateOf(desk).trouble).toBeNull();
  });

  it('is made again on request, and can be written to afterwards', async () => {
    const pc = await twoCases();
    const desk = await pc.openDesk();
    const before = (await openStateOf(desk).store.db.meta.get('store'))?.storeId;
    expectOk(await desk.rebuild());
    expect((await openStateOf(desk).store.db.meta.get('store'))?.storeId).not.toBe(before);
    expect(expectOk(await desk.register(registration())).number).toBe('凤社〔2026〕0003号');
    expect(await numbers(desk)).toHaveLength(3);
  });

  it('shows how far it is while it is made again, and stops at the lock', async () => {
    const pc = await twoCases();
    const desk = await pc.openDesk();
    const seen: unknown[] = [];
    desk.subscribe(() => {
      const state = desk.getState();
      if (state.phase === 'open') seen.push(state.rebuilding);
    });
    expectOk(await desk.rebuild());
    expect(seen[0]).toEqual({ phase: 'rebuild', reason: 'asked', done: 0, total: 3 });
    expect(seen.at(-1)).toBeNull();

    const { store } = openStateOf(desk);
    pc.shell.beforeCall = channel => {
      if (channel === 'journal:read') pc.shell.tell('session:locked', { reason: 'idle' });
    };
    expect(await desk.rebuild()).toMatchObject({ ok: false });
    await settle(() => !store.db.isOpen());
    pc.shell.beforeCall = () => undefined;
    expect(await numbers(await pc.openDesk())).toHaveLength(2);
  });

  it('goes on with a rebuild that was cut off, and does not begin it anew', async () => {
    const pc = await twoCases();
    for (let i = 0; i < 120; i++) pc.shell.chain.register();
    pc.wipe();
    pc.shell.most = 50;
    let reads = 0;
    pc.shell.beforeCall = channel => {
      if (channel === 'journal:read' && ++reads === 6) throw new Error('killed');
    };
    const killed = pc.newDesk();
    await killed.start();
    const refused = await killed.unlock(pc.shell.chain.person, '凤凰 样本 口令');
    expect(refused).toMatchObject({ ok: false, error: { code: 'desk/no-answer' } });
    expect(killed.getState()).toMatchObject({ phase: 'broken' });

    pc.shell.beforeCall = () => undefined;
    const desk = pc.newDesk();
    const steps: unknown[] = [];
    desk.subscribe(() => {
      const state = desk.getState();
      if (state.phase === 'opening') steps.push(state.step);
    });
    await desk.start();
    expectOk(await desk.unlock(pc.shell.chain.person, '凤凰 样本 口令'));
    expect(steps.at(-1)).toEqual({ phase: 'replay', done: 123, total: 123 });
    expect(await numbers(desk)).toHaveLength(122);
  });
});

describe('the disk', () => {
  it('holds no name, no phone and no facts in clear', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    const values = { ...complaint, complainant_name: '试填暗记', facts: '楼道灯暗记。' };
    const { caseId } = expectOk(await desk.register(registration(values)));
    expectOk(await desk.submitCase(caseId, note('备注暗记')));
    const bytes = await everyByte(openStateOf(desk).store.db);
    for (const canary of ['暗记', '13800138000', '试填', '王登记']) expect(bytes).not.toContain(canary);
  });
});
