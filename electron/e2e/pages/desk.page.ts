import type { Page } from '@playwright/test';
import { fillForm } from './form.page.ts';
import { RefusedOnScreen } from './refused.ts';

type Fields = Readonly<Record<string, string | boolean | number>>;

export interface ShownDeadline {
  readonly name: string;
  /** As it stands on the screen: 10月19日（周一）前. Empty where no day is known. */
  readonly words: string;
  /** The same day in figures, as the page tells a machine; null where no day is known. */
  readonly due: string | null;
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

  /** The register form at reception, whatever the procedure. */
  get form() {
    return this.page
      .locator('main')
      .getByRole('group', { name: /登记|记录|表|单|簿|笔录|卡|书|报告/ })
      .first();
  }

  /** Chooses the procedure the next case is registered by, by its name. */
  async chooseProcedure(name: string): Promise<void> {
    await this.go('接待登记');
    await this.page.getByRole('button', { name: /^换规程/ }).click();
    await this.page.getByRole('combobox', { name: '找规程' }).fill(name);
    await this.page.getByRole('option', { name }).first().click();
    await this.page.locator('main').getByText(name).first().waitFor();
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
      throw new RefusedOnScreen(`没有保存：${await refused.or(missing).first().innerText()}`);
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
    const button = next.getByRole('button', { name, exact: true }).first();
    const why = next.getByText(`${name}：`).first();
    await button.or(why).first().waitFor();
    if ((await button.count()) === 0) throw new RefusedOnScreen(await why.innerText());
    await button.click();
    const form = this.page.getByRole('region', { name, exact: true });
    await fillForm(form, fields);
    if (reason !== undefined) await form.getByRole('textbox', { name: /^(理由|说明)$/ }).fill(reason);
    await form.getByRole('button', { name, exact: true }).click();
    await Promise.race([
      form.waitFor({ state: 'detached' }),
      form.getByRole('alert').waitFor(),
      form.getByText('这一格还没填').first().waitFor(),
    ]);
    if ((await form.count()) > 0) throw new RefusedOnScreen(await form.innerText());
  }

  state(): Promise<string> {
    return this.page.getByRole('status', { name: '状态' }).innerText();
  }

  /** The class of the case; null where its procedure knows none. */
  async severity(): Promise<string | null> {
    const shown = this.page.getByRole('status', { name: '等级' });
    return (await shown.count()) > 0 ? shown.innerText() : null;
  }

  async number(): Promise<string> {
    return this.page.locator('.case-number').innerText();
  }

  async deadlines(): Promise<readonly ShownDeadline[]> {
    const shown: ShownDeadline[] = [];
    for (const limit of await this.page.getByRole('region', { name: /时限$/ }).all()) {
      const name = await limit.getByRole('heading', { level: 3 }).innerText();
      const day = limit.locator('time');
      const known = (await day.count()) > 0;
      shown.push({
        name,
        words: known ? await day.first().innerText() : '',
        due: known ? await day.first().getAttribute('datetime') : null,
      });
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
