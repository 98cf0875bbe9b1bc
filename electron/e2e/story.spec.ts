import { execFile, execFileSync } from 'node:child_process';
import { access, mkdtemp, readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { listOrders } from '#electron/headquarters/hq.orders.ts';
import { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import { expectOk } from '#shared/core/result.ts';
import { dropProfile } from './office.ts';
import { readScenario, runScenario } from './scenario/run-scenario.ts';

const run = promisify(execFile);

const has = (tool: string): boolean => {
  try {
    execFileSync('which', [tool]);
    return true;
  } catch {
    return false;
  }
};

const demo = path.resolve(import.meta.dirname, '../../resources/samples/demo.scenario.yaml');

test.describe.configure({ mode: 'serial' });

let dir: string;
test.beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'phoenix-story-'));
});
test.afterAll(() => dropProfile(dir));

test('a month at the counter, from the first run to the receipt of headquarters', async () => {
  test.setTimeout(400_000);
  const lines: string[] = [];
  const held = await runScenario({
    text: await readFile(demo, 'utf8'),
    dir,
    profile: path.join(dir, 'profile'),
    say: line => lines.push(line),
  });
  expect(held, lines.join('\n')).toBe(true);
});

test('the bundle is opened and found genuine by age, unzip, sha256sum and minisign', async () => {
  test.skip(
    !['age', 'unzip', 'sha256sum', 'minisign'].every(has),
    'age, unzip, sha256sum and minisign are not all installed',
  );
  const [name = ''] = (await readdir(path.join(dir, 'usb'))).filter(file => file.endsWith('.age'));
  expect(name).toBe('PHX-0371_2026-10_0001.bag.zip.age');
  const work = path.join(dir, 'judge');
  await run('mkdir', [work]);
  const zip = path.join(work, 'X.zip');
  await run('age', [
    '-d',
    '-i',
    path.join(dir, 'hq/keys/bundle.agekey'),
    '-o',
    zip,
    path.join(dir, 'usb', name),
  ]);
  await run('unzip', ['-q', zip, '-d', work]);
  const cwd = path.join(work, 'PHX-0371_2026-10_0001');
  await run('sha256sum', ['--strict', '-c', 'manifest-sha256.txt'], { cwd });
  await run('sha256sum', ['--strict', '-c', 'tagmanifest-sha256.txt'], { cwd });
  const card = OfficeCard.parse(JSON.parse(await readFile(path.join(dir, 'cards/office.json'), 'utf8')));
  await run('minisign', ['-V', '-P', card.signing_key, '-m', 'tagmanifest-sha256.txt'], { cwd });

  const cases = await readFile(path.join(cwd, 'data/cases.ndjson'), 'utf8');
  const events = await readFile(path.join(cwd, 'data/events.ndjson'), 'utf8');
  expect(cases.trim().split('\n')).toHaveLength(6);
  expect(cases).toContain('李小样');
  // What was handed in with a case travels by the name of what is in it.
  const [attached = ''] = await readdir(path.join(cwd, 'data/attachments'));
  expect(attached).toMatch(/^[0-9a-f]{64}\.png$/);
  expect(cases).toContain(`"file":"${attached}"`);
  // Who asked for secrecy is readable with the second key only.
  for (const hidden of ['郑演习', '13700137000']) {
    expect(cases).not.toContain(hidden);
    expect(events).not.toContain(hidden);
  }
  for (const report of ['statistics.json', 'statistics.xlsx', 'register.pdf', 'statistics.pdf'])
    await access(path.join(cwd, 'data/reports', report));
});

test('the printed register form has its text, its own fonts and no Type 3', async () => {
  test.skip(!['pdftotext', 'pdffonts'].every(has), 'pdftotext and pdffonts are not installed');
  const file = path.join(dir, 'papers/elevator/PHX-01-2.pdf');
  const { stdout: text } = await run('pdftotext', [file, '-']);
  const words = text.replace(/\s/g, '');
  for (const expected of [
    '凤凰社区群众投诉及反馈意见登记表',
    '李小样',
    '13800138000',
    '凤社〔2026〕0001号',
    '☑满意',
  ])
    expect(words).toContain(expected);
  const { stdout: fonts } = await run('pdffonts', [file]);
  expect(fonts).not.toMatch(/Type 3/);
  for (const font of fonts.trim().split('\n').slice(2)) expect(font).toMatch(/CID TrueType.* yes yes yes/);
});

test('two people settle at one desk what one of them may not decide alone', async () => {
  test.setTimeout(400_000);
  const lines: string[] = [];
  const own = path.join(dir, 'two');
  const text = `
office: { name: 凤凰社区居委会, code: PHX-0371, prefix: 凤社 }
clock: 2026-10-08T09:30:00+08:00
people:
  - { name: 王登记, roles: [管理员], passphrase: phoenix desk 2026 ledger }
  - { name: 李经办, roles: [登记员, 承办人], passphrase: 三号楼的电梯又停了一天 }
  - { name: 赵主任, roles: [负责人], passphrase: 负责人看完了再批一遍吧 }
steps:
  - lock: true
  - login: 李经办
  - register: { as: lift, fields: { 姓名: 李小样, 反映内容: 电梯停了两天。 } }
  - step: { case: lift, do: 受理, fields: { 受理意见: 属实，受理。 } }
  - expect: { case: lift, deadlines: [{ name: 答复, due: 2026-10-19 }] }
  - ask: { case: lift, extension: 答复, reason: 等配件。 }
  - ask: { case: lift, extension: 答复, reason: 再催一次。 }
    refused: 延期已送批，等负责人答复
  - lock: true
  - login: 赵主任
  - answer: { case: lift, about: 答复延期, answer: 不批 }
    refused: 还没写理由
  - answer: { case: lift, about: 答复延期, answer: 批准, reason: 同意。 }
  - expect: { case: lift, deadlines: [{ name: 答复, due: 2026-10-28 }] }
  - extend: { case: lift, limit: 答复, reason: 再多些。 }
    refused: 原来是
`;
  const held = await runScenario({
    ...{ text, dir: own, profile: path.join(own, 'profile'), say: line => lines.push(line) },
  });
  expect(held, lines.join('\n')).toBe(true);
});

test('a month and a quarter are proposed by one person, sent back, and approved by another', async () => {
  test.setTimeout(300_000);
  const lines: string[] = [];
  const own = path.join(dir, 'closes');
  const text = `
office: { name: 凤凰社区居委会, code: PHX-0371, prefix: 凤社 }
clock: 2026-10-08T09:30:00+08:00
people:
  - { name: 赵主任, roles: [负责人], passphrase: 负责人看完了再批一遍吧 }
  - { name: 孙统计, roles: [档案统计员], passphrase: 每月一号先把账对一遍 }
steps:
  - procedures: [mall-customer-complaints]
  - register: { as: lift, fields: { 姓名: 李小样, 反映内容: 电梯停了两天。 } }
  - lock: true
  - { login: 孙统计, at: 2027-01-02T09:00:00+08:00 }
  - month_close: { period: 2026-10, remark: 等配件。 }
  - month_close: { period: 2026-Q4, duty: 上报顾客意见建议汇总表 }
  - lock: true
  - login: 赵主任
  - close_answer: { period: 2026-Q4, duty: 上报顾客意见建议汇总表, answer: 退回, reason: 先问各部门。 }
  - close_answer: { period: 2026-10, answer: 批准 }
  - lock: true
  - login: 孙统计
  - month_close: { period: 2026-Q4, duty: 上报顾客意见建议汇总表 }
  - lock: true
  - login: 赵主任
  - close_answer: { period: 2026-Q4, duty: 上报顾客意见建议汇总表, answer: 批准 }
`;
  const held = await runScenario({
    ...{ text, dir: own, profile: path.join(own, 'profile'), say: line => lines.push(line) },
  });
  expect(held, lines.join('\n')).toBe(true);
});

test('a paper is signed on the screen, and another one is replaced by the file that was made of it', async () => {
  test.setTimeout(400_000);
  const lines: string[] = [];
  const own = path.join(dir, 'papers-of-its-own');
  const text = `
office: { name: 凤凰社区居委会, code: PHX-0371, prefix: 凤社 }
clock: 2026-10-08T09:30:00+08:00
people: [{ name: 王登记, roles: [登记员, 承办人, 负责人, 管理员], passphrase: phoenix desk 2026 ledger }]
steps:
  - register: { as: lamp, fields: { 姓名: 李小样, 反映内容: 楼道灯坏了三天。 } }
  - sign_on_pad: { case: lamp, form: PHX-01, signer: 李小样, complete: true }
  - register: { as: lift, fields: { 姓名: 范小样, 反映内容: 电梯停了两天。 } }
  - print: { case: lift, form: PHX-01 }
  - replace_paper: { case: lift, form: PHX-01, file: papers/lift/PHX-01.pdf, reason: 这是同一份。 }
    refused: 选的文件就是现在这一份
  - correct: { case: lift, fields: { 反映内容: 电梯停了三天。 }, reason: 少写了一天。 }
  - replace_paper: { case: lift, form: PHX-01, file: papers/lift/PHX-01.pdf, reason: 就用印过的那一份。 }
`;
  const held = await runScenario({
    ...{ text, dir: own, profile: path.join(own, 'profile'), say: line => lines.push(line) },
  });
  expect(held, lines.join('\n')).toBe(true);
  expect(lines.join('\n')).toMatch(/sign_on_pad.*已在屏上签字/s);
});

test('headquarters orders an answer about a case it was told of, and gets it with the next month', async () => {
  test.setTimeout(400_000);
  const lines: string[] = [];
  const own = path.join(dir, 'orders');
  const text = `
office: { name: 凤凰社区居委会, code: PHX-0371, prefix: 凤社 }
clock: 2026-10-28T09:30:00+08:00
people: [{ name: 王登记, roles: [登记员, 承办人, 负责人, 管理员], passphrase: phoenix desk 2026 ledger }]
headquarters: local
steps:
  - register: { as: lift, fields: { 姓名: 李小样, 反映内容: 电梯停了两天。 } }
  - order: { case: lift, text: 什么时候修好？, days: 3 }
    refused: 报来的案卷包里没有这一件
  - { at: 2026-10-31T16:00:00+08:00, month_close: { period: 2026-10 } }
  - export: { period: 2026-10 }
  - sync: { expect: accepted }
  - order: { case: lift, text: 什么时候修好？, days: 3 }
    at: 2026-11-02T09:00:00+08:00
  - expect: { case: lift, deadlines: [{ name: 督办答复, due: 2026-11-05 }] }
  - order: { case: lift, kind: 催办, text: 月底再报一次。, due: 2026-11-30, early: false }
  - answer_order: { case: lift, text: 周三修好。 }
  - answer_order: { case: lift, text: 提前报。 }
    refused: 不要提前
  - { at: 2026-12-01T09:00:00+08:00, month_close: { period: 2026-11 } }
  - export: { period: 2026-11 }
  - sync: { expect: accepted }
`;
  const held = await runScenario({
    ...{ text, dir: own, profile: path.join(own, 'profile'), say: line => lines.push(line) },
  });
  expect(held, lines.join('\n')).toBe(true);
  const listed = expectOk(await listOrders(path.join(own, 'hq')));
  expect(listed.map(({ order, answer }) => [order.text, answer?.text])).toEqual([
    ['什么时候修好？', '周三修好。'],
    ['月底再报一次。', undefined],
  ]);
});

test('a role nobody knows is a clear error before anything starts', () => {
  const text = `
office: { name: 凤凰社区居委会, code: PHX-0371 }
clock: 2026-10-08T09:30:00+08:00
people:
  - { name: 王登记, roles: [登记员], passphrase: x }
  - { name: 李经办, roles: [跑腿], passphrase: y }
steps: [{ lock: true }]`;
  expect(() => readScenario(text)).toThrow('没有“跑腿”这项职责');
});

test('a verb nobody has taught the runner is a clear error before anything starts', () => {
  const text = `
office: { name: 凤凰社区居委会, code: PHX-0371 }
clock: 2026-10-08T09:30:00+08:00
people: [{ name: 王登记, roles: [登记员], passphrase: x }]
steps: [{ telephone: 110 }]`;
  expect(() => readScenario(text)).toThrow('还不会“telephone”');
});
