import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { hasErrno, isSystemError } from '#electron/files/storage-error.ts';
import { enrolOffice } from './hq.enrol.ts';
import { HqFault, hqRefusing } from './hq.fault.ts';
import { commandCheck } from './check/check.command.ts';
import { hqFolder } from './hq.folder.ts';
import { initHeadquarters } from './hq.init.ts';
import { rebuild } from './hq.rebuild.ts';
import type { ImportRefusal } from './hq.refusals.ts';
import { jsonText, parseJson, readCard } from './hq.store.ts';
import { commandOrder, commandOrders, orderMeant, type OrderWords } from './orders.command.ts';
import { importMany, type FileResult } from './import-many.ts';
import { serve } from './receiver/serve.ts';
import { setAddress } from './receiver/set-address.ts';
import { sentenceOf } from './hq.refusals.ts';

export type Print = (line: string) => void;

export const USAGE = [
  '用法：',
  '  hq init 文件夹 [--name 名称]            建立上级，生成密钥和卡片',
  '  hq card --data 文件夹                   显示上级的卡片（发给各社区）',
  '  hq address 网址 --data 文件夹 [--pin 证书或公钥…] [--ca 证书]',
  '                                          把接收案卷包的网址、证书钥匙写上卡片；--pin 可写两次，第二个备用',
  '  hq enrol 社区卡片… --data 文件夹 [--new-token]',
  '                                          登记社区，写出带口令的专用卡片',
  '  hq import 案卷包或文件夹… --data 文件夹 导入案卷包，写出签名的回执',
  '  hq order --office 代码 --case 案件 --due 日期 --text 内容 --data 文件夹',
  '                                          写一份签名的督办单；--days 数 代替 --due：收到后几个工作日；',
  '                                          --urge 催办；--not-early 要到那天再答复',
  '  hq orders --data 文件夹                 列出督办单：收到没有，答复没有',
  '  hq serve --data 文件夹 --listen 主机:端口 [--tls-key 密钥 --tls-cert 证书]',
  '                                          从网络接收案卷包，直到按 Ctrl+C',
  '  hq rebuild --data 文件夹                由保存的案卷包重建台账',
  '  hq check 案卷包… [--key 密钥文件] [--card 社区卡片] [--as bag|bundle]',
  '                                          核对任何 BagIt 袋：文件夹、zip 或加密的案卷包',
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

async function commandEnrol(
  files: readonly string[],
  dataDir: string,
  { newToken }: Pick<Arguments, 'newToken'>,
  print: Print,
): Promise<boolean> {
  let good = true;
  for (const file of files) {
    const read = await hqRefusing(() => readOfficeCard(file));
    const result = read.ok ? await enrolOffice(dataDir, read.value, { newToken }) : read;
    good &&= result.ok;
    if (!result.ok) {
      refusalLines(path.basename(file), result.error).forEach(print);
      continue;
    }
    const { state, card, handOver } = result.value;
    print(shown(`✓ ${ENROLLED[state]}  ${card.code} ${card.name}`));
    if (handOver !== undefined)
      print(`  专用卡片（里面有网络报送的口令，只给这一社区，交到后删除）：${handOver}`);
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

async function commandAddress(
  address: string,
  dataDir: string,
  { pin, ca }: Pick<Arguments, 'pin' | 'ca'>,
  print: Print,
): Promise<boolean> {
  const result = await setAddress(dataDir, { address, pinned: pin, ...(ca === undefined ? {} : { ca }) });
  if (!result.ok) {
    refusalLines(address, result.error).forEach(print);
    return false;
  }
  print(`✓ 卡片上的网址：${address}`);
  if (result.value.pins?.length === 1)
    print('  只写了一把证书钥匙。请再准备一把备用的，用第二个 --pin 写上。');
  print('  请用 hq enrol --new-token 给各社区重新写专用卡片。');
  return true;
}

/** Runs until the person at the console ends it. */
async function commandServe(
  dataDir: string,
  { listen = '', tlsKey, tlsCert }: Pick<Arguments, 'listen' | 'tlsKey' | 'tlsCert'>,
  print: Print,
): Promise<boolean> {
  const onResult = (file: string, result: FileResult['result']): void =>
    importLines({ file, result }).forEach(print);
  const started = await serve(dataDir, { listen, tlsKey, tlsCert, onResult });
  if (!started.ok) {
    refusalLines(listen, started.error).forEach(print);
    return false;
  }
  print(
    `✓ 正在接收案卷包：${listen.slice(0, listen.lastIndexOf(':'))}:${started.value.port}，按 Ctrl+C 停止`,
  );
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await started.value.close();
  print('已停止。');
  return true;
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

async function checkEach(
  targets: readonly string[],
  { key, card, as }: Partial<Pick<Arguments, 'key' | 'card' | 'as'>>,
  print: Print,
): Promise<boolean> {
  let good = true;
  for (const target of targets)
    good = (await commandCheck(target, { key, card, as }, line => print(shown(line)))) && good;
  return good;
}

interface Arguments {
  readonly command: string | undefined;
  readonly rest: readonly string[];
  readonly data: string | undefined;
  readonly name: string | undefined;
  readonly key: string | undefined;
  readonly card: string | undefined;
  readonly as: 'bag' | 'bundle' | undefined;
  readonly order: OrderWords;
  readonly listen: string | undefined;
  readonly tlsKey: string | undefined;
  readonly tlsCert: string | undefined;
  readonly pin: readonly string[];
  readonly ca: string | undefined;
  readonly newToken: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

function readArguments(args: readonly string[]): Arguments | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ data: text, name: text, key: text, card: text, as: text },
        ...{ office: text, case: text, due: text, days: text, text, urge: flag, 'not-early': flag },
        ...{ listen: text, 'tls-key': text, 'tls-cert': text, ca: text },
        ...{ pin: { type: 'string', multiple: true }, 'new-token': flag },
      },
    });
    const [command, ...rest] = positionals;
    const { data, name, key, card, as, ...order } = values;
    if (as !== undefined && as !== 'bag' && as !== 'bundle') return undefined;
    const { listen, 'tls-key': tlsKey, 'tls-cert': tlsCert, ca, pin = [], 'new-token': newToken } = values;
    return {
      ...{ command, rest, data, name, key, card, as, order },
      ...{ listen, tlsKey, tlsCert, ca, pin, newToken: newToken ?? false },
    };
  } catch {
    // An unknown option: usage is the answer.
    return undefined;
  }
}

/** Runs one command line; answers with the exit code: 0 only if everything was done or already so. */
export async function runCommand(args: readonly string[], print: Print): Promise<number> {
  const given = readArguments(args);
  const act = (): Promise<boolean> | undefined => {
    if (given === undefined) return undefined;
    const { command, rest, data, name = DEFAULT_NAME, ...how } = given;
    const [first] = rest;
    if (command === 'init') return first === undefined ? undefined : commandInit(first, name, print);
    if (command === 'check') return first === undefined ? undefined : checkEach(rest, how, print);
    if (data === undefined) return undefined;
    if (command === 'card') return commandCard(data, print);
    if (command === 'rebuild') return commandRebuild(data, print);
    if (command === 'orders') return commandOrders(data, line => print(shown(line)));
    const asked = command === 'order' ? orderMeant(how.order) : undefined;
    if (asked) return commandOrder(data, asked, line => print(shown(line)));
    if (command === 'serve') return how.listen === undefined ? undefined : commandServe(data, how, print);
    if (first === undefined) return undefined;
    if (command === 'address') return commandAddress(first, data, how, print);
    if (command === 'enrol') return commandEnrol(rest, data, how, print);
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
