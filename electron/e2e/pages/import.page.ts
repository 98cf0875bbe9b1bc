import type { Locator, Page } from '@playwright/test';
import type { DeskPage } from './desk.page.ts';

/** 导入旧台账 as a person sees it. */
export class ImportPage {
  readonly page: Page;
  readonly main: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
  }

  async open(desk: DeskPage): Promise<void> {
    await desk.go('案件');
    await this.page.getByRole('button', { name: '导入旧台账' }).click();
    await this.page.getByRole('heading', { name: '导入旧台账', level: 1 }).waitFor();
  }

  async choose(file: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.main.getByRole('button', { name: '选旧台账文件…' }).click();
    await (await chooser).setFiles(file);
  }

  get mapping(): Locator {
    return this.main.getByRole('region', { name: '对列' });
  }

  /** Where a column goes, by its name in the file. */
  column(name: string): Locator {
    return this.mapping.getByRole('combobox', { name, exact: true });
  }

  async chosenFor(name: string): Promise<string> {
    return this.column(name).evaluate(select => (select as HTMLSelectElement).selectedOptions[0]?.text ?? '');
  }

  get preview(): Locator {
    return this.main.getByRole('region', { name: '试一遍' });
  }

  async look(): Promise<void> {
    await this.mapping.getByRole('button', { name: '看看能不能导入' }).click();
  }

  async backToMapping(): Promise<void> {
    await this.preview.getByRole('button', { name: '回去对列' }).click();
  }

  async run(count: number): Promise<void> {
    await this.preview.getByRole('button', { name: `导入 ${count} 件` }).click();
  }

  async undo(): Promise<void> {
    await this.main.getByRole('button', { name: '撤销这次导入' }).first().click();
    await this.main.getByRole('button', { name: /^撤销，退掉/ }).click();
  }
}
