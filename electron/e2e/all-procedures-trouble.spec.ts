import path from 'node:path';
import { test } from '@playwright/test';
import { examplesToLive } from './procedures/examples-to-live.ts';
import { officeOfEveryProcedure, PICTURES } from './procedures/examples.office.ts';
import { LivedExample } from './procedures/live.ts';
import { readShippedPacks } from './procedures/packs.ts';

const packs = await readShippedPacks();

test.describe('whatever may happen in every procedure, lived through the screen', () => {
  const open = officeOfEveryProcedure(packs);

  for (const pack of packs)
    for (const { file, example } of examplesToLive(pack).slice(1)) {
      const name = path.basename(file, '.yaml');
      test(`${pack.procedure.id}: ${name}`, async () => {
        await new LivedExample(open(), pack.procedure, example).live();
        await open().page.screenshot({ path: path.join(PICTURES, `${pack.procedure.id}-${name}.png`) });
      });
    }
});
