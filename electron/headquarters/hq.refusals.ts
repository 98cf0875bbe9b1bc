import type { BundleImportCode } from '#shared/bundle/bundle.refusals.ts';
import { BUNDLE_SENTENCES } from '#shared/bundle/bundle.refusals.ts';
import type { BundleId } from '#shared/core/ids.ts';
import type { Text } from '#shared/core/text.ts';
import type { BundleSender } from '#electron/bundles/staged.bundle.ts';

/** Why the headquarters' own folder or a card was not to be used. */
export type HeadquartersCode =
  | 'hq/already-there'
  | 'hq/not-there'
  | 'hq/damaged'
  | 'hq/busy'
  | 'hq/storage'
  | 'hq/bad-name'
  | 'hq/not-a-folder'
  | 'hq/no-card'
  | 'hq/bad-card'
  | 'hq/other-key'
  | 'hq/no-office'
  | 'hq/no-case'
  | 'hq/bad-order'
  | 'hq/bad-address'
  | 'hq/bad-certificate'
  | 'hq/not-listening';

export interface HeadquartersRefusal {
  readonly code: HeadquartersCode;
  readonly detail?: string;
  readonly cause?: unknown;
}

export interface ImportRefusal {
  readonly code: HeadquartersCode | BundleImportCode;
  readonly detail?: string;
  readonly sender?: BundleSender;
  /** Of the signed receipt that says so, where the sender is proven. */
  readonly receipt?: BundleId;
  readonly cause?: unknown;
}

const HQ_SENTENCES: Readonly<Record<HeadquartersCode, Text>> = {
  'hq/already-there': {
    zh: '这个文件夹已经是一个上级，没有改动。',
    en: 'This folder is a headquarters already; nothing was changed.',
  },
  'hq/not-there': {
    zh: '这个文件夹不是上级的数据文件夹。请先运行 hq init，或检查 --data 后的位置。',
    en: 'This folder holds no headquarters. Run hq init first, or check the place after --data.',
  },
  'hq/damaged': {
    zh: '上级的数据文件已损坏，没有改动。请先备份整个文件夹，再运行 hq rebuild 由保存的案卷包重建；密钥文件损坏时请从备份恢复。',
    en: 'A file of the headquarters is damaged; nothing was changed. Back up the folder and run hq rebuild; restore damaged keys from a backup.',
  },
  'hq/busy': {
    zh: '另一个导入正在进行，没有改动。请等它结束；如确认没有，请删除数据文件夹中的 lock 文件再试。',
    en: 'Another import is running; nothing was changed. Wait for it; if there is none, delete the file lock in the data folder.',
  },
  'hq/storage': {
    zh: '本机磁盘空间不足或不能写入，没有改动。请检查磁盘后再试。',
    en: 'The disk is full or cannot be written to; nothing was changed. Check it and try again.',
  },
  'hq/bad-name': {
    zh: '名称不能为空、过长或分行。请用 --name 给出上级的名称。',
    en: 'The name is empty, too long or not on one line. Give the name of the headquarters with --name.',
  },
  'hq/not-a-folder': {
    zh: '这里已经有一个文件，不是文件夹，没有改动。请换一个位置，或把那个文件移走。',
    en: 'There is a file in this place, not a folder; nothing was changed. Choose another place or move the file away.',
  },
  'hq/no-card': {
    zh: '没有找到这个文件，没有登记。请检查文件名和位置；在 U 盘上的，看看 U 盘插好没有。',
    en: 'There is no such file; nothing was enrolled. Check its name and place, and whether the drive is plugged in.',
  },
  'hq/bad-card': {
    zh: '这不是社区卡片（office.json），没有登记。请重新索取。',
    en: 'This is no office card (office.json); nothing was enrolled. Ask for it again.',
  },
  'hq/other-key': {
    zh: '这一社区已用另一把密钥登记，没有改动。请当面与社区核实是否更换过密钥。',
    en: 'This office is enrolled with another key; nothing was changed. Ask the office in person whether its key was replaced.',
  },
  'hq/no-office': {
    zh: '没有登记过这个代码的社区，没有写督办单。请检查 --office 后的代码；新的社区先运行 hq enrol。',
    en: 'No office of this code is enrolled; no order was written. Check the code after --office, or enrol the office first.',
  },
  'hq/no-case': {
    zh: '这个社区报来的案卷包里没有这一件，没有写督办单。请检查 --case 后的案件编号；刚登记的案件要等下一个案卷包。',
    en: 'No bundle of this office told of this case; no order was written. Check the number after --case; a new case comes with the next bundle.',
  },
  'hq/bad-order': {
    zh: '督办单写得不对，没有写出。内容不能为空，最多 2000 字；--due 是今天或以后三年内的日期（2026-11-20），或者用 --days 写 1 到 250 个工作日，两样写一样。',
    en: 'The order is not right and was not written. The text says something in at most 2000 characters; --due is a day from today on within three years (2026-11-20), or --days 1 to 250 working days: one of the two.',
  },
  'hq/bad-address': {
    zh: '网址要写成 https://主机:端口，后面不带别的；只在本机试用时可以是 http://127.0.0.1:端口。没有改动。',
    en: 'The address must be https://host:port with nothing after it, or http://127.0.0.1:port to try it on this machine. Nothing was changed.',
  },
  'hq/bad-certificate': {
    zh: '证书或它的密钥读不出来，要 PEM 格式。没有改动。',
    en: 'The certificate or its key cannot be read; PEM is needed. Nothing was changed.',
  },
  'hq/not-listening': {
    zh: '这个地址不能监听：可能端口被占用，或本机没有这个地址。请换一个 --listen。',
    en: 'This address cannot be listened on: the port may be in use, or the machine has no such address. Choose another --listen.',
  },
};

export const sentenceOf = (code: ImportRefusal['code']): Text =>
  code in HQ_SENTENCES ? HQ_SENTENCES[code as HeadquartersCode] : BUNDLE_SENTENCES[code as BundleImportCode];
