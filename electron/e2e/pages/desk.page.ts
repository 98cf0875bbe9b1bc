import type { Page } from '@playwright/test';
import { fillForm } from './form.page.ts';

type Fields = Readonly<Record<string, string | boolean | number>>;

export interface ShownDeadline {
  readonly name: string;
  /** As it stands on the screen: 10月19日（周一）前. Empty where no day is known. */
  readonly words: string;
}

/** The open ledger as a person sees it. */
export class DeskPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async go(tab: '接待登记' | '案件' | '月结与报送'): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: tab }).click();
    await this.page.getByRole('heading', { name: tab, level: 1 }).waitFor();
  }

  get form() {
    return this.page.getByRole('group', { name: '群众投诉及反馈意见登记表' });
  }

  /** Fills the register form and saves it with F9; resolves with the number on the screen. */
  async register(fields: Fields): Promise<string> {
    await this.go('接待登记');
    await fillForm(this.form, fields);
    await this.page.keyboard.press('F9');
    return this.savedNumber();
  }

  async savedNumber(): Promise<string> {
    const saved = this.page.getByRole('status').filter({ hasText: '已保存' }).first();
    const refused = this.page.getByRole('alert').first();
    const missing = this.page.getByText(/还差 \d+ 格/);
    await saved.or(refused).or(missing).first().waitFor();
    if ((await saved.count()) === 0)
      throw new Error(`没有保存：${await refused.or(missing).first().innerText()}`);
    return /已保存 (\S+)/.exec(await saved.innerText())?.[1] ?? '';
  }

  async openCase(number: string): Promise<void> {
    await this.go('案件');
    await this.page.getByRole('tab', { name: /^全部/ }).click();
    await this.page.getByRole('row').filter({ hasText: number }).first().dblclick();
    await this.page.locator('main').getByText(number).first().waitFor();
    await this.page.getByRole('status', { name: '状态' }).waitFor();
  }

  /** Takes a step by its visible name, filling what it asks for. */
  async step(name: string, fields: Fields, reason?: string): Promise<void> {
    const next = this.page.getByRole('complementary');
    await next.getByRole('button', { name, exact: true }).first().click();
    const form = this.page.getByRole('region', { name, exact: true });
    await fillForm(form, fields);
    if (reason !== undefined) await form.getByRole('textbox', { name: /^(理由|说明)$/ }).fill(reason);
    await form.getByRole('button', { name, exact: true }).click();
    await Promise.race([
      form.waitFor({ state: 'detached' }),
      form.getByRole('alert').waitFor(),
      form.getByText('这一格还没填').first().waitFor(),
    ]);
    if ((await form.count()) > 0) throw new Error(await form.innerText());
  }

  state(): Promise<string> {
    return this.page.getByRole('status', { name: '状态' }).innerText();
  }

  async number(): Promise<string> {
    return this.page.locator('.case-number').innerText();
  }

  async deadlines(): Promise<readonly ShownDeadline[]> {
    const shown: ShownDeadline[] = [];
    for (const limit of await this.page.getByRole('region', { name: /时限$/ }).all()) {
      const name = await limit.getByRole('heading', { level: 3 }).innerText();
      const day = limit.getByText(/日（周.）前$/);
      shown.push({ name, words: (await day.count()) > 0 ? await day.first().innerText() : '' });
    }
    return shown;
  }

  async openPaper(name: string): Promise<void> {
    const papers = this.page.getByRole('complementary').getByRole('listitem').filter({ hasText: name });
    await papers.getByRole('button', { name: '看' }).first().click();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  /** Prints the paper that is open and waits until the screen says so. */
  async print(): Promise<void> {
    const history = this.page.getByRole('button', { name: /^打印 \d+ 份/ });
    await history.waitFor();
    await history.click();
    await this.page
      .getByRole('status')
      .filter({ hasText: /已送打印机|已打印|印了|记下/ })
      .first()
      .waitFor();
  }

  async lock(): Promise<void> {
    await this.page.keyboard.press('Control+l');
    await this.page.getByRole('button', { name: '打开台账' }).waitFor();
  }

  async unlock(person: string, passphrase: string): Promise<void> {
    await this.page.getByRole('textbox', { name: `${person}的口令` }).fill(passphrase);
    await this.page.getByRole('button', { name: '打开台账' }).click();
  }
}
