import type { Page } from '@playwright/test';

export interface Founding {
  readonly office: string;
  readonly code: string;
  readonly person: string;
  readonly passphrase: string;
  readonly prefix?: string;
}

/** The four steps of the first run, by what stands on them. */
export class FirstRunPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async found(founding: Founding): Promise<readonly string[]> {
    const { page } = this;
    await page.getByLabel('单位全称').fill(founding.office);
    await page.getByLabel('单位代码').fill(founding.code);
    if (founding.prefix !== undefined) await page.getByLabel('编号字头').fill(founding.prefix);
    await page.getByRole('button', { name: '下一步：口令' }).click();
    await page.getByLabel('姓名', { exact: true }).fill(founding.person);
    await page.getByRole('textbox', { name: '口令', exact: true }).fill(founding.passphrase);
    await page.getByRole('textbox', { name: '再写一遍' }).fill(founding.passphrase);
    await page.getByRole('button', { name: '下一步：恢复密钥' }).click();
    const groups = await this.recoveryKey();
    await this.proveKey(groups);
    await page.getByRole('button', { name: '下一步：开始使用' }).click();
    await page.getByRole('button', { name: '开始使用', exact: true }).click();
    // Every procedure is read and the store is made for the first time.
    await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor({ timeout: 90_000 });
    return groups;
  }

  /** The eight groups as the screen shows them. */
  async recoveryKey(): Promise<readonly string[]> {
    await this.page.getByRole('heading', { name: '把恢复密钥印出来' }).waitFor();
    const shown = await this.page.getByLabel('恢复密钥', { exact: true }).last().innerText();
    return shown.match(/\b[2-9A-Z]{4}\b/g) ?? [];
  }

  async proveKey(groups: readonly string[]): Promise<void> {
    for (const field of await this.page.getByRole('textbox', { name: /^填第 \d 组$/ }).all()) {
      const name = (await field.getAttribute('aria-label')) ?? '';
      await field.fill(groups[Number(/\d/.exec(name)?.[0]) - 1] ?? '');
    }
  }
}
