import { describe, expect, it, vi } from 'vitest';
import { newPersonId, type PersonId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import type { Role } from '#shared/procedure/role.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { readPeople } from '../keys/keyring.unlock.ts';
import { lock, unlock } from './session.ts';
import { foundIn, PASSPHRASE, Shell } from './shell.fixture.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: vi.fn() } }));

const OWN = 'second person 2026 desk';

/** An office of two: its administrator, who is at work, and a colleague with the given roles and a passphrase. */
async function officeOfTwo(roles: readonly Role[] = ['handler']) {
  const shell = new Shell(await tempFolder());
  const chief = await foundIn(shell);
  const colleague = newPersonId(shell.desk.ids);
  expectOk(await shell.appendPerson('试填甲', roles, colleague));
  expectOk(await shell.ask('people:set-passphrase', { person: colleague, passphrase: OWN }));
  const enter = async (person: PersonId, passphrase: string) => {
    await lock(shell.desk);
    return unlock(shell.desk, person, passphrase);
  };
  const entered = async (): Promise<readonly PersonId[]> =>
    expectOk(await readPeople(shell.desk.keyring)).map(({ id }) => id);
  return { shell, chief, colleague, enter, entered };
}

const refused = (code: string) => ({ ok: false, error: { code } });

describe('an administrator', () => {
  it('lets a colleague in, who logs in with a passphrase of their own', async () => {
    const { colleague, enter } = await officeOfTwo();
    expect(await enter(colleague, 'something else 2026')).toMatchObject(refused('keys/wrong-passphrase'));
    expect(await enter(colleague, OWN)).toMatchObject({ ok: true, value: { person: colleague } });
  });

  it('gives another passphrase to who forgot it, and the old one opens nothing any more', async () => {
    const { shell, colleague, enter } = await officeOfTwo();
    const next = 'a third passphrase 2027';
    expectOk(await shell.ask('people:set-passphrase', { person: colleague, passphrase: next }));
    expect(await enter(colleague, OWN)).toMatchObject(refused('keys/wrong-passphrase'));
    expect(await enter(colleague, next)).toMatchObject({ ok: true });
  });

  it('lets in nobody who is not on the list, and with no passphrase that is easily guessed', async () => {
    const { shell, colleague, entered } = await officeOfTwo();
    const stranger = newPersonId(shell.desk.ids);
    const ask = (person: PersonId, passphrase: string) =>
      shell.ask('people:set-passphrase', { person, passphrase });
    expect(await ask(stranger, OWN)).toMatchObject(refused('people/not-of-this-office'));
    expect(await ask(colleague, '短')).toMatchObject(refused('keys/passphrase-short'));
    expect(await entered()).not.toContain(stranger);
  });

  it('shuts out only who has left, and may do it again where it failed', async () => {
    const { shell, colleague, entered, enter } = await officeOfTwo();
    expect(await shell.ask('people:shut-out', { person: colleague })).toMatchObject(
      refused('people/still-here'),
    );
    expectOk(await shell.append({ type: 'person-left', person: colleague }));
    for (let n = 0; n < 2; n++) expectOk(await shell.ask('people:shut-out', { person: colleague }));
    expect(await entered()).not.toContain(colleague);
    expect(await enter(colleague, OWN)).toMatchObject(refused('keys/unknown-person'));
  });
});

describe('somebody who is no administrator', () => {
  const asColleague = async () => {
    const office = await officeOfTwo();
    expectOk(await office.enter(office.colleague, OWN));
    return office;
  };

  it('gives nobody a passphrase and shuts nobody out', async () => {
    const { shell, chief, colleague } = await asColleague();
    for (const person of [chief, colleague])
      expect(await shell.ask('people:set-passphrase', { person, passphrase: OWN })).toMatchObject(
        refused('people/not-allowed'),
      );
    expect(await shell.ask('people:shut-out', { person: chief })).toMatchObject(
      refused('people/not-allowed'),
    );
  });

  it('writes nothing about people into the journal, whatever the window sends', async () => {
    const { shell, chief, colleague } = await asColleague();
    const forged = [
      await shell.append({ type: 'person-changed', person: colleague, roles: ['administrator'] }),
      await shell.append({ type: 'person-left', person: chief }),
      await shell.appendPerson('试填乙', ['administrator']),
    ];
    for (const reply of forged) expect(reply).toMatchObject(refused('journal/not-allowed'));
  });

  it('locks no month that whoever is in charge did not approve, whatever the window sends', async () => {
    const { shell } = await asColleague();
    const period = '2026-10' as PlainMonth;
    expect(await shell.append({ type: 'month-locked', period, remarks: [] })).toMatchObject(
      refused('journal/not-allowed'),
    );
    expectOk(await shell.append({ type: 'month-lock-proposed', period, remarks: [] }));
  });

  it('closes no quarter either, but proposes it and notes what has no figures', async () => {
    const { shell } = await asColleague();
    const quarter = { procedure: 'ladder', duty: 'Q', period: '2026-Q3' };
    const figures = {
      ...{ received: 0, closed: 0, onTime: 0, open: 0, overdue: 0 },
      ...{ receivedClosed: 0, asked: 0, satisfied: 0 },
    };
    const forged = { type: 'duty-done' as const, ...quarter, close: { figures, zero: true } };
    expect(await shell.append(forged)).toMatchObject(refused('journal/not-allowed'));
    expectOk(await shell.append({ type: 'period-close-proposed', ...quarter, remarks: [] }));
    expectOk(await shell.append({ type: 'duty-done', ...quarter }));
  });

  it('changes the own passphrase, knowing the present one', async () => {
    const { shell, colleague, chief, enter } = await asColleague();
    const next = 'a third passphrase 2027';
    expect(await shell.ask('people:own-passphrase', { current: 'not this one', next })).toMatchObject(
      refused('keys/wrong-passphrase'),
    );
    expectOk(await shell.ask('people:own-passphrase', { current: OWN, next }));
    expect(await enter(colleague, next)).toMatchObject({ ok: true });
    expect(await enter(chief, PASSPHRASE)).toMatchObject({ ok: true });
  });
});
