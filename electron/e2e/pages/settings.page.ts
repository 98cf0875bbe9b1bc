import type { Locator, Page } from '@playwright/test';

/** 设置: what holds for the whole office. */
export class SettingsPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    const { page } = this;
    await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '设置' }).click();
    await page.getByRole('heading', { name: '设置', level: 1 }).waitFor();
  }

  get hours(): Locator {
    return this.page.getByRole('region', { name: '上下班时间' });
  }

  /** The table that begins with these words: `从2026年10月8日` …, with what it says of each day. */
  table(words: string): Locator {
    return this.hours.getByRole('table').filter({ hasText: words });
  }

  /** Fills the form by its labels and saves it; resolves with the form, which is gone where it was taken. */
  async setHours(entries: Readonly<Record<string, string>>): Promise<Locator> {
    const form = this.hours.getByRole('group', { name: '改上下班时间' });
    if ((await form.count()) === 0) await this.hours.getByRole('button', { name: '改上下班时间' }).click();
    for (const [label, text] of Object.entries(entries)) {
      const field = form.getByRole('textbox', { name: label, exact: true });
      if ((await field.count()) === 0) await form.getByRole('button', { name: '加一天' }).click();
      await field.fill(text);
    }
    await form.getByRole('button', { name: '照这样上下班' }).click();
    return form;
  }
}
