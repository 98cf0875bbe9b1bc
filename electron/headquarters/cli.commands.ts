import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { hasErrno, isSystemError } from '#electron/files/storage-error.ts';
import { enrolOffice } from './hq.enrol.ts';
import { HqFault, hqRefusing } from './hq.fault.ts';
import { hqFolder } from './hq.folder.ts';
import { initHeadquarters } from './hq.init.ts';
import { rebuild } from './hq.rebuild.ts';
import type { ImportRefusal } from './hq.refusals.ts';
import { jsonText, parseJson, readCard } from './hq.store.ts';
import { importMany, type FileResult } from './import-many.ts';
import { sentenceOf } from './hq.refusals.ts';

export type Print = (line: string) => void;

export const USAGE = [
  '用法：',
  '  hq init 文件夹 [--name 名称]            建立上级，生成密钥和卡片',
  '  hq card --data 文件夹                   显示上级的卡片（发给各社区）',
  '  hq enrol 社区卡片… --data 文件夹        登记社区',
  '  hq import 案卷包或文件夹… --data 文件夹 导入案卷包，写出签名的回执',
  '  hq rebuild --data 文件夹                由保存的案卷包重建台账',
].join('\n');

const DEFAULT_NAME = '上级单位';
const USAGE_ERROR = 2;

/** Text from a bundle or a file name must not steer the terminal. */
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '?');

function refusalLines(what: string, { code, detail, sender, receipt }: ImportRefusal): readonly string[] {
  const from = sender === undefined ? '' : `，来自 ${sender.code} ${sender.name}`;
  const proven = sender === undefined || sender.authenticated ? '' : '（未经核实）';
  return [
    `✗ 拒绝  ${what}${from}${proven}`,
    `  规则：${code}${detail === undefined ? '' : `（${detail}）`}`,
    `  ${sentenceOf(code).zh}`,
    ...(receipt === undefined ? [] : [`  已写出签名的拒收回执：${receipt}`]),
  ].map(shown);
}

function importLines({ file, result }: FileResult): readonly string[] {
  const name = path.basename(file);
  if (!result.ok) return refusalLines(name, result.error);
  const { state, receipt, receiptFile } = result.value;
  const { cases = 0, events = 0, documents = 0, attachments = 0 } = receipt.counts ?? {};
  return [
    `✓ ${state === 'accepted' ? '已接收' : '此前已接收，没有变化'}  ${name}`,
    `  ${receipt.office}，${receipt.period}，第 ${receipt.sequence} 包：案件 ${cases}，事件 ${events}，文书 ${documents}，附件 ${attachments}`,
    `  回执：${receiptFile}`,
  ].map(shown);
}

async function commandImport(files: readonly string[], dataDir: string, print: Print): Promise<boolean> {
  const results = await importMany(files, dataDir, {}, each => importLines(each).forEach(print));
  const good = results.filter(each => each.result.ok).length;
  print(
    results.length === 0
      ? '没有找到案卷包（*.age）。'
      : `共 ${results.length} 个，接收 ${good}，拒绝 ${results.length - good}。`,
  );
  return results.length > 0 && good === results.length;
}

async function readOfficeCard(file: string): Promise<unknown> {
  try {
    return parseJson(await readFile(file));
  } catch (cause) {
    if (hasErrno(cause, 'ENOENT', 'ENOTDIR')) throw new HqFault('hq/no-card', '', cause);
    // A file that cannot be read is no card; the refusal names it.
    if (isSystemError(cause)) return undefined;
    throw cause;
  }
}

const ENROLLED = { enrolled: '已登记', updated: '已更新', 'already-there': '此前已登记，没有变化' } as const;

async function commandEnrol(files: readonly string[], dataDir: string, print: Print): Promise<boolean> {
  let good = true;
  for (const file of files) {
    const read = await hqRefusing(() => readOfficeCard(file));
    const result = read.ok ? await enrolOffice(dataDir, read.value) : read;
    good &&= result.ok;
    if (!result.ok) refusalLines(path.basename(file), result.error).forEach(print);
    else
      print(shown(`✓ ${ENROLLED[result.value.state]}  ${result.value.card.code} ${result.value.card.name}`));
  }
  return good;
}

async function commandInit(folder: string, name: string, print: Print): Promise<boolean> {
  const result = await initHeadquarters(folder, { name });
  if (!result.ok) {
    refusalLines(folder, result.error).forEach(print);
    return false;
  }
  print(`✓ 已建立上级“${result.value.name}”：${folder}`);
  print(`  发给各社区的卡片：${hqFolder(folder).card}`);
  print(`  密钥在 ${hqFolder(folder).keys}。请立即备份；sealed.agekey 应交专人另行保管。`);
  return true;
}

async function commandCard(dataDir: string, print: Print): Promise<boolean> {
  const card = await hqRefusing(() => readCard(dataDir));
  if (card.ok) print(jsonText(card.value).trimEnd());
  else refusalLines(dataDir, card.error).forEach(print);
  return card.ok;
}

async function commandRebuild(dataDir: string, print: Print): Promise<boolean> {
  const result = await rebuild(dataDir);
  if (!result.ok) {
    refusalLines(dataDir, result.error).forEach(print);
    return false;
  }
  const { offices, bundles, problems } = result.value;
  print(`✓ 已重建：社区 ${offices}，案卷包 ${bundles}。`);
  for (const { file, code } of problems) refusalLines(file, { code }).forEach(print);
  return problems.length === 0;
}

interface Arguments {
  readonly command: string | undefined;
  readonly rest: readonly string[];
  readonly data: string | undefined;
  readonly name: string | undefined;
}

function readArguments(args: readonly string[]): Arguments | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { data: { type: 'string' }, name: { type: 'string' } },
    });
    const [command, ...rest] = positionals;
    return { command, rest, data: values.data, name: values.name };
  } catch {
    // An unknown option: usage is the answer.
    return undefined;
  }
}

/** Runs one command line; answers with the exit code: 0 only if everything was done or already so. */
export async function runCommand(args: readonly string[], print: Print): Promise<number> {
  const { command, rest = [], data, name = DEFAULT_NAME } = readArguments(args) ?? {};
  const [first] = rest;
  const act = (): Promise<boolean> | undefined => {
    if (command === 'init') return first === undefined ? undefined : commandInit(first, name, print);
    if (data === undefined) return undefined;
    if (command === 'card') return commandCard(data, print);
    if (command === 'rebuild') return commandRebuild(data, print);
    if (first === undefined) return undefined;
    if (command === 'enrol') return commandEnrol(rest, data, print);
    if (command === 'import') return commandImport(rest, data, print);
    return undefined;
  };
  const done = act();
  if (done === undefined) {
    print(USAGE);
    return USAGE_ERROR;
  }
  return (await done) ? 0 : 1;
}
