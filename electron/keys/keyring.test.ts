import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newPersonId, type PersonId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import { failingFiles } from '#electron/files/failing-files.fixture.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { createKeyring } from './keyring.create.ts';
import { keyringAt, type KeyringPlace } from './keyring.file.ts';
import {
  addPerson,
  changePassphrase,
  removePerson,
  replaceRecoveryKey,
  setPassphrase,
} from './keyring.people.ts';
import { keyringBytes, parseKeyring } from './keyring.schema.ts';
import { readPeople, unlockWithPassphrase, unlockWithRecoveryKey } from './keyring.unlock.ts';

const CHEAP = { memoryKiB: 8, passes: 1, lanes: 1 };
const personId = (fill: number): PersonId =>
  newPersonId({ nowMs: () => 1_790_000_000_000, randomBytes: count => new Uint8Array(count).fill(fill) });
const FIRST = { id: personId(1), name: '试填甲' };
const SECOND = { id: personId(2), name: '试填乙' };
const PASS = '早上六点钟买两根油条';
const OTHER = '晚上九点半关好三扇门';

async function office(): Promise<{
  place: KeyringPlace;
  file: string;
  clock: { nowMs: number };
  created: Awaited<ReturnType<typeof create>>;
}> {
  const clock = { nowMs: Date.parse('2026-10-12T09:00:00+08:00') };
  const place = keyringAt(path.join(await tempFolder(), 'keys'), {
    argon2: CHEAP,
    nowMs: () => clock.nowMs,
  });
  return { place, clock, file: path.join(place.dir, 'keyring.json'), created: await create(place) };
}
const create = async (place: KeyringPlace) =>
  expectOk(await createKeyring(place, { person: FIRST, passphrase: PASS }));

describe('a keyring', () => {
  it('opens to the same keys with the passphrase and with the recovery key', async () => {
    const { place, created } = await office();
    const byPassphrase = expectOk(await unlockWithPassphrase(place, FIRST.id, PASS));
    const byRecovery = expectOk(
      await unlockWithRecoveryKey(place, FIRST.id, created.recoveryKey.toLowerCase()),
    );
    for (const keys of [byPassphrase, byRecovery]) {
      expect(keys.dataKey()).toEqual(created.unlocked.dataKey());
      expect(keys.sealedKey()).toEqual(created.unlocked.sealedKey());
      expect(keys.subkey('journal')).toEqual(created.unlocked.subkey('journal'));
    }
    expect(byPassphrase.subkey('journal')).not.toEqual(byPassphrase.subkey('vault'));
    expect(byPassphrase.dataKey()).not.toEqual(byPassphrase.sealedKey());
  });

  it('takes a passphrase typed in full width for the same', async () => {
    const place = keyringAt(await tempFolder(), { argon2: CHEAP });
    expectOk(await createKeyring(place, { person: FIRST, passphrase: 'Ten o clock 2nd door' }));
    expectOk(await unlockWithPassphrase(place, FIRST.id, 'Ｔｅｎ ｏ ｃｌｏｃｋ ２ｎｄ ｄｏｏｒ'));
  });

  it('shows the people to the lock screen and nothing else in clear', async () => {
    const { place, file, created } = await office();
    expect(expectOk(await readPeople(place))).toEqual([FIRST]);
    const text = await readFile(file, 'latin1');
    for (const secret of [created.unlocked.dataKey(), created.unlocked.sealedKey()!]) {
      for (const encoding of ['base64', 'hex', 'latin1'] as const) {
        expect(text.includes(secret.toString(encoding))).toBe(false);
      }
    }
    expect(text.includes(created.recoveryKey.slice(0, 9))).toBe(false);
  });

  it('gives no keys after locking, and what it gave before is not zeroed under its users', async () => {
    const { created } = await office();
    const copy = created.unlocked.dataKey();
    created.unlocked.destroy();
    expect(() => created.unlocked.dataKey()).toThrow('after locking');
    expect(() => created.unlocked.subkey('journal')).toThrow('after locking');
    expect(copy).not.toEqual(Buffer.alloc(32));
  });

  it('is never made a second time, nor over a damaged one', async () => {
    const { place, file } = await office();
    const again = { person: FIRST, passphrase: PASS };
    expect(await createKeyring(place, again)).toMatchObject({ error: { code: 'keys/exists' } });
    await writeFile(file, '');
    await writeFile(`${file}.bak`, '{}');
    expect(await createKeyring(place, again)).toMatchObject({ error: { code: 'keys/damaged' } });
    expect(await readPeople(place)).toMatchObject({ error: { code: 'keys/damaged' } });
  });

  it('says that there is none only when neither copy is there', async () => {
    const { place, file } = await office();
    await rm(file);
    expect(expectOk(await readPeople(place))).toEqual([FIRST]);
    expect(await readFile(file)).toEqual(await readFile(`${file}.bak`));
    await rm(file);
    await rm(`${file}.bak`);
    expect(await readPeople(place)).toMatchObject({ error: { code: 'keys/missing' } });
  });

  it('notices any changed byte and opens from the other copy', async () => {
    const { place, file } = await office();
    const good = await readFile(file);
    for (let at = 0; at < good.length; at += 23) {
      const bad = Buffer.from(good);
      bad[at] = bad[at]! ^ 0x04;
      await writeFile(file, bad);
      expectOk(await unlockWithPassphrase(place, FIRST.id, PASS));
      expect(await readFile(file)).toEqual(good);
    }
    await writeFile(file, good.subarray(0, 100));
    expectOk(await unlockWithPassphrase(place, FIRST.id, PASS));
    expect(await readFile(file)).toEqual(good);
  });

  it('of a newer version is left alone', async () => {
    const { place, file } = await office();
    const newer = keyringBytes({ format: 'phoenix-desk/keyring', version: 2, unknown: true });
    await writeFile(file, newer);
    const wanted = { error: { code: 'keys/newer-version', version: 2 } };
    expect(await unlockWithPassphrase(place, FIRST.id, PASS)).toMatchObject(wanted);
    expect(await createKeyring(place, { person: FIRST, passphrase: PASS })).toMatchObject(wanted);
    expect(await readFile(file)).toEqual(newer);
  });

  it('does not open when a box was moved to another person', async () => {
    const { place, file, created } = await office();
    const second = { person: SECOND, passphrase: PASS, sealed: false };
    expectOk(await addPerson(place, created.unlocked, second));
    const parsed = parseKeyring(await readFile(file));
    if (parsed?.kind !== 'keyring') throw new Error('not a keyring');
    const [first, other] = parsed.keyring.people;
    const swapped = { ...parsed.keyring, people: [first!, { ...first!, id: other!.id }] };
    await writeFile(file, keyringBytes(swapped));
    expect(await unlockWithPassphrase(place, SECOND.id, PASS)).toMatchObject({
      error: { code: 'keys/wrong-passphrase' },
    });
  });

  it('keeps one good copy at every moment of a change that fails', async () => {
    const { place, created } = await office();
    const input = { person: FIRST.id, passphrase: OTHER };
    for (let failAt = 1; failAt <= 8; failAt++) {
      let calls = 0;
      const files = failingFiles(() => (++calls === failAt ? { errno: 'EIO' } : undefined));
      const changed = await setPassphrase({ ...place, files }, created.unlocked, input);
      const opens = await Promise.all(
        [PASS, OTHER].map(passphrase => unlockWithPassphrase(place, FIRST.id, passphrase)),
      );
      expect(opens.some(({ ok }) => ok)).toBe(true);
      if (changed.ok) expect(opens[1]!.ok).toBe(true);
      expectOk(await setPassphrase(place, created.unlocked, { person: FIRST.id, passphrase: PASS }));
    }
  });
});

describe('people of a keyring', () => {
  it('are added with or without the key of sealed identities', async () => {
    const { place, created } = await office();
    expectOk(await addPerson(place, created.unlocked, { person: SECOND, passphrase: OTHER, sealed: false }));
    const second = expectOk(await unlockWithPassphrase(place, SECOND.id, OTHER));
    expect(second.dataKey()).toEqual(created.unlocked.dataKey());
    expect(second.holdsSealed).toBe(false);
    expect(second.sealedKey()).toBeUndefined();
    expect(second.sealedSubkey('identity')).toBeUndefined();
    const byPaper = expectOk(await unlockWithRecoveryKey(place, SECOND.id, created.recoveryKey));
    expect(byPaper.sealedKey()).toBeUndefined();

    const third = { person: { id: personId(3), name: '试填丙' }, passphrase: OTHER };
    expect(await addPerson(place, second, { ...third, sealed: true })).toMatchObject({
      error: { code: 'keys/no-sealed-key' },
    });
    expect(await addPerson(place, second, { ...third, person: SECOND, sealed: false })).toMatchObject({
      error: { code: 'keys/person-exists' },
    });
    expect(await removePerson(place, second, FIRST.id)).toMatchObject({
      error: { code: 'keys/last-sealed-holder' },
    });
    expectOk(await addPerson(place, created.unlocked, { ...third, sealed: true }));
    expectOk(await removePerson(place, second, FIRST.id));
    expect(await unlockWithPassphrase(place, FIRST.id, PASS)).toMatchObject({
      error: { code: 'keys/unknown-person' },
    });
  });

  it('never become none', async () => {
    const { place, created } = await office();
    expect(await removePerson(place, created.unlocked, FIRST.id)).toMatchObject({
      error: { code: 'keys/last-person' },
    });
  });

  it('change their passphrase by the present one, and the old one opens neither copy', async () => {
    const { place, file } = await office();
    const input = { person: FIRST.id, current: OTHER, next: OTHER };
    expect(await changePassphrase(place, input)).toMatchObject({ error: { code: 'keys/wrong-passphrase' } });
    const weak = { person: FIRST.id, current: PASS, next: '1234567890' };
    expect(await changePassphrase(place, weak)).toMatchObject({ error: { code: 'keys/passphrase-simple' } });
    expectOk(await changePassphrase(place, { person: FIRST.id, current: PASS, next: OTHER }));
    for (const lost of [`${file}.none`, file]) {
      await rm(lost, { force: true });
      expect((await unlockWithPassphrase(place, FIRST.id, PASS)).ok).toBe(false);
      expectOk(await unlockWithPassphrase(place, FIRST.id, OTHER));
    }
  });

  it('who forgot their passphrase set a new one after the recovery key', async () => {
    const { place, created } = await office();
    const keys = expectOk(await unlockWithRecoveryKey(place, FIRST.id, created.recoveryKey));
    expectOk(await setPassphrase(place, keys, { person: FIRST.id, passphrase: OTHER }));
    const again = expectOk(await unlockWithPassphrase(place, FIRST.id, OTHER));
    expect(again.sealedKey()).toEqual(created.unlocked.sealedKey());
  });

  it('may replace the recovery key, and the old paper opens nothing', async () => {
    const { place, created } = await office();
    const fresh = expectOk(await replaceRecoveryKey(place, created.unlocked));
    expect(await unlockWithRecoveryKey(place, FIRST.id, created.recoveryKey)).toMatchObject({
      error: { code: 'keys/wrong-recovery-key' },
    });
    expectOk(await unlockWithRecoveryKey(place, FIRST.id, fresh));
  });

  it('are all kept when they are added at the same time', async () => {
    const { place, created } = await office();
    const people = [5, 6, 7].map(fill => ({ id: personId(fill), name: `样本${fill}` }));
    const added = await Promise.all(
      people.map(person => addPerson(place, created.unlocked, { person, passphrase: OTHER, sealed: false })),
    );
    added.forEach(expectOk);
    expect(expectOk(await readPeople(place))).toEqual([FIRST, ...people]);
  });
});

describe('wrong passphrases', () => {
  const wrong = (place: KeyringPlace, person = FIRST.id) =>
    unlockWithPassphrase(place, person, '不对不对不对不对不对');

  it('slow down after three in a row: one minute, then two, five and fifteen', async () => {
    const { place, clock } = await office();
    expect(await wrong(place)).toEqual({
      ok: false,
      error: { code: 'keys/wrong-passphrase', triesLeft: 2 },
    });
    expect(await wrong(place)).toMatchObject({ error: { triesLeft: 1 } });
    for (const minutes of [1, 2, 5, 15, 15]) {
      const refused = await wrong(place);
      const untilMs = clock.nowMs + minutes * 60_000;
      expect(refused).toMatchObject({ error: { code: 'keys/wrong-passphrase', triesLeft: 0 } });
      const until = !refused.ok && 'until' in refused.error ? refused.error.until : '';
      expect(Date.parse(until)).toBe(untilMs);
      clock.nowMs = untilMs - 1000;
      expect(await unlockWithPassphrase(place, FIRST.id, PASS)).toEqual({
        ok: false,
        error: { code: 'keys/wait', until },
      });
      clock.nowMs = untilMs;
    }
    expectOk(await unlockWithPassphrase(place, FIRST.id, PASS));
    expect(await wrong(place)).toMatchObject({ error: { triesLeft: 2 } });
  });

  it('are still counted after a restart, each person alone', async () => {
    const { place, clock, created } = await office();
    expectOk(await addPerson(place, created.unlocked, { person: SECOND, passphrase: OTHER, sealed: false }));
    await wrong(place);
    await wrong(place);
    const restarted = keyringAt(place.dir, { argon2: CHEAP, nowMs: () => clock.nowMs });
    expect(await wrong(restarted)).toMatchObject({ error: { triesLeft: 0 } });
    expect(await wrong(restarted)).toMatchObject({ error: { code: 'keys/wait' } });
    expectOk(await unlockWithPassphrase(restarted, SECOND.id, OTHER));
    expect(await wrong(restarted)).toMatchObject({ error: { code: 'keys/wait' } });
  });

  it('wait no longer than the wait when the clock was years ahead and is set back', async () => {
    const { place, clock } = await office();
    const now = clock.nowMs;
    clock.nowMs += 10 * 365 * 86_400_000;
    for (let i = 0; i < 3; i++) await wrong(place);
    clock.nowMs = now;
    expect(await wrong(place)).toMatchObject({ error: { code: 'keys/wait' } });
    clock.nowMs = now + 60_000;
    expectOk(await unlockWithPassphrase(place, FIRST.id, PASS));
  });

  it('count as three when nobody knows any more how many there were', async () => {
    const { place, clock } = await office();
    await writeFile(path.join(place.dir, 'unlock-tries.json'), 'torn');
    expect(await unlockWithPassphrase(place, FIRST.id, PASS)).toMatchObject({ error: { code: 'keys/wait' } });
    clock.nowMs += 60_000;
    expectOk(await unlockWithPassphrase(place, FIRST.id, PASS));
  });

  it('cannot be counted on a disk that takes nothing, which must not keep the right one out', async () => {
    const { place } = await office();
    const files = failingFiles(call => (call === 'write' ? { errno: 'EROFS' } : undefined));
    expectOk(await unlockWithPassphrase({ ...place, files }, FIRST.id, PASS));
    const set = await setPassphrase(
      { ...place, files },
      expectOk(await unlockWithPassphrase(place, FIRST.id, PASS)),
      { person: FIRST.id, passphrase: OTHER },
    );
    expect(set).toMatchObject({ error: { code: 'storage/read-only' } });
  });

  it('and an empty one are simply wrong', async () => {
    const { place } = await office();
    expect(await unlockWithPassphrase(place, FIRST.id, '')).toMatchObject({
      error: { code: 'keys/wrong-passphrase' },
    });
  });
});

describe('a folder that may not be written', () => {
  it('gives a clear code at first run', async ctx => {
    if (process.getuid?.() === 0 || process.platform === 'win32') return ctx.skip('root may write anywhere');
    const dir = path.join(await tempFolder(), 'keys');
    await mkdir(dir);
    await chmod(dir, 0o500);
    const created = await createKeyring(keyringAt(dir, { argon2: CHEAP }), {
      person: FIRST,
      passphrase: PASS,
    });
    expect(created).toMatchObject({ error: { code: 'storage/denied' } });
  });
});
