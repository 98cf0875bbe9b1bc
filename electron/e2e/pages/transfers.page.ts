import type { Locator, Page } from '@playwright/test';
import { RefusedOnScreen } from './refused.ts';

export interface Sending {
  /** The name of the other office as its card gives it. */
  readonly to: string;
  readonly kind?: '转办' | '分送';
  readonly reason: string;
}

/** 转办与分送: on the case page, in the settings, and the page of what came in. Dialogs are answered by whoever drives it. */
export class TransfersPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** What stands on the case page of its ways to and from other offices. */
  get panel(): Locator {
    return this.page.locator('.transfers-case');
  }

  /** On the open case; resolves when it is written, to the folder the dialog answers. */
  async send({ to, kind = '转办', reason }: Sending): Promise<void> {
    const { panel } = this;
    await this.unfold();
    await panel.getByRole('button', { name: '转给其他单位' }).click();
    const form = panel.getByRole('group', { name: '转给其他单位' });
    await form.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
    const office = form.getByRole('combobox', { name: '转给哪个单位' });
    const option = await office.locator('option', { hasText: to }).getAttribute('value');
    await office.selectOption(option ?? '');
    await form.getByRole('textbox', { name: '理由和要说明的' }).fill(reason);
    await this.write(form, panel);
  }

  /** What became of the transfer that was sent last from the open case. */
  async verdict(): Promise<'accepted' | 'returned' | 'waiting'> {
    await this.unfold();
    const last = this.panel.getByRole('listitem').first();
    const words = await last.innerText();
    if (words.includes('对方已接收')) return 'accepted';
    return words.includes('对方退回') ? 'returned' : 'waiting';
  }

  /** The answer to the office it came from, on the case or on the page of what came in. */
  async writeAnswer(): Promise<void> {
    await this.unfold();
    const group = this.page.getByRole('group', { name: '写答复' });
    await this.write(group, group);
  }

  /** Goes to 转来的案件 from the workbench. */
  async open(): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: '主导航' });
    await rail.getByRole('button', { name: '工作台' }).click();
    await this.page.getByRole('button', { name: '看转来的案件' }).click();
    await this.page.getByRole('heading', { name: '转来的案件', level: 1 }).waitFor();
  }

  /** Reads the folder the dialog answers; resolves with what is said of it. */
  async read(): Promise<string> {
    await this.page.getByRole('button', { name: '读转来的案件…' }).click();
    const said = this.page.locator('.transfers-told').filter({ hasText: /收下|已接收|退回了|以前读过/ });
    const refused = this.page.getByRole('alert');
    await said.or(refused).first().waitFor();
    if ((await refused.count()) > 0) throw new RefusedOnScreen(await refused.first().innerText());
    return said.innerText();
  }

  /** What is shown of a case that came in. */
  received(number: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(number.replace(/[〔〕]/g, '.')) });
  }

  /** To reception, with its form filled in. */
  async register(number: string): Promise<void> {
    await this.received(number).getByRole('button', { name: '登记这一件' }).click();
    await this.page.getByRole('heading', { name: '接待登记', level: 1 }).waitFor();
    await this.page.getByRole('note').filter({ hasText: '转来的案件' }).waitFor();
  }

  async sendBack(number: string, reason: string): Promise<void> {
    const shown = this.received(number);
    await shown.getByRole('button', { name: '退回…' }).click();
    await shown.getByRole('textbox', { name: '退回的理由' }).fill(reason);
    await shown.getByRole('button', { name: '退回对方' }).click();
    await shown.getByText(/已退回：/).waitFor();
  }

  /** The card of another office, from the file the dialog answers. */
  async readCard(): Promise<void> {
    await this.colleagues('读入其他单位的名片…', /已读入.*的名片/);
  }

  /** The card of this office, into the folder the dialog answers. */
  async giveCard(): Promise<void> {
    await this.colleagues('导出本单位名片…', /本单位名片存到了/);
  }

  private async colleagues(act: string, said: RegExp): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: '主导航' });
    await rail.getByRole('button', { name: '设置' }).click();
    const section = this.page.getByRole('region', { name: '其他单位' });
    await section.getByRole('button', { name: act }).click();
    const refused = section.getByRole('alert');
    await section.getByText(said).or(refused).first().waitFor();
    if ((await refused.count()) > 0) throw new RefusedOnScreen(await refused.first().innerText());
  }

  /** Where the type is large the side column is folded behind the names of its sections. */
  private async unfold(): Promise<void> {
    const folded = this.page
      .getByRole('complementary')
      .getByRole('button', { name: /^转办与分送/, expanded: false });
    if ((await folded.count()) > 0) await folded.first().click();
  }

  private async write(around: Locator, said: Locator): Promise<void> {
    await around.getByRole('button', { name: '写到文件夹…' }).click();
    const question = this.page.getByRole('dialog', { name: /^这个文件夹在/ });
    const done = said.getByText(/读回核对一致/);
    const refused = this.page.getByRole('alert');
    await question.or(done).or(refused).first().waitFor({ timeout: 60_000 });
    if ((await question.count()) > 0) {
      await question.getByRole('button', { name: '就写到这里' }).click();
      await question.waitFor({ state: 'hidden' });
      await done.or(refused).first().waitFor({ timeout: 60_000 });
    }
    if ((await refused.count()) > 0) throw new RefusedOnScreen(await refused.first().innerText());
  }
}
