import { expect, type Locator, type Page } from '@playwright/test';

/** A report that comes back by the quarter, half-year, year: its periods on the page of the month. */
export class PeriodCloses {
  private readonly page: Page;
  private readonly duty: string;
  readonly part: Locator;

  constructor(page: Page, duty: string) {
    this.page = page;
    this.duty = duty;
    this.part = page
      .getByRole('region', { name: '按季、半年、年等报的' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: duty, exact: true }) });
  }

  /** `period` in words: 2026年第3季度. */
  async choose(period: string): Promise<void> {
    await this.part.getByRole('combobox', { name: `哪一期：${this.duty}` }).selectOption({ label: period });
    await this.part.getByText('正在数').waitFor({ state: 'detached' });
  }

  get unremarked(): Locator {
    return this.part.getByRole('textbox', { name: /^备注：/ }).and(this.page.locator('[aria-invalid=true]'));
  }

  /** Writes the same remark to every open question that was pressed without one. */
  async remark(words: string): Promise<void> {
    for (let left = await this.unremarked.count(); left > 0; left -= 1) {
      await this.unremarked.first().fill(words);
      await expect(this.unremarked).toHaveCount(left - 1);
    }
  }

  /** The close that waits for whoever approves it. */
  waiting(period: string): Locator {
    return this.part.getByRole('region', { name: `等批准的办结：${this.duty}，${period}` });
  }

  /** Closes it, alone, or puts that before whoever approves it; open questions are remarked alike. */
  async close(period: string, remark: string): Promise<void> {
    await this.choose(period);
    const act = this.part
      .getByRole('button', { name: `：${this.duty}，${period}` })
      .filter({ hasText: '办结' });
    const said = this.part.getByRole('status').filter({ hasText: /已报负责人批准|这一期办结了/ });
    const early = this.page.getByRole('dialog', { name: /^这一期还没过完/ });
    // What an earlier press asked for would be taken for the answer to this one.
    await this.remark(remark);
    await act.click();
    await said.or(early).or(this.unremarked).or(this.page.getByRole('alert')).first().waitFor();
    if ((await this.unremarked.count()) > 0) {
      await this.remark(remark);
      await act.click();
      await said.or(early).first().waitFor();
    }
    if ((await early.count()) > 0) {
      await early.getByRole('textbox', { name: '为什么提前办结' }).fill('期末当天报');
      await early.getByRole('button', { name: /^提前办结/ }).click();
    }
    await said.waitFor();
  }

  /** What came open since it was proposed is remarked by whoever approves. */
  async approve(period: string, remark = '报请以后才有的，已知道'): Promise<void> {
    await this.choose(period);
    const said = this.part.getByRole('status').filter({ hasText: '已批准' });
    const press = async (): Promise<void> => {
      await this.waiting(period)
        .getByRole('button', { name: /^同意办结/ })
        .click();
      await said.or(this.unremarked).or(this.page.getByRole('alert')).first().waitFor();
    };
    await this.remark(remark);
    await press();
    if ((await this.unremarked.count()) > 0) {
      await this.remark(remark);
      await press();
    }
    await said.waitFor();
  }

  async sendBack(period: string, reason: string): Promise<void> {
    await this.choose(period);
    await this.waiting(period).getByRole('button', { name: '退回' }).click();
    const dialog = this.page.getByRole('dialog', { name: `退回“${this.duty}，${period}”` });
    await dialog.getByRole('textbox', { name: '为什么退回' }).fill(reason);
    await dialog.getByRole('button', { name: '退回', exact: true }).click();
    await this.part.getByRole('status').filter({ hasText: '已退回档案统计员' }).waitFor();
  }
}
