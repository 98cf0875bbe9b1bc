import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { LOOKS } from './screens/looks.ts';
import { fillSampleOffice, type SampleOffice } from './screens/sample.office.ts';
import { visitScreens } from './screens/visit.ts';

test.describe.configure({ mode: 'serial' });

let profile: string;
let printTo: string;
let office: OpenOffice;
let sample: SampleOffice;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  profile = await newProfile();
  printTo = await mkdtemp(path.join(os.tmpdir(), 'phoenix-printer-'));
  office = await foundOffice(profile, { printTo });
  sample = await fillSampleOffice(office);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(printTo, { recursive: true, force: true });
});

/** What axe finds on the screen as it is. */
async function violations(): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page: office.page }).setLegacyMode().analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

/** How many pixels the window would have to be scrolled: only columns scroll, never the page. */
const hiddenPixels = (): Promise<number> =>
  office.page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth) + Math.max(0, scrollHeight - clientHeight);
  });

for (const look of LOOKS) {
  test(`axe finds nothing on any screen and none runs over the window: ${look.id}`, async () => {
    test.setTimeout(600_000);
    const faults: string[] = [];
    await visitScreens({
      ...{ office, sample, look },
      onScreen: async ({ name }) => {
        faults.push(...(await violations()).map(fault => `${name}: ${fault}`));
        if ((await hiddenPixels()) > 0) faults.push(`${name}: runs over the window`);
      },
    });
    expect(faults).toEqual([]);
  });
}
