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
      .getByRole('grid', { name: '案件' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('gridcell') });
  }

  /** Where it says how many there are. */
  get status(): Locator {
    return this.page.getByRole('status').filter({ hasText: /找到 \d+ 件/ });
  }

  /** How far the cases have been read. */
  get indexing(): Locator {
    return this.page
      .getByRole('banner')
      .or(this.page.getByRole('main'))
      .getByText(/^正在编目录：\d+ \/ \d+ 件$/);
  }

  /** What stands in the column that says where it was found, a line each. */
  async places(): Promise<readonly string[]> {
    const heads = await this.page.getByRole('columnheader').allInnerTexts();
    const at = heads.indexOf('在哪里找到');
    const cells = await this.rows.evaluateAll(
      (rows, index) => rows.map(row => row.querySelectorAll('[role=gridcell]')[index]?.textContent ?? ''),
      at,
    );
    return cells;
  }

  /** What is marked in that column. */
  marks(): Promise<string[]> {
    return this.rows.locator('mark').allInnerTexts();
  }
}
