import type { Locator, Page } from '@playwright/test';

/** The people of the office, on the page of its settings. */
export class PeoplePage {
  readonly section: Locator;

  constructor(page: Page) {
    this.section = page.getByRole('region', { name: '人员', exact: true });
  }

  person(name: string): Locator {
    return this.section.getByRole('listitem', { name, exact: true });
  }

  async add(name: string, roles: readonly string[]): Promise<void> {
    await this.section.getByRole('button', { name: '添一位' }).click();
    const form = this.section.getByRole('form', { name: '添一位' });
    await form.getByLabel('姓名').fill(name);
    await this.tick(form, roles);
    await form.getByRole('button', { name: '添上' }).click();
    await this.person(name).waitFor();
  }

  /** The given roles ticked and no others. */
  private async tick(form: Locator, roles: readonly string[]): Promise<void> {
    for (const box of await form.getByRole('checkbox').all()) await box.setChecked(false, { force: true });
    for (const role of roles)
      await form.getByRole('checkbox', { name: role, exact: true }).setChecked(true, { force: true });
  }

  /** Leaves the form open where it is refused. */
  async writePassphrase(name: string, passphrase: string, again = passphrase): Promise<void> {
    const form = this.person(name).getByRole('form', { name: '定口令' });
    if ((await form.count()) === 0)
      await this.person(name)
        .getByRole('button', { name: /^(定|换)口令$/ })
        .click();
    await form.getByLabel('口令', { exact: true }).fill(passphrase);
    await form.getByLabel('再写一遍').fill(again);
    await form.getByRole('button', { name: '照这样定' }).click();
  }

  async changeOwn(current: string, next: string): Promise<void> {
    const form = this.section.getByRole('form', { name: '换我的口令' });
    if ((await form.count()) === 0) await this.section.getByRole('button', { name: '换我的口令' }).click();
    await form.getByLabel('现在的口令').fill(current);
    await form.getByLabel('新口令', { exact: true }).fill(next);
    await form.getByLabel('再写一遍').fill(next);
    await form.getByRole('button', { name: '照这样定' }).click();
  }

  async changeRoles(name: string, roles: readonly string[]): Promise<void> {
    await this.person(name).getByRole('button', { name: '改职责' }).click();
    const form = this.person(name).getByRole('form', { name: '改职责' });
    if (roles.includes('管理员'))
      await form.getByRole('checkbox', { name: '管理员', exact: true }).setChecked(false, { force: true });
    else await this.tick(form, roles);
    await form.getByRole('button', { name: '照这样定' }).click();
  }

  async notNow(name: string): Promise<void> {
    await this.person(name).getByRole('button', { name: '先不改' }).click();
  }

  async leave(name: string): Promise<void> {
    await this.person(name).getByRole('button', { name: '记下离开' }).click();
    const sure = this.person(name).getByRole('form', { name: '记下离开' });
    await sure.getByRole('button', { name: '记下离开' }).click();
    await this.person(name).waitFor({ state: 'detached' });
  }
}
