import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { contract } from '#shared/ipc/contract.ts';
import type { Handle, Handler } from '../ipc/handle.ts';
import { handleNotices } from './notices.handlers.ts';
import { changePreferences } from './preferences.ts';

/** A start of the program over a profile, on a system that shows notices or has no place for them. */
function started(profile: string, supported = true) {
  const shown: string[] = [];
  const handlers = new Map<string, Handler<never>>();
  const handle: Handle = (name, handler) => void handlers.set(name, handler);
  handleNotices(handle, { profile }, (title, body) => {
    if (supported) shown.push(`${title}：${body}`);
    return supported;
  });
  const claim = async (day: string, ...keys: string[]) => {
    const handler = handlers.get('notices:claim') as Handler<'notices:claim'>;
    return expectOk(await handler({ day: plainDate(day), keys })).fresh;
  };
  const show = async () => {
    const handler = handlers.get('notices:show') as Handler<'notices:show'>;
    return expectOk(await handler({ title: '快到期', body: '凤社〔2026〕0001号 答复' })).system;
  };
  return { shown, claim, show };
}

describe('what was told', () => {
  it('is told once a day, also after another start, and again on the next day', async () => {
    const profile = await tempFolder();
    const first = started(profile);
    expect(await first.claim('2026-10-08', 'a', 'b')).toEqual(['a', 'b']);
    expect(await first.claim('2026-10-08', 'b', 'c')).toEqual(['c']);
    expect(await started(profile).claim('2026-10-08', 'a', 'c', 'd')).toEqual(['d']);
    expect(await started(profile).claim('2026-10-09', 'a')).toEqual(['a']);
  });

  it('is claimed once where two ask at a time', async () => {
    const { claim } = started(await tempFolder());
    const both = await Promise.all([claim('2026-10-08', 'a'), claim('2026-10-08', 'a')]);
    expect(both.flat()).toEqual(['a']);
  });

  it('is told anew where the file that knows it cannot be read', async () => {
    const profile = await tempFolder();
    await started(profile).claim('2026-10-08', 'a');
    await writeFile(path.join(profile, 'told-today.json'), '{"day":');
    expect(await started(profile).claim('2026-10-08', 'a')).toEqual(['a']);
  });
});

describe('a notice', () => {
  it('is shown by the system, unless this PC does not want any or has no place for them', async () => {
    const profile = await tempFolder();
    const desk = started(profile);
    expect(await desk.show()).toBe('shown');
    expect(await started(profile, false).show()).toBe('unsupported');
    expectOk(await changePreferences(profile, { notices: false }));
    expect(await desk.show()).toBe('off');
    expect(desk.shown).toEqual(['快到期：凤社〔2026〕0001号 答复']);
  });

  it('is for an open ledger only', () => {
    expect([contract['notices:claim'].needs, contract['notices:show'].needs]).toEqual([
      'unlocked',
      'unlocked',
    ]);
  });
});
