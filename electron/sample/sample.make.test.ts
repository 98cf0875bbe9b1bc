import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import { SAMPLE_PASSPHRASE } from '#shared/sample/sample.passphrase.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { keyringAt } from '../keys/keyring.file.ts';
import { readPeople, unlockWithPassphrase } from '../keys/keyring.unlock.ts';
import { openLedger } from '../office/ledger.ts';
import { deskFolder, placesIn } from '../office/places.ts';
import { makePrintDocuments } from '../printing/print-documents.ts';
import { makePrintQueue } from '../printing/print-queue.ts';
import { makeSample, type SampleMaking } from './sample.make.ts';
import { hasSample, sampleProfile } from './sample.place.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { error: vi.fn(), info: vi.fn() } }));

const shipped = path.resolve(import.meta.dirname, '../../resources');
const GARBAGE = '本单位的台账';

/** Two people and one case; with a paper, where one is to be printed. */
const dataWith = (paper: boolean): string => `
office: { name: 样本社区居委会, code: YANGBEN-01, prefix: 样本 }
founded: 5
people:
  - { id: one, name: 王样本, roles: [registrar, handler, administrator] }
  - { id: two, name: 陈范例, roles: [supervisor] }
procedures: [phoenix-community]
cases:
  - id: only
    procedure: phoenix-community
    lines:
      - { back: 2, at: '09:00', by: one, register: { complainant_name: 张样本, facts: 灯坏了。 } }
      ${paper ? "- { back: 2, at: '09:05', by: one, print: PHX-01 }" : ''}
`;

async function making(paper: boolean, signal = new AbortController().signal): Promise<SampleMaking> {
  const root = await tempFolder();
  const profile = path.join(root, 'profile');
  const resources = path.join(root, 'resources');
  await mkdir(path.join(resources, 'samples'), { recursive: true });
  for (const name of ['procedures', 'calendars'])
    await symlink(path.join(shipped, name), path.join(resources, name), 'junction');
  await writeFile(path.join(resources, 'samples', 'office.sample.yaml'), dataWith(paper));
  // Whatever looked at it would find neither an office nor keys.
  await mkdir(deskFolder(profile), { recursive: true });
  for (const name of ['office.json', 'keyring.json', 'journal'])
    await writeFile(path.join(deskFolder(profile), name), GARBAGE);
  return {
    ...{ profile, resources, signal, station: 'PC-1', runtimeMajor: 1, now: at('2026-11-26T09:30') },
    argon2: { memoryKiB: 256, passes: 1, lanes: 1 },
    look: { language: 'en', largeType: true, scheme: 'dark' },
    render: {
      ...{ documents: makePrintDocuments(), origin: 'app://desk', queue: makePrintQueue() },
      openPrintWindow: () => Promise.reject(new Error('no window')),
    },
    onProgress: () => undefined,
  };
}

const untouched = async ({ profile }: SampleMaking): Promise<void> => {
  const names = await readdir(deskFolder(profile));
  expect(names.sort()).toEqual(['journal', 'keyring.json', 'office.json']);
  for (const name of names)
    expect(await readFile(path.join(deskFolder(profile), name), 'utf8')).toBe(GARBAGE);
};

describe('making the sample office', () => {
  it('leaves a whole one that everybody of it opens, and the real one as it was', async () => {
    const parts = await making(false);
    expectOk(await makeSample(parts));
    const root = deskFolder(sampleProfile(parts.profile));
    const keyring = keyringAt(root, { argon2: parts.argon2 });
    const people = expectOk(await readPeople(keyring));
    expect(people.map(({ name }) => name)).toEqual(['王样本', '陈范例']);
    for (const { id } of people)
      expectOk(await unlockWithPassphrase(keyring, id, SAMPLE_PASSPHRASE)).destroy();
    const keys = expectOk(await unlockWithPassphrase(keyring, people[0]!.id, SAMPLE_PASSPHRASE));
    const ledger = expectOk(await openLedger(placesIn(root), keys));
    const types: string[] = [];
    for await (const { events } of ledger.read(1)) types.push(...events.map(({ type }) => type));
    await ledger.close();
    expect(types).toEqual([
      ...['office-founded', 'person-added', 'person-added', 'procedures-chosen'],
      ...['number-allocated', 'registered'],
    ]);
    expect(await makeSample(parts)).toMatchObject({ error: { code: 'sample/exists' } });
    await untouched(parts);
  });

  it('leaves nothing when a paper cannot be set', async () => {
    const parts = await making(true);
    expect(await makeSample(parts)).toMatchObject({ error: { code: 'printing/window-failed' } });
    expect(await readdir(parts.profile)).toEqual(['desk']);
    await untouched(parts);
  });

  it('leaves nothing when it is stopped', async () => {
    const stop = new AbortController();
    const parts = { ...(await making(false, stop.signal)), onProgress: () => stop.abort() };
    expect(await makeSample(parts)).toMatchObject({ error: { code: 'sample/stopped' } });
    expect(await hasSample(parts.profile)).toBe(false);
    expect(await readdir(parts.profile)).toEqual(['desk']);
  });
});
