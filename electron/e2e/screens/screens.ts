import type { Locator } from '@playwright/test';
import { OFFICE, type OpenOffice } from '../office.ts';
import { MENU } from './looks.ts';
import type { SampleOffice } from './sample.office.ts';

/** What is shown, with the way to it. Names are looked for in both languages. */
export interface Screen {
  readonly name: string;
  readonly show: (office: OpenOffice, sample: SampleOffice) => Promise<void>;
}

const RAIL = {
  ...{
    workbench: 0,
    reception: 1,
    cases: 2,
    papers: 3,
    scans: 4,
    month: 5,
    statistics: 6,
    procedures: 7,
    settings: 8,
  },
} as const;

/** The rail by its place: at 200 % it is behind a button. */
async function go({ page }: OpenOffice, to: keyof typeof RAIL): Promise<void> {
  const menu = page.getByRole('button', { name: MENU });
  if (await menu.isVisible()) await menu.click();
  await page
    .getByRole('navigation', { name: /^(主导航|Main navigation)$/ })
    .getByRole('button')
    .nth(RAIL[to])
    .click();
  await settled(page.getByRole('main'));
}

/** Nothing is being loaded any more. */
async function settled(main: Locator): Promise<void> {
  await main.getByRole('heading', { level: 1 }).first().waitFor();
  await main
    .locator('[aria-busy="true"]')
    .first()
    .waitFor({ state: 'hidden' })
    .catch(() => undefined);
}

/** The list, with nothing looked for. */
async function goToList(office: OpenOffice): Promise<void> {
  await go(office, 'cases');
  await office.page.getByRole('searchbox').fill('');
}

async function openCase(office: OpenOffice, number: string): Promise<void> {
  const { page } = office;
  await go(office, 'cases');
  await page.getByRole('tab', { name: /^(全部|All)/ }).click();
  await page.getByRole('searchbox').fill(number);
  await page.getByRole('row').filter({ hasText: number }).first().waitFor();
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('status', { name: /^(状态|State)$/ }).waitFor();
}

async function openProcedure(office: OpenOffice, name: RegExp): Promise<void> {
  const { page } = office;
  await go(office, 'procedures');
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('heading', { name: /农村信用|credit/i, level: 1 }).waitFor();
}

async function openManual(office: OpenOffice): Promise<void> {
  const { page } = office;
  await go(office, 'workbench');
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: /看说明书|Read the manual/ }).click();
  await page.getByRole('article').waitFor();
}

/** The first paper of an open case; at 200 % they are behind a tab. */
async function showPaper({ page }: OpenOffice): Promise<void> {
  const look = page.getByRole('button', { name: /^(看|Open)$/ }).first();
  if (!(await look.isVisible()))
    await page
      .getByRole('button', { name: /^(文书|Papers)/ })
      .last()
      .click();
  await look.click();
  await page.getByRole('img', { name: /1/ }).first().waitFor();
}

const PROCEDURE = /农村信用联社客户投诉处理|credit cooperative/i;

export const SCREENS: readonly Screen[] = [
  { name: 'workbench', show: office => go(office, 'workbench') },
  {
    name: 'calendar',
    show: async office => {
      await go(office, 'workbench');
      await office.page.getByRole('tab').nth(1).click();
      await office.page.getByRole('grid').waitFor();
    },
  },
  { name: 'reception', show: office => go(office, 'reception') },
  {
    name: 'reception-picker',
    show: async office => {
      await go(office, 'reception');
      await office.page.keyboard.press('Alt+g');
      await office.page.getByRole('listbox').waitFor();
    },
  },
  {
    name: 'read-back',
    show: async office => {
      await go(office, 'reception');
      await office.page.keyboard.press('F8');
      await office.page.getByRole('dialog').waitFor();
    },
  },
  { name: 'cases', show: goToList },
  {
    name: 'cases-found',
    show: async office => {
      await go(office, 'cases');
      await office.page.getByRole('searchbox').fill('老人');
      await office.page.getByRole('row').nth(1).waitFor();
    },
  },
  {
    name: 'cases-none',
    show: async office => {
      await go(office, 'cases');
      await office.page.getByRole('searchbox').fill('没有这样的');
      await office.page.getByRole('heading', { level: 2 }).first().waitFor();
    },
  },
  {
    name: 'cases-conditions',
    show: async office => {
      await goToList(office);
      await office.page.keyboard.press('Alt+f');
      await office.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'cases-chosen',
    show: async office => {
      await goToList(office);
      await office.page.getByRole('row').nth(1).focus();
      await office.page.keyboard.press('Control+a');
    },
  },
  {
    name: 'cases-columns',
    show: async office => {
      await goToList(office);
      await office.page.getByRole('button', { name: /^(选列|Columns)$/ }).click();
      await office.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'cases-together',
    show: async office => {
      const { page } = office;
      await goToList(office);
      await page.getByRole('row').nth(1).focus();
      const together = page.getByRole('button', { name: /^(一起办理|Act on all)/ });
      // What a screen before chose is chosen still.
      if (!(await together.isVisible())) await page.keyboard.press('Control+a');
      await together.click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'case', show: (office, { ordinary }) => openCase(office, ordinary) },
  {
    name: 'case-step',
    show: async (office, { ordinary }) => {
      await openCase(office, ordinary);
      await office.page.keyboard.press('Control+Enter');
      await office.page.locator('.case-step').waitFor();
    },
  },
  {
    name: 'case-correction',
    show: async (office, { ordinary }) => {
      await openCase(office, ordinary);
      await office.page.getByRole('button', { name: /^(更正|Correct)$/ }).click();
      await office.page.locator('.case-step').waitFor();
    },
  },
  { name: 'case-secret', show: (office, { secret }) => openCase(office, secret) },
  {
    name: 'case-paper',
    show: async (office, { ordinary }) => {
      await openCase(office, ordinary);
      await showPaper(office);
    },
  },
  { name: 'papers', show: office => go(office, 'papers') },
  { name: 'scans', show: office => go(office, 'scans') },
  { name: 'month', show: office => go(office, 'month') },
  { name: 'statistics', show: office => go(office, 'statistics') },
  { name: 'procedures', show: office => go(office, 'procedures') },
  {
    name: 'procedure',
    show: office => openProcedure(office, new RegExp(`^(看|Open).*(${PROCEDURE.source})`, 'i')),
  },
  {
    name: 'procedure-figures',
    show: async office => {
      await openProcedure(office, new RegExp(`^(看|Open).*(${PROCEDURE.source})`, 'i'));
      await office.page
        .getByRole('button', { name: /^(看“.*”的数|Figures of)/ })
        .first()
        .click();
      await office.page.getByRole('table').first().waitFor();
    },
  },
  { name: 'settings', show: office => go(office, 'settings') },
  {
    name: 'settings-end',
    show: async office => {
      await go(office, 'settings');
      await office.page.getByRole('main').getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'import',
    show: async office => {
      await go(office, 'cases');
      await office.page.getByRole('button', { name: /导入旧台账|old ledger/i }).click();
      await settled(office.page.getByRole('main'));
    },
  },
  {
    name: 'palette',
    show: async office => {
      await go(office, 'workbench');
      await office.page.keyboard.press('Control+k');
      await office.page.getByRole('combobox').and(office.page.locator(':focus')).waitFor();
      await office.page.keyboard.type('lyb');
      await office.page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'help',
    show: async office => {
      await go(office, 'reception');
      await office.page.keyboard.press('F1');
      await office.page.getByRole('dialog').waitFor();
    },
  },
  { name: 'manual', show: openManual },
  {
    name: 'manual-paper',
    show: async office => {
      await openManual(office);
      await office.page.keyboard.press('Control+p');
      await office.page.getByRole('img', { name: /1/ }).first().waitFor();
    },
  },
  {
    name: 'lock',
    show: async ({ page }) => {
      await page.keyboard.press('Control+l');
      await page.getByRole('textbox', { name: new RegExp(OFFICE.person) }).waitFor();
    },
  },
  {
    name: 'lock-sample',
    show: async ({ page }) => {
      await page.getByRole('button', { name: /^(样本办公室|Sample office)/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];

/** Whatever a screen opened above its page is closed. */
export async function leaveScreen({ page }: OpenOffice): Promise<void> {
  const above = page.getByRole('dialog').or(page.getByRole('listbox'));
  for (let tries = 0; tries < 3 && (await above.count()) > 0; tries++) await page.keyboard.press('Escape');
}
