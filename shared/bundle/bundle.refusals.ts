import type { Text } from '#shared/core/text.ts';

/** Why a bundle was not written. Nothing under the final name is left behind by any of them. */
export type BundleWriteCode =
  | 'bundle/no-recipient'
  | 'bundle/bad-recipient'
  | 'bundle/exists'
  | 'bundle/disk-full'
  | 'bundle/target-limit'
  | 'bundle/target-gone'
  | 'bundle/target-refused'
  | 'bundle/source-unreadable'
  | 'bundle/source-changed'
  | 'bundle/cancelled'
  | 'bundle/verify-failed';

/** Why a bundle was not taken in, in the order in which it is looked at; the last one is about this machine. */
export type BundleReadCode =
  | 'bundle/unreadable'
  | 'bundle/too-large'
  | 'bundle/broken-age'
  | 'bundle/wrong-recipient'
  | 'bundle/broken-zip'
  | 'bundle/unsafe-name'
  | 'bundle/duplicate-name'
  | 'bundle/not-a-bag'
  | 'bundle/newer-format'
  | 'bundle/bad-bag-info'
  | 'bundle/unknown-office'
  | 'bundle/bad-signature'
  | 'bundle/unlisted-file'
  | 'bundle/missing-file'
  | 'bundle/oxum-mismatch'
  | 'bundle/hash-mismatch'
  | 'bundle/bad-content'
  | 'bundle/broken-chain'
  | 'bundle/staging-failed';

/** Why a bundle that is sound in itself does not follow what the headquarters has from that office. */
export type BundleOrderCode = 'bundle/gap' | 'bundle/fork' | 'bundle/rollback';

export type ReceiptCode =
  | 'receipt/malformed'
  | 'receipt/other-key'
  | 'receipt/bad-signature'
  | 'receipt/other-bundle'
  | 'receipt/other-file';

/** A receipt may name any of these as its reason. */
export type BundleImportCode = BundleReadCode | BundleOrderCode;

export type BundleCode = BundleWriteCode | BundleReadCode | BundleOrderCode | ReceiptCode;

const damaged = {
  zh: '请回社区重新拷贝这一案卷包，再导入一次。',
  en: 'Have the office copy the bundle again, then import it once more.',
};
const notGenuine = {
  zh: '请不要使用这一文件，并与社区核实它的来历。',
  en: 'Do not use this file; ask the office where it came from.',
};

const sentence = (zh: string, en: string, then?: Text): Text =>
  then === undefined ? { zh, en } : { zh: zh + then.zh, en: `${en} ${then.en ?? ''}` };

/** What happened, what was kept, and what to do. A bundle that is refused has changed nothing. */
export const BUNDLE_SENTENCES: Readonly<Record<BundleCode, Text>> = {
  'bundle/no-recipient': sentence(
    '没有上级的公钥，案卷包无法加密，未写出。请先导入上级的卡片（headquarters.json）。',
    'There is no headquarters key to encrypt to; nothing was written. Import the headquarters card first.',
  ),
  'bundle/bad-recipient': sentence(
    '上级卡片中的公钥格式不对，未写出。请重新索取上级的卡片。',
    'A key on the headquarters card is malformed; nothing was written. Ask for the card again.',
  ),
  'bundle/exists': sentence(
    '目标位置已有同名案卷包，没有覆盖。请换一个位置，或确认后选择替换。',
    'A bundle of that name is already there and was left alone. Choose another place, or replace it.',
  ),
  'bundle/disk-full': sentence(
    '目标磁盘空间不足，案卷包未写出，台账没有变化。请清出空间或换一个U盘。',
    'The target is full; the bundle was not written, the records are unchanged. Free some space or use another drive.',
  ),
  'bundle/target-limit': sentence(
    '目标磁盘放不下这么大的文件（FAT32 单个文件上限 4 GB），未写出。请换用 exFAT 或 NTFS 格式的U盘。',
    'The target cannot hold a file this large (FAT32 ends at 4 GB); nothing was written. Use a drive formatted as exFAT or NTFS.',
  ),
  'bundle/target-gone': sentence(
    '目标位置不见了（U盘被拔出或文件夹不存在），案卷包未写完，台账没有变化。请插好后重新写出。',
    'The target has gone (drive pulled out, or no such folder); the bundle was not finished, the records are unchanged. Put it back and write again.',
  ),
  'bundle/target-refused': sentence(
    '目标位置不允许写入（只读或没有权限），未写出。请检查U盘的写保护开关或换一个位置。',
    'The target does not allow writing (read-only, or no permission); nothing was written. Check the write-protect switch or choose another place.',
  ),
  'bundle/source-unreadable': sentence(
    '台账中有一份文书或附件读不出来，案卷包未写出。请先运行数据检查。',
    'A paper or attachment could not be read; the bundle was not written. Run the data check first.',
  ),
  'bundle/source-changed': sentence(
    '有一份文书或附件与登记的内容不一致，案卷包未写出。请先运行数据检查。',
    'A paper or attachment is not what was recorded; the bundle was not written. Run the data check first.',
  ),
  'bundle/cancelled': sentence('已取消，没有留下案卷包。', 'Cancelled; no bundle was left behind.'),
  'bundle/verify-failed': sentence(
    '写出后读回的内容与写入的不一致，这一案卷包不可用。请换一个U盘重新写出。',
    'What was read back is not what was written; this copy is of no use. Write again to another drive.',
  ),
  'bundle/unreadable': sentence(
    '文件打不开或读不完整。',
    'The file cannot be opened or read to its end.',
    damaged,
  ),
  'bundle/too-large': sentence(
    '案卷包超过了允许的大小或文件数，未导入。请与社区核实；确有需要时由管理员放宽上限。',
    'The bundle is over the permitted size or number of files and was not imported. Ask the office; an administrator can raise the limit.',
  ),
  'bundle/broken-age': sentence(
    '加密外层已损坏或不完整，或者这不是案卷包，未导入。',
    'The encryption layer is damaged or cut short, or this is no bundle; it was not imported.',
    damaged,
  ),
  'bundle/wrong-recipient': sentence(
    '这一案卷包不是加密给本上级的，打不开，未导入。请社区用本上级的卡片重新导出。',
    'This bundle is not encrypted to this headquarters and was not imported. Have the office export again with this card.',
  ),
  'bundle/broken-zip': sentence(
    '解密后的压缩包已损坏或含有不支持的内容，未导入。',
    'The ZIP inside is damaged or holds what is not supported; it was not imported.',
    damaged,
  ),
  'bundle/unsafe-name': sentence(
    '包内有不安全的文件名，未导入。',
    'The bundle holds an unsafe file name and was not imported.',
    notGenuine,
  ),
  'bundle/duplicate-name': sentence(
    '包内有重复的文件名，未导入。',
    'The bundle holds the same file name twice and was not imported.',
    notGenuine,
  ),
  'bundle/not-a-bag': sentence(
    '包内结构不是案卷包（BagIt），缺少必需的文件，未导入。',
    'The content is not a case bundle (BagIt): required files are missing. It was not imported.',
    damaged,
  ),
  'bundle/newer-format': sentence(
    '案卷包的格式比本程序新，未导入。请先更新上级的程序。',
    'The bundle is of a newer format and was not imported. Update the program at the headquarters first.',
  ),
  'bundle/bad-bag-info': sentence(
    '案卷包的说明（bag-info.txt）不完整或与内容不符，未导入。',
    'bag-info.txt is incomplete or does not fit the content; the bundle was not imported.',
    damaged,
  ),
  'bundle/unknown-office': sentence(
    '这一社区尚未登记，未导入。请先核实并登记它的卡片（hq enrol），再导入一次。',
    'This office is not enrolled; the bundle was not imported. Check and enrol its card (hq enrol), then import again.',
  ),
  'bundle/bad-signature': sentence(
    '签名不是已登记的社区密钥所签，未导入。',
    'The signature is not by the enrolled key of the office; the bundle was not imported.',
    notGenuine,
  ),
  'bundle/unlisted-file': sentence(
    '包内有清单上没有的文件，未导入。',
    'The bundle holds a file that is in no manifest; it was not imported.',
    notGenuine,
  ),
  'bundle/missing-file': sentence(
    '清单上的文件在包内找不到，未导入。',
    'A file of the manifest is not in the bundle; it was not imported.',
    damaged,
  ),
  'bundle/oxum-mismatch': sentence(
    '内容的大小或文件数与声明的不一致，未导入。',
    'The content has more or fewer bytes or files than announced; the bundle was not imported.',
    damaged,
  ),
  'bundle/hash-mismatch': sentence(
    '有文件的校验值不符，内容被改动或已损坏，未导入。',
    'A checksum does not fit: something was altered or damaged. The bundle was not imported.',
    damaged,
  ),
  'bundle/bad-content': sentence(
    '案件或事件数据的格式不对，未导入。请记下包名并联系技术支持。',
    'The data of cases or events is malformed; the bundle was not imported. Note its name and call support.',
  ),
  'bundle/broken-chain': sentence(
    '事件链断开，记录可能被删改，未导入。请与社区核实台账。',
    'The chain of events is broken: records may have been removed or altered. The bundle was not imported. Check the records with the office.',
  ),
  'bundle/staging-failed': sentence(
    '本机磁盘空间不足或不能写入，未导入。请清出空间后再导入一次。',
    'This machine has no room or cannot write; the bundle was not imported. Free some space and import again.',
  ),
  'bundle/gap': sentence(
    '在它之前还有案卷包没有导入，本次未导入。请先导入前面的案卷包。',
    'A bundle before this one has not been imported, so this one was not. Import the earlier bundle first.',
  ),
  'bundle/fork': sentence(
    '它与已导入的案卷包接不上，同一社区可能有两份台账，未导入。请与社区核实是否用过旧备份或两台电脑。',
    'It does not follow the bundle imported last: the office may have two sets of records. It was not imported. Ask whether an old backup or two computers were used.',
  ),
  'bundle/rollback': sentence(
    '它比已导入的案卷包旧，而且不是其中之一，未导入。请与社区核实是否恢复过旧备份。',
    'It is older than what was imported and is none of it; it was not imported. Ask whether an old backup was restored.',
  ),
  'receipt/malformed': sentence(
    '回执或其签名的格式不对，未采用。请重新取得回执。',
    'The receipt or its signature is malformed and was not used. Fetch it again.',
  ),
  'receipt/other-key': sentence(
    '回执不是本上级的密钥所签，未采用。请核实上级的卡片。',
    'The receipt is signed by another key and was not used. Check the headquarters card.',
  ),
  'receipt/bad-signature': sentence(
    '回执的签名不符，内容可能被改动，未采用。请重新取得回执。',
    'The signature of the receipt does not fit: it may have been altered. It was not used. Fetch it again.',
  ),
  'receipt/other-bundle': sentence(
    '回执属于另一个案卷包，未采用。',
    'The receipt belongs to another bundle and was not used.',
  ),
  'receipt/other-file': sentence(
    '上级收到的文件与本机写出的不同，回执未采用。请把案卷包重新送一次。',
    'The headquarters received a different file from the one written here; the receipt was not used. Send the bundle again.',
  ),
};
