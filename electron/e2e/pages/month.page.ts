import type { Page } from '@playwright/test';

const spoken = (period: string): string => `${period.slice(0, 4)}年${Number(period.slice(5))}月`;

/** 月结与报送. Dialogs are answered by whoever drives it. */
export class MonthPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async choose(period: string): Promise<void> {
    await this.page.getByRole('tab', { name: spoken(period) }).click();
  }

  async lock(period: string): Promise<void> {
    await this.choose(period);
    await this.page.getByRole('button', { name: `锁账：${spoken(period)}`, exact: true }).click();
    const early = this.page.getByRole('dialog', { name: /还没过完/ });
    const said = this.page.locator('.month-said').filter({ hasText: /已锁账/ });
    await early.or(said).or(this.page.getByRole('alert')).first().waitFor();
    if ((await early.count()) > 0) {
      await early.getByRole('textbox', { name: '为什么提前锁账' }).fill('月底当天结账');
      await early.getByRole('button', { name: `提前锁账：${spoken(period)}` }).click();
      await early.waitFor({ state: 'hidden' });
    }
    await this.said(/已锁账/);
  }

  async readHeadquartersCard(): Promise<void> {
    await this.page.getByRole('button', { name: '读入总部名片' }).click();
    await this.said(/名片好了/);
  }

  async exportOfficeCard(): Promise<void> {
    await this.page.getByRole('button', { name: '导出本单位名片' }).click();
    await this.said(/名片好了/);
  }

  /** Resolves with the name of the file that was written. */
  async export(): Promise<string> {
    await this.page.getByRole('button', { name: '封包写入 U 盘' }).click();
    const words = await this.said(/已写入 /, 90_000);
    return /已写入 (\S+)/.exec(words)?.[1] ?? '';
  }

  async readReceipts(): Promise<void> {
    await this.page.getByRole('button', { name: '读回执' }).click();
    await this.said(/读入 \d+ 份回执/);
  }

  /** Waits for the word of the page, or throws what it says instead. */
  async said(words: RegExp, timeout = 30_000): Promise<string> {
    const told = this.page.locator('.month-said').filter({ hasText: words });
    const refused = this.page.getByRole('alert');
    await told.or(refused).first().waitFor({ timeout });
    if ((await refused.count()) > 0) throw new Error(await refused.first().innerText());
    return told.innerText();
  }
}
