import type { Locator, Page } from '@playwright/test';

/** Earlier cases that look like the one being written down, beside the form at reception. */
export class LookalikesPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get section(): Locator {
    return this.page.getByRole('complementary').getByRole('region', { name: '像是同一件', exact: true });
  }

  /** The one with this number. */
  one(number: string): Locator {
    return this.section.getByRole('listitem').filter({ hasText: number });
  }

  async say(number: string, words: '登记为重复' | '不记为重复' | '不是同一件' | '看那一件'): Promise<void> {
    await this.one(number).getByRole('button', { name: words, exact: true }).click();
  }
}
