import { readdir, readFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { fromBufferPromise } from 'yauzl';
import { dropProfile, foundOffice, newProfile, type OpenOffice } from './office.ts';
import { answerDialogs } from './program.ts';

test.describe.configure({ mode: 'serial' });

let profile: string;
let folder: string;
let office: OpenOffice;

test.beforeAll(async () => {
  profile = await newProfile();
  folder = await mkdtemp(path.join(os.tmpdir(), 'phoenix-word-'));
  office = await foundOffice(profile);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
  await rm(folder, { recursive: true, force: true });
});

async function documentOf(file: string): Promise<string> {
  const zip = await fromBufferPromise(await readFile(file));
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }
  return '';
}

test('a paper is saved as a Word file, only where the person says, and that it is a draft stands beside it', async () => {
  const facts = '夜间停电三次，冰箱里的东西坏了。';
  const number = await office.desk.register({ 姓名: '朱练习', 反映内容: facts });
  await office.desk.openCase(number);
  await office.desk.case.openPaper('PHX-01');
  await expect(office.page.getByText('Word 文件是草稿', { exact: false })).toBeVisible();

  await answerDialogs(office.app, {});
  expect(await office.desk.case.saveAsWord()).toContain('没有存');
  expect(await readdir(folder)).toEqual([]);

  const file = path.join(folder, 'draft.docx');
  await answerDialogs(office.app, { save: file });
  expect(await office.desk.case.saveAsWord()).toContain(`已存到 ${file}`);
  const document = await documentOf(file);
  for (const value of ['朱练习', facts, number]) expect(document).toContain(value);
});
