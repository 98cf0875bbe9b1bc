import type { Locator, Page } from '@playwright/test';

export type PapersTab = '待打印' | '待签回' | '打印不明';

/** 文书 as a person sees it. */
export class PapersPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  tab(name: PapersTab): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  async show(name: PapersTab): Promise<void> {
    await this.tab(name).click();
  }

  /** The line of a case in the list that is shown. */
  row(number: string): Locator {
    return this.page.getByRole('row').filter({ hasText: number });
  }

  get progress(): Locator {
    return this.page.getByRole('progressbar', { name: /正在打印|正在停下/ });
  }

  /** How the last batch ended, in words. */
  ended(words: RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: words });
  }

  /** With the keyboard alone: all that can be printed, by one key. */
  async printAll(): Promise<void> {
    await this.page.getByRole('row').nth(1).focus();
    await this.page.keyboard.press('Control+a');
    // Before the printers of the PC are known the key does nothing.
    await this.page.getByRole('button', { name: /^打印所选 [1-9]/, disabled: false }).waitFor();
    await this.page.keyboard.press('Control+p');
  }
}
