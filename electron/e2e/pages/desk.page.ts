import { expect, type Locator, type Page } from '@playwright/test';
import { CasePage } from './case.page.ts';
import { fillForm, type Fields } from './form.page.ts';
import { RefusedOnScreen } from './refused.ts';

/** A text as a regular expression that matches it and nothing else. */
const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The open ledger as a person sees it. */
export class DeskPage {
  readonly page: Page;

  readonly case: CasePage;

  constructor(page: Page) {
    this.page = page;
    this.case = new CasePage(page);
  }

  async go(
    tab: '工作台' | '接待登记' | '案件' | '文书' | '扫描件归位' | '月结与报送' | '统计' | '设置',
  ): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: tab }).click();
    await this.page.getByRole('heading', { name: tab, level: 1 }).waitFor();
  }

  /** The register form at reception, whatever the procedure. */
  get form(): Locator {
    return this.page.getByRole('main').getByRole('group').first();
  }

  /** Procedures the picker offers for a name; the picker stays open. */
  private async offered(name: string): Promise<Locator> {
    await this.go('接待登记');
    await this.page.getByRole('button', { name: /^换规程/ }).click();
    await this.page.getByRole('combobox', { name: '找规程' }).fill(name);
    // The code of the procedure follows its name.
    return this.page.getByRole('option', { name: new RegExp(`^${literally(name)}\\s*[A-Z0-9]*$`) });
  }

  /** The next case may not be registered by this procedure. */
  async expectNotOffered(name: string): Promise<void> {
    await expect(await this.offered(name)).toHaveCount(0);
    await this.page.keyboard.press('Escape');
  }

  /** Chooses the procedure the next case is registered by, by its name. */
  async chooseProcedure(name: string): Promise<void> {
    await this.go('接待登记');
    // An office with one procedure has no picker, only its name.
    const chosen = this.page.getByRole('button', { name: `换规程：${name}`, exact: true });
    if ((await chosen.or(this.page.getByText(name, { exact: true })).count()) > 0) return;
    await (await this.offered(name)).click();
    await this.page.getByRole('button', { name: `换规程：${name}`, exact: true }).waitFor();
  }

  /** Fills the register form and saves it with F9; resolves with the number on the screen. */
  async register(fields: Fields): Promise<string> {
    await this.go('接待登记');
    await fillForm(this.form, fields);
    return this.save();
  }

  /** Saves what stands in the register form. */
  async save(): Promise<string> {
    await this.page.keyboard.press('F9');
    return this.savedNumber();
  }

  /** From the register form to the case saved last. */
  async openSaved(): Promise<void> {
    await this.page.getByRole('button', { name: '看这一件' }).click();
    await this.page.getByRole('status', { name: '状态' }).waitFor();
  }

  async clearForm(): Promise<void> {
    await this.page.getByRole('button', { name: '清空重填' }).click();
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
    // While the rows of another list are shown they move under the hand.
    await this.page.locator('[role="grid"][aria-busy="true"]').waitFor({ state: 'detached' });
    await this.page.getByRole('row').filter({ hasText: number }).first().dblclick();
    await this.page.locator('main').getByText(number).first().waitFor();
    await this.page.getByRole('status', { name: '状态' }).waitFor();
  }

  async lock(): Promise<void> {
    await this.page.keyboard.press('Control+l');
    await this.page.getByRole('button', { name: '打开台账' }).waitFor();
  }

  async unlock(person: string, passphrase: string): Promise<void> {
    const someone = this.page.getByRole('radio', { name: new RegExp(`^${literally(person)}( |$)`) });
    await someone.check({ force: true });
    await this.page.getByRole('textbox', { name: `${person}的口令` }).fill(passphrase);
    await this.page.getByRole('button', { name: '打开台账' }).click();
  }

  /** Locks, and lets somebody else in. */
  async handOver(person: string, passphrase: string): Promise<void> {
    await this.lock();
    await this.unlock(person, passphrase);
    await this.page.getByRole('navigation', { name: '主导航' }).waitFor();
  }
}
