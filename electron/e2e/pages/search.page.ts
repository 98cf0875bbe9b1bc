import type { Locator, Page } from '@playwright/test';

/** The field above the list of cases and what is found by it. */
export class SearchPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get field(): Locator {
    return this.page.getByRole('searchbox', { name: '在案件里找' });
  }

  get rows(): Locator {
    return this.page
      .getByRole('table', { name: '案件' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell') });
  }

  /** Where it says how many there are. */
  get status(): Locator {
    return this.page.getByRole('status').filter({ hasText: /找到 \d+ 件/ });
  }

  /** What stands in the column that says where it was found, a line each. */
  async places(): Promise<readonly string[]> {
    const heads = await this.page.getByRole('columnheader').allInnerTexts();
    const at = heads.indexOf('在哪里找到');
    const cells = await this.rows.evaluateAll(
      (rows, index) => rows.map(row => row.querySelectorAll('[role=cell]')[index]?.textContent ?? ''),
      at,
    );
    return cells;
  }

  /** What is marked in that column. */
  marks(): Promise<string[]> {
    return this.rows.locator('mark').allInnerTexts();
  }
}
