import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { expectOk } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { hqFolder } from '../headquarters/hq.folder.ts';
import { initHeadquarters } from '../headquarters/hq.init.ts';
import { MonthOffice } from '../month/month.fixture.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined } }));

interface Headquarters {
  readonly card: HeadquartersCard;
  readonly file: string;
}

async function headquarters(name: string, address?: string): Promise<Headquarters> {
  const folder = path.join(await tempFolder(), 'hq');
  const card = expectOk(
    await initHeadquarters(folder, { name, ...(address === undefined ? {} : { address }) }),
  );
  return { card, file: hqFolder(folder).card };
}

const enrolled = async (office: MonthOffice) => (await office.ledger.office()).headquarters;

async function choose(office: MonthOffice, { file }: Pick<Headquarters, 'file'>) {
  office.chosen = file;
  return office.ask('cards:import-headquarters', { answer: 'read' });
}

const answer = (office: MonthOffice, given: 'replace' | 'keep') =>
  office.ask('cards:import-headquarters', { answer: given });

describe('the card of a headquarters', () => {
  it('is taken at once where there is none, and changes nothing when it is read again', async () => {
    const office = await MonthOffice.found(at('2026-10-08T09:00'));
    const hq = await headquarters('样本街道办事处');
    expect(expectOk(await choose(office, hq)).name).toBe('样本街道办事处');
    const { seq } = office.ledger.head();
    expect(expectOk(await choose(office, hq)).name).toBe('样本街道办事处');
    expect(office.ledger.head().seq).toBe(seq);
  });

  it('of the same name but with other keys is not taken before somebody has looked at it', async () => {
    const office = await MonthOffice.found(at('2026-10-08T09:00'));
    const hq = await headquarters('样本街道办事处', 'https://hq.example');
    const other = await headquarters('样本街道办事处');
    const third = await headquarters('样本街道办事处');
    expectOk(await choose(office, hq));
    expect(await choose(office, other)).toEqual({
      ok: false,
      error: {
        code: 'bundles/other-headquarters',
        detail: {
          oldName: '样本街道办事处',
          oldAddress: 'https://hq.example',
          oldSigning: `…${hq.card.signing_key.slice(-12)}`,
          oldBundle: `…${hq.card.bundle_recipients[0]?.slice(-12)}`,
          oldSealed: `…${hq.card.sealed_recipient.slice(-12)}`,
          newName: '样本街道办事处',
          newAddress: '',
          newSigning: `…${other.card.signing_key.slice(-12)}`,
          newBundle: `…${other.card.bundle_recipients[0]?.slice(-12)}`,
          newSealed: `…${other.card.sealed_recipient.slice(-12)}`,
        },
      },
    });
    expect(await enrolled(office)).toEqual(hq.card);
    // What is taken is the card that was shown last.
    expect(await choose(office, third)).toMatchObject({ error: { code: 'bundles/other-headquarters' } });
    expect(await choose(office, other)).toMatchObject({ error: { code: 'bundles/other-headquarters' } });
    expect(await enrolled(office)).toEqual(hq.card);
    expectOk(await answer(office, 'replace'));
    expect(await enrolled(office)).toEqual(other.card);
  });

  it('is not taken after the question was put aside, nor twice', async () => {
    const office = await MonthOffice.found(at('2026-10-08T09:00'));
    const [hq, other] = [await headquarters('甲'), await headquarters('甲')];
    expectOk(await choose(office, hq));
    expect(await choose(office, other)).toMatchObject({ ok: false });
    expectOk(await answer(office, 'keep'));
    expect(await answer(office, 'replace')).toMatchObject({ ok: false });
    expect(await choose(office, other)).toMatchObject({ ok: false });
    expectOk(await answer(office, 'replace'));
    expect(await answer(office, 'replace')).toMatchObject({ ok: false });
    expect(await enrolled(office)).toEqual(other.card);
  });

  it('is read by an administrator only, whatever the window says', async () => {
    const office = await MonthOffice.found(at('2026-10-08T09:00'));
    const [hq, other] = [await headquarters('甲'), await headquarters('甲')];
    expectOk(await choose(office, hq));
    expect(await choose(office, other)).toMatchObject({ error: { code: 'bundles/other-headquarters' } });
    await office.become(['registrar', 'handler', 'supervisor', 'records-officer']);
    for (const said of ['replace', 'keep'] as const)
      expect(await answer(office, said)).toMatchObject({ error: { code: 'journal/not-allowed' } });
    expect(await choose(office, other)).toMatchObject({ error: { code: 'journal/not-allowed' } });
    expect(await enrolled(office)).toEqual(hq.card);
  });

  it('that is gone or none at all is said to be that, and not a drive that was pulled out', async () => {
    const office = await MonthOffice.found(at('2026-10-08T09:00'));
    const file = path.join(await tempFolder(), 'headquarters.json');
    await writeFile(file, '{}');
    expect(await choose(office, { file })).toMatchObject({ error: { code: 'bundles/bad-card' } });
    await rm(file);
    expect(await choose(office, { file })).toMatchObject({ error: { code: 'bundles/no-card' } });
  });
});
