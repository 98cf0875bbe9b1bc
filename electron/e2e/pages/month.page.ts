import type { Locator, Page } from '@playwright/test';
import { OpenQuestions } from './open-questions.page.ts';
import { PeriodCloses } from './period-closes.page.ts';
import { RefusedOnScreen } from './refused.ts';

const spoken = (period: string): string => `${period.slice(0, 4)}年${Number(period.slice(5))}月`;

/** 月结与报送. Dialogs are answered by whoever drives it. */
export class MonthPage {
  private readonly page: Page;
  private readonly questions: OpenQuestions;

  constructor(page: Page) {
    this.page = page;
    this.questions = new OpenQuestions(page);
  }

  /** The act that writes to a drive that is plugged in. */
  drive(label: string): Locator {
    return this.page.getByRole('button', { name: `封包写入“${label}”` });
  }

  /** The newest first. */
  get bundles(): Locator {
    return this.page.locator('.month-bundles > li');
  }

  /** Where the type is large the side column is folded behind the names of its sections. */
  async openSection(name: string): Promise<void> {
    await this.page
      .getByRole('complementary')
      .getByRole('button', { name: new RegExp(`^${name}`), expanded: false })
      .click();
  }

  async choose(period: string): Promise<void> {
    await this.page.getByRole('combobox', { name: '月份' }).selectOption(period);
  }

  /** Whatever this person may do: locks it, or puts that before whoever approves it. */
  async lockOrPropose(period: string, remark?: string): Promise<void> {
    await this.choose(period);
    const propose = this.page.getByRole('button', { name: `报请锁账：${spoken(period)}`, exact: true });
    const lock = this.page.getByRole('button', { name: `锁账：${spoken(period)}`, exact: true });
    await propose.or(lock).first().waitFor();
    if ((await propose.count()) === 0) return this.lock(period, remark);
    await this.propose(period);
    if ((await this.unremarked.count()) > 0) {
      await this.remark(remark ?? '已在办，转入下月');
      await this.propose(period);
    }
    await this.said(/已报负责人批准/);
  }

  /** Locks it, alone; open questions are remarked alike. */
  async lock(period: string, remark = '已在办，转入下月'): Promise<void> {
    await this.choose(period);
    const early = this.page.getByRole('dialog', { name: /还没过完/ });
    // What the page says was done may be of the month before.
    const locked = this.page.getByText(`${spoken(period)}已锁账，数不再变`);
    const press = async (): Promise<void> => {
      await this.press(`锁账：${spoken(period)}`);
      await early.or(locked).or(this.unremarked).or(this.page.getByRole('alert')).first().waitFor();
    };
    await this.questions.through(press, remark);
    if ((await early.count()) > 0) {
      await early.getByRole('textbox', { name: '为什么提前锁账' }).fill('月底当天结账');
      await early.getByRole('button', { name: `提前锁账：${spoken(period)}` }).click();
      await early.waitFor({ state: 'hidden' });
    }
    await this.said(/已锁账/);
    await locked.waitFor();
  }

  /** Puts the lock before whoever approves it; resolves when that is said, or remarks are missing. */
  async propose(period: string): Promise<void> {
    await this.choose(period);
    await this.press(`报请锁账：${spoken(period)}`);
    const said = this.page.locator('.month-said').filter({ hasText: /已报负责人批准/ });
    await said.or(this.unremarked).first().waitFor();
  }

  get unremarked(): Locator {
    return this.questions.unremarked;
  }

  /** Writes the same remark to every open question that lacks one. */
  remark(words: string): Promise<void> {
    return this.questions.remark(words);
  }

  /** The lock that waits for whoever approves it. */
  get waiting(): Locator {
    return this.page.getByRole('region', { name: '等批准的锁账' });
  }

  /** What came open since it was proposed is remarked by whoever approves. */
  async approve(period: string, remark = '报请以后才有的，已知道'): Promise<void> {
    await this.choose(period);
    const press = async (): Promise<void> => {
      await this.press(`同意锁账：${spoken(period)}`);
      const said = this.page.locator('.month-said').filter({ hasText: /已批准，账锁好了/ });
      await said.or(this.unremarked).or(this.page.getByRole('alert')).first().waitFor();
    };
    await this.questions.through(press, remark);
    await this.said(/已批准，账锁好了/);
  }

  async sendBack(period: string, reason: string): Promise<void> {
    await this.choose(period);
    await this.waiting.getByRole('button', { name: '退回' }).click();
    const dialog = this.page.getByRole('dialog', { name: `退回${spoken(period)}的锁账` });
    await dialog.getByRole('textbox', { name: '为什么退回' }).fill(reason);
    await dialog.getByRole('button', { name: '退回', exact: true }).click();
    await this.said(/已退回档案统计员/);
  }

  /** What is closed otherwise than by the month: a report by its name, and one period of it in words. */
  closeOf(duty: string): PeriodCloses {
    return new PeriodCloses(this.page, duty);
  }

  private async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async readHeadquartersCard(): Promise<void> {
    await this.page.getByRole('button', { name: '读入总部名片' }).click();
    await this.said(/名片好了/);
  }

  async exportOfficeCard(): Promise<void> {
    await this.page.getByRole('button', { name: '导出本单位名片' }).click();
    await this.said(/名片好了/);
  }

  /** To the folder the dialog answers, wherever it lies. Resolves with the name of the file that was written. */
  async export(): Promise<string> {
    await this.page.getByRole('button', { name: '封包写入文件夹' }).click();
    const question = this.page.getByRole('dialog', { name: /^这个文件夹在/ });
    const said = this.page.locator('.month-said').filter({ hasText: /已写入 / });
    await question.or(said).or(this.page.getByRole('alert')).first().waitFor({ timeout: 90_000 });
    if ((await question.count()) > 0) {
      await question.getByRole('button', { name: '就写到这里' }).click();
      await question.waitFor({ state: 'hidden' });
    }
    return this.written();
  }

  /** To a drive that is plugged in. */
  async exportTo(label: string): Promise<string> {
    await this.drive(label).click();
    return this.written();
  }

  private async written(): Promise<string> {
    const words = await this.said(/已写入 /, 90_000);
    return /已写入 (\S+)/.exec(words)?.[1] ?? '';
  }

  async readReceipts(): Promise<void> {
    await this.page.getByRole('button', { name: '读回执' }).click();
    await this.said(/读入 \d+ 份回执/);
  }

  /** Reads the orders in the folder the dialog answers with; resolves with what the page says of them. */
  async readOrders(): Promise<string> {
    await this.page.getByRole('button', { name: '读督办单' }).click();
    const told = this.page.locator('.month-orders').filter({ hasText: /督办单/ });
    const refused = this.page.getByRole('alert');
    await told.or(refused).first().waitFor();
    if ((await refused.count()) > 0) throw new RefusedOnScreen(await refused.first().innerText());
    return told.innerText();
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
