import type { ElectronApplication, Page } from '@playwright/test';
import { ACT_MS } from '../program.ts';

/** The sample office as a person meets it, from either side. */
export class SamplePage {
  private readonly app: ElectronApplication;
  readonly page: Page;

  constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
  }

  async ask(): Promise<void> {
    await this.page.getByRole('button', { name: '样本办公室，拿来练手' }).click();
    await this.page.getByRole('dialog', { name: '样本办公室' }).waitFor();
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  }

  /** Resolves with the window of the other office. */
  async crossing(act: () => Promise<void>): Promise<Page> {
    const coming = new Promise<Page>(resolve => {
      // Papers are set in windows of their own, which have no such place and close again.
      this.app.on('window', page => {
        page
          .locator('#root')
          .waitFor({ state: 'attached', timeout: 60_000 })
          .then(
            () => resolve(page),
            () => undefined,
          );
      });
    });
    await act();
    const page = await coming;
    page.setDefaultTimeout(ACT_MS);
    await page.setViewportSize({ width: 1366, height: 768 });
    return page;
  }

  /** Makes one and goes into it. */
  make(): Promise<Page> {
    return this.crossing(() => this.press('做一个，打开'));
  }
}
