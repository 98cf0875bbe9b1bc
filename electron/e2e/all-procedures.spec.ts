import path from 'node:path';
import { expect, test } from '@playwright/test';
import { examplesToLive } from './procedures/examples-to-live.ts';
import { officeOfEveryProcedure, PICTURES, TODAY } from './procedures/examples.office.ts';
import { LivedExample } from './procedures/live.ts';
import { readShippedPacks } from './procedures/packs.ts';

const packs = await readShippedPacks();

test.describe('every procedure, lived through the screen', () => {
  const open = officeOfEveryProcedure(packs);

  test('the picker offers every procedure that is valid today, by its sector', async () => {
    const { desk, page } = open();
    await desk.go('接待登记');
    await page.getByRole('button', { name: /^换规程/ }).click();
    const valid = packs.filter(
      ({ procedure: { valid_from: from, valid_to: to } }) => from <= TODAY && (to === null || TODAY <= to),
    );
    const offered = page.getByRole('listbox', { name: '找规程' }).getByRole('option');
    await expect(offered).toHaveCount(valid.length);
    await page.screenshot({ path: path.join(PICTURES, 'picker.png') });
    await page.keyboard.press('Escape');
    await expect(offered).toHaveCount(0);
  });

  for (const pack of packs) {
    const { id, code, name } = pack.procedure;
    test(`${id} (${code} ${name.zh})`, async () => {
      const [chosen] = examplesToLive(pack);
      if (!chosen) throw new Error('no example of this pack does without the acts that are left out here');
      test.info().annotations.push({ type: 'example', description: chosen.file });
      await new LivedExample(open(), pack.procedure, chosen.example).live();
      await open().page.screenshot({ path: path.join(PICTURES, `${id}.png`) });
    });
  }
});
