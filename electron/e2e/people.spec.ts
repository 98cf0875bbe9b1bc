import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { dropProfile, foundOffice, newProfile, OFFICE, type OpenOffice } from './office.ts';
import { PeoplePage } from './pages/people.page.ts';

/** Kept beside what Playwright keeps, to be looked at. */
const kept = path.resolve(import.meta.dirname, '../../out/e2e/people');

test.describe.configure({ mode: 'serial' });

const COLLEAGUE = { name: '试填负责', passphrase: 'second person 2026 desk', next: 'another good one 2027' };

let profile: string;
let office: OpenOffice;
let people: PeoplePage;

test.beforeAll(async () => {
  await mkdir(kept, { recursive: true });
  profile = await newProfile();
  office = await foundOffice(profile);
  people = new PeoplePage(office.page);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

test('a colleague is added, writes a passphrase, and logs in with the roles that were given', async () => {
  const { desk, page } = office;
  await desk.go('设置');
  await people.section.getByRole('button', { name: '添一位' }).click();
  await page.getByLabel('电话').scrollIntoViewIfNeeded();
  await page.screenshot({ path: path.join(kept, 'add.png') });
  await people.section.getByRole('button', { name: '先不改' }).click();
  await people.add(COLLEAGUE.name, ['登记员', '承办人']);
  await expect(people.person(COLLEAGUE.name)).toContainText('还没有口令');

  // Too short, then not twice the same: nothing is set.
  await people.writePassphrase(COLLEAGUE.name, '短', '短');
  await expect(people.person(COLLEAGUE.name)).toContainText('还没有口令');
  await people.writePassphrase(COLLEAGUE.name, COLLEAGUE.passphrase);
  await expect(people.person(COLLEAGUE.name)).toContainText('能登录');
  await page.screenshot({ path: path.join(kept, 'people.png') });

  await desk.handOver(COLLEAGUE.name, COLLEAGUE.passphrase);
  await desk.go('设置');
  await expect(people.section.getByRole('button', { name: '添一位' })).toHaveCount(0);
  await expect(people.section).toContainText('添人、改职责由管理员来做');
});

test('whoever is logged in changes the own passphrase, and must know the present one', async () => {
  const { desk } = office;
  await people.changeOwn('not the present one', COLLEAGUE.next);
  await expect(people.section).toContainText('现在的口令不对');
  await people.changeOwn(COLLEAGUE.passphrase, COLLEAGUE.next);
  await expect(people.section.getByText('口令换好了')).toBeVisible();
  await desk.handOver(COLLEAGUE.name, COLLEAGUE.next);
  await desk.handOver(OFFICE.person, OFFICE.passphrase);
});

test('the last administrator stays; roles are changed; who left cannot be chosen at the lock screen', async () => {
  const { desk, page } = office;
  await desk.go('设置');
  await people.changeRoles(OFFICE.person, ['管理员']);
  await expect(people.person(OFFICE.person)).toContainText('这是最后一位管理员');
  await people.notNow(OFFICE.person);

  await people.changeRoles(COLLEAGUE.name, ['负责人']);
  await expect(people.person(COLLEAGUE.name)).toContainText('负责人');
  await people.leave(COLLEAGUE.name);
  await expect(people.person(COLLEAGUE.name)).toHaveCount(0);
  await desk.lock();
  await expect(page.getByText(COLLEAGUE.name)).toHaveCount(0);
  await desk.unlock(OFFICE.person, OFFICE.passphrase);
});
