import type { Page } from '@playwright/test';

/** 规程: which procedures the office works by. */
export class ProceduresPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Ticks these by their names besides those that are ticked, and keeps it so. */
  async use(names: readonly string[]): Promise<void> {
    const { page } = this;
    await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '规程' }).click();
    await page.getByRole('heading', { name: '规程', level: 1 }).waitFor();
    for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check({ force: true });
    await page.getByRole('button', { name: '照这样用' }).click();
    await page.getByText(/已保存，本单位用 \d+ 个规程/).waitFor();
  }
}
