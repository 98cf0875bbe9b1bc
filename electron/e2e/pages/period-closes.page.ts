import type { Locator, Page } from '@playwright/test';
import { OpenQuestions } from './open-questions.page.ts';

/** A report that comes back by the quarter, half-year, year: its periods on the page of the month. */
export class PeriodCloses {
  private readonly page: Page;
  private readonly duty: string;
  readonly part: Locator;
  private readonly questions: OpenQuestions;

  constructor(page: Page, duty: string) {
    this.page = page;
    this.duty = duty;
    this.part = page
      .getByRole('region', { name: '按季、半年、年等报的' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: duty, exact: true }) });
    this.questions = new OpenQuestions(page, this.part);
  }

  /** `period` in words: 2026年第3季度. */
  async choose(period: string): Promise<void> {
    await this.part.getByRole('combobox', { name: `哪一期：${this.duty}` }).selectOption({ label: period });
    await this.part.getByText('正在数').waitFor({ state: 'detached' });
  }

  get unremarked(): Locator {
    return this.questions.unremarked;
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
    const press = async (): Promise<void> => {
      await act.click();
      await said.or(early).or(this.unremarked).or(this.page.getByRole('alert')).first().waitFor();
    };
    await this.questions.through(press, remark);
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
    await this.questions.through(press, remark);
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
