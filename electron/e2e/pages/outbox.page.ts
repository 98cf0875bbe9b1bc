import type { Locator, Page } from '@playwright/test';

/** 网络报送 on 月结与报送. */
export class OutboxPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get list(): Locator {
    return this.page.getByRole('list', { name: '报送的案卷包' });
  }

  /** The line of a month, `2026年10月`. */
  line(month: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: month });
  }

  async seal(month: string): Promise<void> {
    await this.page.getByRole('button', { name: `封包报送：${month}` }).click();
    await this.line(month).waitFor({ timeout: 90_000 });
  }

  async press(words: string): Promise<void> {
    await this.page.getByRole('button', { name: words, exact: true }).click();
  }

  /** What the headquarters said of the newest bundle of a period `2026-10`, once it has. */
  async settled(period: string): Promise<'accepted' | 'rejected'> {
    const newest = this.line(`${period.slice(0, 4)}年${Number(period.slice(5))}月`).first();
    await newest.filter({ hasText: /已收讫|退回：/ }).waitFor({ timeout: 90_000 });
    return (await newest.innerText()).includes('退回：') ? 'rejected' : 'accepted';
  }
}
