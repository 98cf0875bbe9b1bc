import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from '../office.ts';
import { ProceduresPage } from '../pages/procedures.page.ts';
import type { Pack } from './packs.ts';

/** Kept beside what Playwright keeps, to be looked at. */
export const PICTURES = path.resolve(import.meta.dirname, '../../../out/e2e/procedures');

/** Before the first day of every example. */
export const TODAY = '2026-01-05';

/**
 * One office that works by all procedures, for the tests of the describe block this is called in. A test that fails
 * must not hide the others: after a failure the next one founds its office anew.
 */
export function officeOfEveryProcedure(packs: readonly Pack[]): () => OpenOffice {
  let profile: string;
  let printer: string;
  let office: OpenOffice | undefined;

  const open = (): OpenOffice => {
    if (!office) throw new Error('the office is founded before the first test');
    return office;
  };

  test.beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true });
    profile = await newProfile();
    printer = await mkdtemp(path.join(os.tmpdir(), 'phoenix-printer-'));
    office = await foundOffice(
      profile,
      { clock: `${TODAY}T09:00:00+08:00`, printTo: printer },
      // The person who acts in examples is called so; who a case names is compared with it.
      { office: '样本单位', code: 'YB-0001', prefix: '样', person: '样本' },
    );
    await new ProceduresPage(office.page).use(packs.map(({ procedure }) => procedure.name.zh));
  });

  test.afterEach(async () => {
    const info = test.info();
    if (info.status !== info.expectedStatus)
      await open()
        .page.screenshot({ path: info.outputPath('failure.png') })
        .catch(() => undefined);
  });

  test.afterAll(async () => {
    await office?.app.close().catch(() => undefined);
    await dropProfile(profile);
    await rm(printer, { recursive: true, force: true });
  });

  return open;
}
