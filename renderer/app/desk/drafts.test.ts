import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import type { DraftContent } from '#renderer/db/live/drafts.types.ts';
import { FakePc, settle } from './desk.fixture.ts';

const content = (facts: string): DraftContent => ({
  v: 1,
  procedure: 'phoenix-community',
  values: { facts },
});

async function drafting() {
  const pc = new FakePc();
  const { drafts } = await pc.openDesk();
  const saves = () => pc.shell.count('drafts:save');
  return { pc, drafts, saves };
}

describe('drafts', () => {
  it('are written at the pause in typing, once', async () => {
    const { pc, drafts, saves } = await drafting();
    const seen: string[] = [];
    drafts.onStatus(() => seen.push(drafts.status('D1').kind));
    for (const facts of ['楼', '楼道', '楼道灯']) {
      drafts.save('D1', content(facts));
      pc.pass(200);
    }
    expect(saves()).toBe(0);
    pc.pass(600);
    await settle(() => drafts.status('D1').kind === 'saved');
    expect(saves()).toBe(1);
    expect(pc.shell.drafts.get('D1')?.text).toContain('楼道灯');
    expect(drafts.status('D1')).toMatchObject({ at: '2026-10-08T10:00:01+08:00' });
    expect(seen).toEqual(['waiting', 'saved']);
  });

  it('are written all the same when nobody pauses', async () => {
    const { pc, drafts, saves } = await drafting();
    for (let i = 0; i < 25; i++) {
      drafts.save('D1', content('字'.repeat(i)));
      pc.pass(200);
    }
    await settle(() => saves() === 1);
  });

  it('are written on request, and kept to be written again where that failed', async () => {
    const { pc, drafts } = await drafting();
    pc.shell.fail('drafts:save', { kind: 'refuse', error: { code: 'storage/disk-full' } });
    drafts.save('D1', content('半句'));
    await drafts.flush();
    expect(drafts.status('D1')).toEqual({ kind: 'failed', error: { code: 'storage/disk-full' } });
    await drafts.flush();
    expect(drafts.status('D1').kind).toBe('saved');
    expect(pc.shell.drafts.size).toBe(1);
  });

  it('are known at once, before they are written, and no more once they are removed', async () => {
    const { pc, drafts } = await drafting();
    drafts.save('D1', content('一'));
    expect(drafts.known().map(({ id, content: { values } }) => [id, values['facts']])).toEqual([
      ['D1', '一'],
    ]);
    await drafts.flush();
    // Read before it was removed, answered after.
    pc.shell.beforeCall = channel => {
      if (channel === 'drafts:list') void drafts.remove('D1');
    };
    expect(expectOk(await drafts.list())).toEqual([]);
    expect(drafts.known()).toEqual([]);
  });

  it('do not say saved of what was typed while they were written', async () => {
    const { pc, drafts } = await drafting();
    pc.shell.beforeCall = channel => {
      if (channel === 'drafts:save' && pc.shell.count('drafts:save') === 1)
        drafts.save('D1', content('一句半'));
    };
    drafts.save('D1', content('一句'));
    await drafts.flush();
    expect(drafts.status('D1').kind).toBe('waiting');
    await drafts.flush();
    expect(pc.shell.drafts.get('D1')?.text).toContain('一句半');
  });

  it('come back newest first, and one that cannot be read is left alone', async () => {
    const { pc, drafts } = await drafting();
    drafts.save('old', content('旧'));
    await drafts.flush();
    pc.pass(60_000);
    drafts.save('new', content('新'));
    await drafts.flush();
    const savedAt = pc.shell.drafts.get('old')!.savedAt;
    pc.shell.drafts.set('X', { id: 'X', savedAt, text: '{"v":1,"proc' });
    pc.shell.drafts.set('Y', { id: 'Y', savedAt, text: '{"v":2}' });
    const list = expectOk(await drafts.list());
    expect(list.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(list[0]?.content).toEqual(content('新'));
    expect(pc.shell.drafts.size).toBe(4);
  });

  it('stay removed when they are removed while they are written', async () => {
    const { pc, drafts } = await drafting();
    drafts.save('D1', content('一句'));
    const written = drafts.flush();
    const removed = drafts.remove('D1');
    await written;
    expectOk(await removed);
    pc.pass(10_000);
    await drafts.flush();
    expect(pc.shell.drafts.size).toBe(0);
    expect(drafts.status('D1')).toEqual({ kind: 'none' });
  });

  it('have ids of their own', async () => {
    const { drafts } = await drafting();
    expect(new Set([drafts.newId(), drafts.newId()]).size).toBe(2);
  });
});
