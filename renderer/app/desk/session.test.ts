import { describe, expect, it } from 'vitest';
import { newPersonId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import { at, communityProcedure, countingIds } from '#shared/fixtures/community.ts';
import { complaint } from '#renderer/db/testing/chain.fixture.ts';
import { FakeShell, PASSPHRASE } from '#renderer/db/testing/fake-shell.fixture.ts';
import { caseState } from '#renderer/db/case-store.ts';
import { FakePc, openStateOf, settle } from './desk.fixture.ts';

const registration = {
  procedure: 'phoenix-community',
  receivedAt: at('2026-10-08T09:30'),
  values: complaint,
};

const setup = {
  office: {
    name: '凤凰社区居委会',
    code: 'PHX-0371' as never,
    prefix: '凤社',
    firstNumber: 1,
    procedure: communityProcedure().id,
  },
  person: { name: '王登记', phone: '', roles: ['registrar' as const] },
  passphrase: PASSPHRASE,
};

describe('the start', () => {
  it('stands before the first run, before the lock, or before a shell that does not answer', async () => {
    const fresh = new FakePc(new FakeShell({ founded: false })).newDesk();
    expect(fresh.getState().phase).toBe('starting');
    await fresh.start();
    expect(fresh.getState().phase).toBe('first-run');

    const known = new FakePc().newDesk();
    await known.start();
    expect(known.getState()).toMatchObject({ phase: 'locked', reason: null });

    const pc = new FakePc();
    pc.shell.fail('app:boot', { kind: 'break' });
    const broken = pc.newDesk();
    await broken.start();
    expect(broken.getState()).toEqual({ phase: 'broken', error: { code: 'desk/no-answer' } });
    await broken.start();
    expect(broken.getState().phase).toBe('locked');
  });

  it('goes from the first run to an open ledger', async () => {
    const desk = new FakePc(new FakeShell({ founded: false })).newDesk();
    await desk.start();
    expectOk(await desk.beginSetup(setup));
    expectOk(await desk.finishSetup({ 1: 'AB12' }));
    expect(openStateOf(desk)).toMatchObject({ office: { name: '凤凰社区居委会' }, health: 'sound' });
    expectOk(await desk.register(registration));
  });
});

describe('unlocking', () => {
  it('passes on why not, and stays locked', async () => {
    const pc = new FakePc();
    const desk = pc.newDesk();
    await desk.start();
    expect(await desk.unlock(pc.shell.chain.person, '别的')).toEqual({
      ok: false,
      error: { code: 'keys/wrong-passphrase', detail: { left: 4 } },
    });
    expect(desk.getState().phase).toBe('locked');
    expectOk(await desk.unlock(pc.shell.chain.person, PASSPHRASE));
  });

  it('tells who works here, with which roles, and what the shell found wrong', async () => {
    const pc = new FakePc();
    pc.shell.trouble = { code: 'journal/torn-tail', seq: 1 };
    const state = openStateOf(await pc.openDesk());
    expect(state.me).toEqual(pc.shell.chain.acting);
    expect(state.trouble).toEqual({ code: 'journal/torn-tail', seq: 1 });
    expect(state.procedures.map(({ id }) => id)).toEqual(['phoenix-community']);
    expect(state.calendar.knows(2026)).toBe(true);
  });

  it('breaks with a code where the packs cannot be read, and locks the shell again', async () => {
    const pc = new FakePc();
    pc.shell.fail('packs:list', { kind: 'refuse', error: { code: 'packs/missing' } });
    const desk = pc.newDesk();
    await desk.start();
    const reply = await desk.unlock(pc.shell.chain.person, PASSPHRASE);
    expect(reply).toEqual({ ok: false, error: { code: 'packs/missing' } });
    expect(desk.getState()).toEqual({ phase: 'broken', error: { code: 'packs/missing' } });
    expect(pc.shell.unlocked).toBe(false);
  });

  it('lets in nobody who is not of this office', async () => {
    const pc = new FakePc();
    const unlock = pc.shell.api.session.unlock;
    const stranger = newPersonId({ ...countingIds(), nowMs: () => 1 });
    Object.assign(pc.shell.api.session, {
      unlock: async (input: Parameters<typeof unlock>[0]) => {
        const answer = expectOk(await unlock(input));
        return { ok: true, value: { ...answer, person: stranger } };
      },
    });
    const desk = pc.newDesk();
    await desk.start();
    const reply = await desk.unlock(pc.shell.chain.person, PASSPHRASE);
    expect(reply).toEqual({ ok: false, error: { code: 'session/not-of-this-office' } });
  });
});

describe('locking', () => {
  it('shows nothing at once, writes what waits, then drops the key, the store and the cases', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    const { caseId } = expectOk(await desk.register(registration));
    const { store } = openStateOf(desk);
    desk.drafts.save('D1', { v: 1, procedure: 'phoenix-community', values: { facts: '半句' } });

    const locked = desk.lock();
    expect(desk.getState()).toMatchObject({ phase: 'locked', reason: 'asked' });
    expect(JSON.stringify(desk.getState())).not.toContain('李样本');
    await locked;
    expect(pc.shell.unlocked).toBe(false);
    expect(pc.shell.drafts.get('D1')?.text).toContain('半句');
    expect(pc.shell.mark).toMatchObject({ state: 'present', mark: { seq: 2, cases: 1 } });
    expect(store.db.isOpen()).toBe(false);
    expect(store.states.get(caseId)).toBeUndefined();
    await expect(caseState(store, caseId)).rejects.toThrow();
    expect(await desk.register(registration)).toEqual({
      ok: false,
      error: { code: 'session/locked' },
    });
  });

  it('lets what is being saved be saved, and begins nothing more', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    let release: () => void = () => undefined;
    pc.shell.beforeCall = channel =>
      channel === 'journal:append' ? new Promise(resolve => (release = resolve)) : undefined;
    const first = desk.register(registration);
    await settle(() => pc.shell.count('journal:append') === 1);
    pc.shell.tell('session:locked', { reason: 'suspend' });
    const second = desk.register(registration);
    expect(desk.getState()).toMatchObject({ phase: 'locked', reason: 'suspend' });
    release();
    expectOk(await first);
    expect(await second).toMatchObject({ error: { code: 'session/locked' } });

    pc.shell.beforeCall = () => undefined;
    pc.shell.unlocked = false;
    expectOk(await desk.unlock(pc.shell.chain.person, PASSPHRASE));
    expect(await openStateOf(desk).store.db.cases.count()).toBe(1);
  });

  it('stops an opening that is under way', async () => {
    const pc = new FakePc();
    const desk = pc.newDesk();
    await desk.start();
    pc.shell.beforeCall = channel => {
      if (channel === 'journal:read') pc.shell.tell('session:locked', { reason: 'idle' });
    };
    const reply = await desk.unlock(pc.shell.chain.person, PASSPHRASE);
    expect(reply).toEqual({ ok: false, error: { code: 'session/locked' } });
    expect(desk.getState()).toMatchObject({ phase: 'locked', reason: 'idle' });
  });

  it('waits for a disk that does not answer only so long', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    pc.shell.beforeCall = channel =>
      channel === 'journal:append' ? new Promise<void>(() => undefined) : undefined;
    void desk.register(registration);
    await settle(() => pc.shell.count('journal:append') === 1);
    const locked = desk.lock();
    await settle(() => pc.waiting > 0);
    pc.pass(3000);
    await locked;
    expect(pc.shell.unlocked).toBe(false);
  });
});

describe('the clock', () => {
  it('runs by the PC and what the shell adds, and tells when the minute is over', async () => {
    const pc = new FakePc();
    pc.shell.clockOffsetMs = 3_600_000;
    const desk = await pc.openDesk();
    expect(desk.now()).toBe('2026-10-08T11:00:00+08:00');
    let told = 0;
    const stop = desk.onMinute(() => told++);
    pc.pass(59_000);
    expect(told).toBe(0);
    pc.pass(1000);
    expect(told).toBe(1);
    pc.shell.tell('clock:moved', { offsetMs: 7_200_000 });
    expect(told).toBe(2);
    expect(desk.now()).toBe('2026-10-08T12:01:00+08:00');
    pc.pass(60_000);
    expect(told).toBe(3);
    stop();
    pc.pass(120_000);
    expect(told).toBe(3);
  });

  it('dates what is registered', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    pc.shell.tell('clock:moved', { offsetMs: 86_400_000 });
    const saved = expectOk(await desk.register(registration));
    expect(saved.events[0]?.at).toBe('2026-10-09T10:00:00+08:00');
  });
});

describe('the mark of the store', () => {
  it('is written a little after a save, once for many, and tried again when it failed', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    expectOk(await desk.register(registration));
    expectOk(await desk.register(registration));
    const before = pc.shell.count('store:set-mark');
    pc.shell.fail('store:set-mark', { kind: 'refuse', error: { code: 'storage/disk-full' } });
    pc.pass(2000);
    await settle(() => pc.shell.count('store:set-mark') === before + 1);
    await desk.close();
    expect(pc.shell.count('store:set-mark')).toBe(before + 2);
    expect(pc.shell.mark).toMatchObject({ mark: { seq: 3, cases: 2 } });
    await desk.close();
    expect(pc.shell.count('store:set-mark')).toBe(before + 2);
  });
});
