import { expect, type Locator, type Page } from '@playwright/test';

/** What Ctrl+K opens, as a person at the keyboard uses it. */
export class PalettePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: /^(搜索|Search)$/ });
  }

  get options(): Locator {
    return this.dialog.getByRole('option');
  }

  get field(): Locator {
    return this.dialog.getByRole('combobox');
  }

  /** Opens it; what is typed from then on stands in its field. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.field).toBeFocused();
  }

  /** Opens it and types; resolves when what is chosen by Enter bears these words. */
  async find(text: string, words: string | RegExp): Promise<void> {
    await this.open();
    await this.page.keyboard.type(text);
    await this.dialog.getByRole('option', { name: words, selected: true }).waitFor();
  }

  async take(text: string, words: string | RegExp): Promise<void> {
    await this.find(text, words);
    await this.page.keyboard.press('Enter');
    await this.dialog.waitFor({ state: 'detached' });
  }
}
