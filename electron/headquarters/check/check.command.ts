import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BAG_RULES, type BagFault, type BagRuleName } from '#shared/bagit/bag.rules.ts';
import { BUNDLE_SENTENCES } from '#shared/bundle/bundle.refusals.ts';
import { FORMAT_RULES, type FormatRuleName } from '#shared/bundle/format.rules.ts';
import { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import { BundleFault } from '#electron/bundles/bundle.fault.ts';
import { DEFAULT_LIMITS } from '#electron/bundles/bundle.limits.ts';
import { isSystemError } from '#electron/files/storage-error.ts';
import { parseJson } from '../hq.store.ts';
import { checkBag } from './bag.check.ts';
import type { BagSource } from './bag.source.ts';
import { checkFormat } from './format.check.ts';
import { openBag, readIdentities, type OpenedBag } from './opened.bag.ts';

export interface CheckOptions {
  /** File with age identities, for a sealed bundle. */
  readonly key: string | undefined;
  /** File with the card of the office that is to have signed. */
  readonly card: string | undefined;
  /** `bag`: by RFC 8493 alone; `bundle`: by format 1 as well; without it, as the bag presents itself. */
  readonly as: 'bag' | 'bundle' | undefined;
}

type Fault = BagFault<BagRuleName | FormatRuleName>;

const RULES = { ...BAG_RULES, ...FORMAT_RULES };
const LEVELS = { error: '✗', warning: '△' } as const;

const isError = ({ rule }: Fault): boolean => RULES[rule].level === 'error';

function faultLine({ rule, file, detail }: Fault): string {
  const { level, text } = RULES[rule];
  const section = rule in BAG_RULES ? BAG_RULES[rule as BagRuleName].section : '–';
  const where = section === '–' ? '' : `（RFC 8493 §${section}）`;
  const more = detail === undefined || detail === '' ? '' : `：${detail}`;
  return `${LEVELS[level]} ${file}  ${rule}${where}  ${text.zh}${more}`;
}

const looksLikeBundle = ({ files }: BagSource): boolean =>
  files.some(({ path: file }) => file === 'data/office.json' || file.endsWith('.txt.minisig'));

async function faultsOf(
  { source, kind, zipFault }: OpenedBag,
  target: string,
  signingKey: string | undefined,
  as: CheckOptions['as'],
) {
  const bag = await checkBag(source, DEFAULT_LIMITS);
  const asBundle = as === undefined ? kind === 'age' || looksLikeBundle(source) : as === 'bundle';
  if (!asBundle) return { bag, asBundle, faults: bag.faults as readonly Fault[] };
  const format = await checkFormat(source, bag, {
    limits: DEFAULT_LIMITS,
    ...(signingKey === undefined ? {} : { signingKey }),
    ...(kind === 'age' ? { fileName: path.basename(target) } : {}),
  });
  const zip: readonly Fault[] =
    zipFault === undefined
      ? []
      : [{ rule: 'format1/zip', file: path.basename(target), detail: `${zipFault.code} ${zipFault.detail}` }];
  return { bag, asBundle, faults: [...bag.faults, ...zip, ...format.faults] as readonly Fault[] };
}

const refused = (code: BundleFault['code'], detail: string): readonly string[] => [
  `✗ ${code}${detail === '' ? '' : `（${detail}）`}`,
  `  ${BUNDLE_SENTENCES[code].zh}`,
];

async function check(
  target: string,
  { key, card, as }: CheckOptions,
  print: (line: string) => void,
): Promise<boolean> {
  const identities = key === undefined ? undefined : await readIdentities(key);
  if (key !== undefined && identities === undefined) {
    print(`✗ ${key}  其中没有 age 密钥（AGE-SECRET-KEY-1…）`);
    return false;
  }
  const office = card === undefined ? undefined : OfficeCard.safeParse(parseJson(await readFile(card)));
  if (office?.success === false) {
    print(`✗ ${card}  不是社区卡片`);
    return false;
  }
  const opened = await openBag(target, identities, DEFAULT_LIMITS);
  if (opened === 'key-wanted') {
    print(`✗ ${target}  是加密的案卷包，请用 --key 给出上级的密钥文件`);
    return false;
  }
  try {
    const { bag, asBundle, faults } = await faultsOf(opened, target, office?.data.signing_key, as);
    const errors = faults.filter(isError);
    [...errors, ...faults.filter(fault => !isError(fault))].map(faultLine).forEach(print);
    const { declared, payload } = bag;
    const held = asBundle ? '、案卷包格式 1' : '';
    print(
      `${errors.length === 0 ? '✓ 有效' : '✗ 无效'}  ${target}（BagIt ${declared.major}.${declared.minor}${held}；内容 ${payload.files} 个文件，${payload.bytes} 字节；错误 ${errors.length}，提示 ${faults.length - errors.length}）`,
    );
    if (asBundle && card === undefined)
      print('  签名用袋中社区卡片的公钥核对；要核实来历，请用 --card 给出已登记的社区卡片。');
    return errors.length === 0;
  } finally {
    await opened.close();
  }
}

/** `hq check`: prints every fault with file and rule; true only where the bag is valid. */
export async function commandCheck(
  target: string,
  options: CheckOptions,
  print: (line: string) => void,
): Promise<boolean> {
  try {
    return await check(target, options, print);
  } catch (cause) {
    if (cause instanceof BundleFault) refused(cause.code, cause.detail).forEach(print);
    else if (isSystemError(cause)) print(`✗ ${target}  读不出：${cause.message}`);
    else throw cause;
    return false;
  }
}
