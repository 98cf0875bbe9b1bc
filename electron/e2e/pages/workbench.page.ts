import type { Locator, Page } from '@playwright/test';

/** The first page: what the day asks for. */
export class WorkbenchPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The lines of one kind: 逾期, 今天到期, 等签回. */
  lines(kind: string): Locator {
    return this.page
      .getByRole('main')
      .getByRole('region', { name: new RegExp(`^${kind}( |$)`) })
      .getByRole('listitem');
  }

  /** What opens what a line is about. */
  line(kind: string, words: string): Locator {
    return this.lines(kind).filter({ hasText: words }).getByRole('button').first();
  }

  figure(name: string): Locator {
    return this.page
      .getByRole('list', { name: '点数字看案件' })
      .getByRole('button', { name: new RegExp(`${name}$`) });
  }

  async openCalendar(): Promise<void> {
    await this.page.getByRole('tab', { name: '月历' }).click();
    await this.grid.and(this.page.locator('[aria-busy="false"]')).waitFor();
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  /** A day of the month in sight, by its date as it is read: 10月14日（周三）. */
  day(date: string): Locator {
    return this.grid.getByRole('gridcell', { name: date });
  }
}
