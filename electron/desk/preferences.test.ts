import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { contract } from '#shared/ipc/contract.ts';
import { USUAL_COLUMNS, type SavedView } from '#shared/list/case-list.choices.ts';
import { changePreferences, readPreferences } from './preferences.ts';

let profile: string;
beforeEach(async () => {
  profile = await mkdtemp(path.join(os.tmpdir(), 'phoenix-preferences-'));
});
afterEach(() => rm(profile, { recursive: true, force: true }));

const view: SavedView = {
  ...{ id: 'view-01K', name: '物业的', tab: 'open' },
  conditions: { category: ['property'], received: 'this-year' },
  sort: { column: 'number', direction: 'descending' },
  columns: { shown: ['state'], widths: { person: 9.5 } },
};

describe('what is preferred on a PC', () => {
  it('keeps columns and views beside what was chosen before', async () => {
    expectOk(await changePreferences(profile, { language: 'en' }));
    expectOk(await changePreferences(profile, { caseViews: [view] }));
    expect(await readPreferences(profile)).toMatchObject({
      ...{ language: 'en', caseViews: [view], caseColumns: USUAL_COLUMNS },
    });
  });

  it('loses no other choice over a view it does not understand', async () => {
    const file = path.join(profile, 'preferences.json');
    expectOk(await changePreferences(profile, { language: 'en', caseViews: [view] }));
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('this-year', 'this-century'));
    expect(await readPreferences(profile)).toMatchObject({ language: 'en', caseViews: [] });
  });

  it('has no place for what was looked for', () => {
    const { input } = contract['app:preferences'];
    expect(input.safeParse({ caseViews: [view] }).success).toBe(true);
    expect(input.safeParse({ caseViews: [{ ...view, typed: '试填' }] }).success).toBe(false);
  });
});
