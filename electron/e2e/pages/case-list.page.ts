import { expect, type Locator, type Page } from '@playwright/test';

/** 案件 as a person sees it. */
export class CaseListPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get table(): Locator {
    return this.page.getByRole('grid', { name: '案件' });
  }

  get rows(): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('gridcell') });
  }

  row(words: string): Locator {
    return this.rows.filter({ hasText: words });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  heads(): Promise<string[]> {
    return this.table.getByRole('columnheader').allInnerTexts();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** A dialog takes the focus a moment after it is there, from whatever has it then. */
  async dialogHasKeys(): Promise<void> {
    const has = (): Promise<boolean> =>
      this.dialog.evaluate(element => element.contains(document.activeElement));
    await expect.poll(has).toBe(true);
  }

  /** A condition in force. */
  condition(name: string, value: string): Locator {
    return this.page.getByRole('button', { name: `${name} ${value}`, exact: true });
  }

  /** With the keyboard alone: opens the dialog, ticks these boxes and uses them. */
  async addConditions(...boxes: readonly string[]): Promise<void> {
    await this.page.keyboard.press('Alt+f');
    await this.dialogHasKeys();
    for (const name of boxes) {
      const box = this.dialog.getByLabel(name, { exact: true });
      await box.press('Space');
    }
    await this.dialog.getByRole('button', { name: /^看这 \d+ 件$/ }).press('Enter');
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async focusFirst(): Promise<void> {
    await this.rows.first().focus();
  }

  get bulk(): Locator {
    return this.page.getByText(/^选了 \d+ 件/);
  }
}
