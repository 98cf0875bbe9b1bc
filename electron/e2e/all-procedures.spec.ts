import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { ProceduresPage } from './pages/procedures.page.ts';
import { chooseExample } from './procedures/choose-example.ts';
import { LivedExample } from './procedures/live.ts';
import { readShippedPacks } from './procedures/packs.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const pictures = path.resolve(import.meta.dirname, '../../out/e2e/procedures');

const today = '2026-01-05';
const packs = await readShippedPacks();

// Not serial: a pack that fails must not hide the others. After a failure the next one founds its office anew.
test.describe('every procedure, lived through the screen', () => {
  let profile: string;
  let printer: string;
  let office: OpenOffice;

  test.beforeAll(async () => {
    await mkdir(pictures, { recursive: true });
    profile = await newProfile();
    printer = await mkdtemp(path.join(os.tmpdir(), 'phoenix-printer-'));
    office = await foundOffice(
      profile,
      { clock: `${today}T09:00:00+08:00`, printTo: printer },
      { office: '样本单位', code: 'YB-0001', prefix: '样' },
    );
    await new ProceduresPage(office.page).use(packs.map(({ procedure }) => procedure.name.zh));
  });

  test.afterEach(async () => {
    const info = test.info();
    if (info.status !== info.expectedStatus)
      await office.page.screenshot({ path: info.outputPath('failure.png') }).catch(() => undefined);
  });

  test.afterAll(async () => {
    await office.app.close().catch(() => undefined);
    await dropProfile(profile);
    await rm(printer, { recursive: true, force: true });
  });

  test('the picker offers every procedure that is valid today, by its sector', async () => {
    const { desk, page } = office;
    await desk.go('接待登记');
    await page.getByRole('button', { name: /^换规程/ }).click();
    const valid = packs.filter(
      ({ procedure: { valid_from: from, valid_to: to } }) => from <= today && (to === null || today <= to),
    );
    const offered = page.getByRole('listbox', { name: '找规程' }).getByRole('option');
    await expect(offered).toHaveCount(valid.length);
    await page.screenshot({ path: path.join(pictures, 'picker.png') });
    await page.keyboard.press('Escape');
    await expect(offered).toHaveCount(0);
  });

  for (const pack of packs) {
    const { id, code, name } = pack.procedure;
    test(`${id} (${code} ${name.zh})`, async () => {
      const chosen = chooseExample(pack);
      if (!chosen) throw new Error('no example of this pack does without the acts that are left out here');
      test.info().annotations.push({ type: 'example', description: chosen.file });
      await new LivedExample(office, pack.procedure, chosen.example).live();
      await office.page.screenshot({ path: path.join(pictures, `${id}.png`) });
    });
  }
});
