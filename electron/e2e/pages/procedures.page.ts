import type { Locator, Page } from '@playwright/test';

/** 规程: which procedures the office works by. */
export class ProceduresPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Ticks these by their names besides those that are ticked, and keeps it so. */
  async use(names: readonly string[]): Promise<void> {
    const { page } = this;
    await this.go();
    for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check({ force: true });
    await page.getByRole('button', { name: '照这样用' }).click();
    await page.getByText(/已保存，本单位用 \d+ 个规程/).waitFor();
  }

  /** The page of one procedure. */
  async open(name: string): Promise<void> {
    await this.go();
    await this.page.getByRole('button', { name: `看“${name}”`, exact: true }).click();
    await this.page.getByRole('heading', { name, level: 1 }).waitFor();
  }

  /** Opens one of the small forms of the page, fills it by its labels, and presses its button. */
  async change(form: string, entries: Readonly<Record<string, string>>, button: string): Promise<Locator> {
    const group = this.page.getByRole('group', { name: form, exact: true });
    if ((await group.count()) === 0) await this.page.getByRole('button', { name: form, exact: true }).click();
    for (const [label, text] of Object.entries(entries)) {
      // By its role: choices and what is typed in a long text count as text of the label around them.
      const by = { name: label, exact: true };
      const field = group
        .getByRole('textbox', by)
        .or(group.getByRole('combobox', by))
        .or(group.getByRole('spinbutton', by));
      const chosen = (await field.evaluate(({ tagName }) => tagName)) === 'SELECT';
      await (chosen ? field.selectOption({ label: text }) : field.fill(text));
    }
    await group.getByRole('button', { name: button, exact: true }).click();
    return group;
  }

  /** The line of a table of the page that begins with these words. */
  row(section: string, words: string): Locator {
    const rows = this.page.getByRole('region', { name: section, exact: true }).getByRole('row');
    return rows.filter({ hasText: words }).first();
  }

  private async go(): Promise<void> {
    const { page } = this;
    await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '规程' }).click();
    // From the page of one procedure the rail leads back to the list.
    const back = page.getByRole('button', { name: '回规程' });
    const list = page.getByRole('heading', { name: '规程', level: 1, exact: true });
    await list.or(back).first().waitFor();
    if ((await back.count()) > 0) await back.click();
    await list.waitFor();
  }
}
