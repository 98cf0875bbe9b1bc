import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { dropProfile, foundOffice, newProfile, reopenOffice, type OpenOffice } from './office.ts';
import { ImportPage } from './pages/import.page.ts';
import { answerDialogs } from './program.ts';

test.describe.configure({ mode: 'serial' });

let profile: string;
let folder: string;
let office: OpenOffice;
let imports: ImportPage;

const at = (name: string): string => path.join(folder, name);
const shot = (name: string) => office.page.screenshot({ path: test.info().outputPath(`${name}.png`) });

/**
 * 编号;登记日期;投诉人;电话;类型;投诉内容;结案日期, and four rows, in GB 18030: two that are well, one with a day
 * that never was, one of a kind nobody knows.
 */
const OLD_CSV = Buffer.from(
  [
    'seC6xTu1x7zHyNXG2jvNtsvfyMs7tee7sDvA4NDNO822y9/E2sjdO73hsLjI1cbaDQq378nnobIyMDI1obMwMDEyusU7MjAyNcTq',
    'M9TCNcjVO7qrt7bA/TsxMzgwMDEzODAwMDvO79K1OyLI/brFwqXCpbXAtca7tcHLO83tyc+/tLK7vPsiOzIwMjUuMy45DQq378nn',
    'obIyMDI1obMwMDEzusU7MjAyNS80LzE708jR+bG+OzAxMC01NTU1MDEyMzvU68n5O8Klyc+w69K517DQ3jsNCrfvyeehsjIwMjWh',
    'szAwMTS6xTsyMDI1xOoy1MIzMMjVO8qpytTM7jsxMzkwMDEzOTAwMDvU68n5O7njs6HO6Myrs7M7DQq378nnobIyMDI1obMwMDE1',
    'usU7MjAyNS41LjY7us7R+bG+OzEzODAwMTM4MDAxO9H4yK475d65t7K7x6PJ/jvS0bDsveENCg==',
  ].join(''),
  'base64',
);

test.beforeAll(async () => {
  profile = await newProfile();
  folder = path.join(profile, 'old');
  await mkdir(folder);
  office = await foundOffice(profile);
  imports = new ImportPage(office.page);
});

test.afterAll(async () => {
  await office.app.close().catch(() => undefined);
  await dropProfile(profile);
});

test('a ledger in the letters of old Excels is read, and its columns are known by their names', async () => {
  await writeFile(at('2025.csv'), OLD_CSV);
  await imports.open(office.desk);
  await shot('choose');
  await imports.choose(at('2025.csv'));
  await expect(imports.mapping).toContainText('2025.csv，4 行');
  expect(await imports.chosenFor('编号')).toBe('编号');
  expect(await imports.chosenFor('登记日期')).toBe('登记日期');
  expect(await imports.chosenFor('投诉人')).toBe('姓名');
  expect(await imports.chosenFor('电话')).toBe('联系电话');
  expect(await imports.chosenFor('类型')).toBe('类别');
  expect(await imports.chosenFor('投诉内容')).toBe('反映内容');
  expect(await imports.chosenFor('结案日期')).toBe('办结日期');
  await shot('mapping');
});

test('what is wrong is told by row and cell; nothing is written', async () => {
  await imports.look();
  await expect(imports.preview).toContainText('可导入 2 件，有问题 2 行');
  await expect(imports.preview).toContainText('登记日期：没有这一天');
  await expect(imports.preview).toContainText('类型：没有“养犬”这一项；结案日期：写了办结，没写哪天');
  await shot('faults');
  await answerDialogs(office.app, { save: at('faults.xlsx') });
  await imports.preview.getByRole('button', { name: '下载问题清单' }).click();
  await expect(imports.preview).toContainText('已存到');
  const [sheet] = (await readXlsx(await readFile(at('faults.xlsx')))).sheets;
  expect(sheet?.rows.slice(1).map(([row]) => row)).toEqual(['4', '5', '5']);
  // The list lies in clear on the disk: nobody is named in it.
  expect(JSON.stringify(sheet?.rows)).not.toMatch(/试填|样本|139|养犬/);
  await imports.preview.getByRole('combobox', { name: /养犬/ }).selectOption('其他');
  await expect(imports.preview.getByRole('combobox', { name: /养犬/ })).toHaveCount(0);
  await expect(imports.preview).toContainText('可导入 2 件，有问题 2 行');
  await office.desk.go('案件');
  await office.page.getByRole('tab', { name: /^全部/ }).click();
  await expect(office.page.getByText('这里还没有案件')).toBeVisible();
});

test('what is well is imported with its numbers, days and ends', async () => {
  await office.page.getByRole('button', { name: '导入旧台账' }).click();
  await imports.run(2);
  await expect(imports.main).toContainText('导入完了，2 件都在台账里');
  await shot('result');
  await imports.main.getByRole('button', { name: '看案件' }).click();
  await office.page.getByRole('tab', { name: /^已办结/ }).click();
  const closed = office.page.getByRole('row').filter({ hasText: '凤社〔2025〕0012号' });
  await expect(closed).toContainText('韩范例');
  await expect(closed).toContainText('已办结');
  await office.page.getByRole('tab', { name: /^在办/ }).click();
  const open = office.page.getByRole('row').filter({ hasText: '凤社〔2025〕0013号' });
  await expect(open).toContainText('没有时限');
  await expect(open).not.toContainText('逾期');
  await shot('cases');
  await office.desk.openCase('凤社〔2025〕0012号');
  await expect(office.page.getByRole('listitem').filter({ hasText: '从旧台账带来' })).toContainText(
    '原表第 2 行',
  );
  await shot('case');
});

test('the same file is known again, with how its columns were read', async () => {
  await imports.open(office.desk);
  await imports.main.getByRole('button', { name: '再导一个文件' }).click();
  await imports.choose(at('2025.csv'));
  await expect(imports.mapping).toContainText('这个文件 2026-10-08 导入过');
  await expect(imports.mapping).toContainText('照上次的对法对好了');
  await imports.look();
  await expect(imports.preview).toContainText('可导入 0 件，有问题 4 行');
  await expect(imports.preview).toContainText('台账里已经有这个编号');
  // The word that was explained stays explained.
  await expect(imports.preview.getByRole('combobox', { name: /养犬/ })).toHaveCount(0);
  await imports.preview.getByRole('button', { name: '导入 0 件' }).click();
  await expect(imports.preview.getByRole('alert')).toContainText('没有一行可以导入');
  await imports.backToMapping();
  await imports.mapping.getByRole('button', { name: '换一个文件' }).click();
});

test('an import is undone in one step, also after another start; what somebody worked on stays', async () => {
  await office.desk.openCase('凤社〔2025〕0013号');
  await office.desk.case.note('又来问过一次');
  await office.app.close();
  office = await reopenOffice(profile);
  imports = new ImportPage(office.page);
  await imports.open(office.desk);
  await expect(imports.main.getByRole('region', { name: '导入过的' })).toContainText(
    '2 件在台账里（原表 2 行）',
  );
  await imports.undo();
  await expect(imports.main).toContainText('退掉 1 件；1 件办过手续，留着：凤社〔2025〕0013号');
  await shot('undone');
  await office.desk.go('案件');
  await office.page.getByRole('tab', { name: /^全部/ }).click();
  await expect(office.page.getByRole('row').filter({ hasText: '凤社〔2025〕0013号' })).toBeVisible();
  await expect(office.page.getByRole('row').filter({ hasText: '凤社〔2025〕0012号' })).toHaveCount(0);
});

test('a sheet of Excel with a title, odd columns and a chosen sheet is mapped by the keyboard', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '说明', rows: [['填表说明']] },
      {
        name: '2024年',
        columns: [{}, { numFmt: 'yyyy-mm-dd' }, {}, {}, {}],
        rows: [
          ['凤凰社区来访登记', null, null, null, null],
          ['序号', '哪天', '谁来的', '说了什么', '谁接的'],
          [1, new Date(Date.UTC(2024, 6, 1)), '匿名', '自行车棚漏雨', '王登记'],
          [2, new Date(Date.UTC(2026, 9, 7)), '费样本', '电梯有异响', '王登记'],
        ],
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 4 }],
      },
    ],
  });
  await writeFile(at('2024.xlsx'), bytes);
  await imports.open(office.desk);
  await imports.choose(at('2024.xlsx'));
  await imports.mapping.getByRole('combobox', { name: '工作表' }).selectOption('2024年');
  await expect(imports.mapping.getByRole('combobox', { name: '列名在第几行' })).toHaveValue('1');
  await imports.look();
  await expect(imports.mapping.getByRole('alert')).toContainText('还没有对上“反映内容”');
  await imports.column('谁来的').focus();
  for (let key = 0; key < 20 && (await imports.chosenFor('谁来的')) !== '姓名'; key++)
    await office.page.keyboard.press('ArrowDown');
  await imports.column('说了什么').selectOption('反映内容');
  await imports.column('谁接的').selectOption('接待人');
  await imports.column('哪天').selectOption('登记日期');
  await shot('odd-columns');
  await imports.look();
  await expect(imports.preview).toContainText('可导入 2 件，有问题 0 行');
  await imports.run(2);
  await expect(imports.main).toContainText('导入完了，2 件都在台账里');
  await imports.main.getByRole('button', { name: '看案件' }).click();
  await office.page.getByRole('tab', { name: /^全部/ }).click();
  await expect(office.page.getByRole('row').filter({ hasText: '凤社旧〔2024〕0001号' })).toContainText(
    '匿名',
  );
  // It came yesterday: its time still runs.
  await expect(office.page.getByRole('row').filter({ hasText: '费样本' })).toContainText('还有');
  await imports.open(office.desk);
  await imports.undo();
  await expect(imports.main).toContainText('撤销完了，退掉 2 件');
});

test('files that are none are refused with words, and a template is there to fill', async () => {
  await imports.main.getByRole('button', { name: '再导一个文件' }).click();
  await writeFile(at('letter.pdf'), '%PDF-1.7');
  await writeFile(at('cut.xlsx'), 'PK\u0003\u0004');
  await imports.choose(at('letter.pdf'));
  await expect(imports.main.getByRole('alert')).toContainText('这不是 Excel 表、Word 表格，也不是 CSV 文本');
  await imports.choose(at('cut.xlsx'));
  await expect(imports.main.getByRole('alert')).toContainText('这个文件坏了');
  await answerDialogs(office.app, { save: at('template.xlsx') });
  await imports.main.getByRole('button', { name: '下载空白模板' }).click();
  await expect(imports.main).toContainText('已存到');
  const { sheets } = await readXlsx(await readFile(at('template.xlsx')));
  expect(sheets.map(({ name }) => name)).toEqual(['旧台账', '怎么填']);
  expect(sheets[0]?.rows[0]).toContain('反映内容');
  // Its own columns are all known again.
  await imports.choose(at('template.xlsx'));
  await expect(imports.mapping).toBeVisible();
  expect(await imports.chosenFor('反映内容')).toBe('反映内容');
  expect(await imports.chosenFor('办结日期')).toBe('办结日期');
  await office.page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await shot('mapping-large');
  await imports.mapping.getByRole('button', { name: '换一个文件' }).click();
  await imports.choose(at('2025.csv'));
  await imports.look();
  await expect(imports.preview).toContainText('有问题');
  await shot('faults-large');
});

test('a table of Word goes the same way, with what is wrong told by row and cell', async () => {
  await office.page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  const line = (text: string, columns = 1): TableCell =>
    new TableCell({ children: [new Paragraph(text)], columnSpan: columns });
  const table = new Table({
    rows: [
      [line('二〇二三年投诉登记', 4)],
      ['编号', '登记日期', '投诉人', '投诉内容'].map(text => line(text)),
      ['凤社旧〔2023〕0007号', '二〇二三年三月七日', '和范例', '过道堆着杂物'].map(text => line(text)),
      ['凤社旧〔2023〕0008号', '2023.2.30', '计样本', '路灯不亮'].map(text => line(text)),
    ].map(children => new TableRow({ children })),
  });
  const small = new Table({ rows: [new TableRow({ children: [line('填表人'), line('样本')] })] });
  const file = new Document({ sections: [{ children: [small, new Paragraph('台账'), table] }] });
  await writeFile(at('2023.docx'), await Packer.toBuffer(file));
  await imports.backToMapping();
  await imports.mapping.getByRole('button', { name: '换一个文件' }).click();
  await imports.choose(at('2023.docx'));
  await expect(
    imports.mapping.getByRole('combobox', { name: '工作表' }).locator('option:checked'),
  ).toHaveText('2. 台账');
  expect(await imports.chosenFor('投诉人')).toBe('姓名');
  await shot('word-mapping');
  await imports.look();
  await expect(imports.preview).toContainText('可导入 1 件，有问题 1 行');
  await expect(imports.preview).toContainText('登记日期：没有这一天');
  await imports.run(1);
  await expect(imports.main).toContainText('导入完了，1 件都在台账里');
  await writeFile(
    at('empty.docx'),
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('无')] }] })),
  );
  await imports.main.getByRole('button', { name: '再导一个文件' }).click();
  await imports.choose(at('empty.docx'));
  await expect(imports.main.getByRole('alert')).toContainText('这个 Word 文件里没有表格');
});
