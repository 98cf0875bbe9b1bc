import { expect, type Locator, type Page } from '@playwright/test';

/** Questions of a check list that want a remark before a month or period is closed. */
export class OpenQuestions {
  /** Those that were pressed without one. */
  readonly unremarked: Locator;

  constructor(page: Page, within: Page | Locator = page) {
    this.unremarked = within
      .getByRole('textbox', { name: /^备注：/ })
      .and(page.locator('[aria-invalid=true]'));
  }

  /** Writes the same remark to every one that lacks it. */
  async remark(words: string): Promise<void> {
    for (let left = await this.unremarked.count(); left > 0; left -= 1) {
      await this.unremarked.first().fill(words);
      await expect(this.unremarked).toHaveCount(left - 1);
    }
  }

  /** Does what closes or approves, and again with remarks where they are asked for; `press` ends with an answer. */
  async through(press: () => Promise<void>, words: string): Promise<void> {
    // What an earlier press asked for would be taken for the answer to this one.
    await this.remark(words);
    await press();
    if ((await this.unremarked.count()) === 0) return;
    await this.remark(words);
    await press();
  }
}
