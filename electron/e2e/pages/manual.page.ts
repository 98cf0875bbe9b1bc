import type { Locator, Page } from '@playwright/test';

/** 说明书 as a person reads it. */
export class ManualPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get text(): Locator {
    return this.page.getByRole('group', { name: '说明书正文' });
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: '在说明书里找' });
  }

  get contents(): Locator {
    return this.page.getByRole('navigation', { name: '目录' });
  }

  chapter(name: string): Locator {
    return this.text.getByRole('article', { name, exact: true });
  }

  async open(name: string): Promise<void> {
    await this.contents.getByRole('button', { name: new RegExp(`\\d ?${name}`) }).click();
    await this.chapter(name).waitFor();
  }
}
