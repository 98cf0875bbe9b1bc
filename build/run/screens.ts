import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { foundOffice } from '#electron/e2e/office.ts';
import { LOOKS } from '#electron/e2e/screens/looks.ts';
import { fillSampleOffice } from '#electron/e2e/screens/sample.office.ts';
import { SCREENS } from '#electron/e2e/screens/screens.ts';
import { visitScreens } from '#electron/e2e/screens/visit.ts';
import { emptyForRun } from './empty-folder.ts';
import { prepareRun } from './prepare-run.ts';

const { values } = parseArgs({
  options: { out: { type: 'string' }, look: { type: 'string', multiple: true } },
});
const looks = LOOKS.filter(({ id }) => values.look?.includes(id) ?? true);
if (looks.length === 0) {
  console.error(`npm run screens -- [--out DIR] [--look ${LOOKS.map(({ id }) => id).join('|')}]…`);
  process.exit(2);
}

const indexPage = (): string => `<!doctype html>
<meta charset="utf-8" />
<title>Screens</title>
<style>
  body { font: 14px sans-serif; }
  figure { display: inline-block; width: 30rem; margin: 0.5rem; vertical-align: top; }
  img { width: 100%; border: 1px solid #ccc; }
</style>
${SCREENS.map(
  ({ name }) => `<h2>${name}</h2>
${looks
  .map(
    ({ id }) =>
      `<figure><a href="${id}/${name}.png"><img src="${id}/${name}.png" alt="" /></a><figcaption>${id}</figcaption></figure>`,
  )
  .join('\n')}`,
).join('\n')}
`;

const dir = path.resolve(values.out ?? path.join('out', 'screens'));
const scratch = await mkdtemp(path.join(os.tmpdir(), 'phoenix-screens-'));
await emptyForRun(dir);
console.log(`Runs on ${await prepareRun()}`);
const office = await foundOffice(path.join(scratch, 'profile'), { printTo: path.join(scratch, 'printer') });
try {
  const sample = await fillSampleOffice(office);
  for (const look of looks) {
    await mkdir(path.join(dir, look.id), { recursive: true });
    await visitScreens({
      ...{ office, sample, look },
      onScreen: async ({ name }) => {
        await office.page.screenshot({ path: path.join(dir, look.id, `${name}.png`) });
      },
    });
    console.log(look.id);
  }
  await writeFile(path.join(dir, 'index.html'), indexPage());
  console.log(`${looks.length * SCREENS.length} screens: ${path.join(dir, 'index.html')}`);
} finally {
  await office.app.close();
  await rm(scratch, { recursive: true, force: true });
}
