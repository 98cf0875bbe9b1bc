import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { RefusedOnScreen } from './refused.ts';

/** The attachments of the case that is open. */
export class AttachmentsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get section(): Locator {
    return this.page.getByRole('region', { name: '附件', exact: true });
  }

  line(name: string): Locator {
    return this.section.getByRole('listitem').filter({ hasText: name });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Chooses files and waits until each is listed, or throws what the screen says. */
  async add(...files: readonly string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.section.getByRole('button', { name: '选文件', exact: true }).click();
    await (await chooser).setFiles([...files]);
    const refused = this.section.getByRole('alert');
    for (const file of files) {
      await this.line(path.basename(file)).or(refused).first().waitFor({ timeout: 60_000 });
      if ((await refused.count()) > 0) throw new RefusedOnScreen(await refused.innerText());
    }
  }

  /** What is said of a file that is not taken. */
  async refused(file: string): Promise<string> {
    const said = await this.add(file).then(
      () => '',
      (error: unknown) => (error instanceof RefusedOnScreen ? error.message : Promise.reject(error as Error)),
    );
    await this.section.getByRole('button', { name: '知道了' }).click();
    return said;
  }

  async open(name: string): Promise<Locator> {
    await this.line(name)
      .getByRole('button', { name: `看：${name}` })
      .click();
    await this.dialog.waitFor();
    return this.dialog;
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: '看完了' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Saves a copy of what is open; the dialog of the system has been told where. */
  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: '另存一份' }).click();
    await this.dialog.getByRole('status').filter({ hasText: '已存到' }).waitFor();
  }
}
