import type { Locator, Page } from '@playwright/test';

/** 扫描件归位 as a person sees it. */
export class ScansPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A page that somebody is asked about, by the name of its file. */
  doubt(file: string): Locator {
    return this.page.getByRole('listitem', { name: file });
  }

  get filed(): Locator {
    return this.page.getByRole('region', { name: '已归位' });
  }

  /** Chooses files in the dialog and waits until all are read. */
  async choose(files: readonly string[]): Promise<void> {
    const dialog = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: '选文件', exact: true }).click();
    await (await dialog).setFiles([...files]);
    // The bar may come and go before anybody looks.
    await this.page.getByText(/^归位 \d+ 页，要看一下 \d+ 页$/).waitFor({ timeout: 60_000 });
    await this.page.getByRole('progressbar').waitFor({ state: 'detached' });
  }

  /** Says which page of which paper a picture is. */
  async placeByHand(file: string, number: string, page: string): Promise<void> {
    const line = this.doubt(file);
    await line.getByRole('button', { name: '手工指定' }).click();
    const form = line.getByRole('group', { name: '手工指定' });
    await form.getByRole('textbox', { name: '案件编号' }).fill(number);
    await form.getByRole('textbox', { name: '案件编号' }).press('Enter');
    await form.getByRole('combobox', { name: '页', exact: true }).selectOption({ label: page });
    await form.getByRole('button', { name: '归到这里' }).click();
    await line.waitFor({ state: 'detached' });
  }
}
