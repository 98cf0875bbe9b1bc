import { transferFileName, type TransferName } from '#shared/transfer/transfer.schema.ts';
import { checkingCommands } from '../bundles/readme.text.ts';

/** `data/README.txt`: how to read a package without the program that made it. */
export function transferReadme(name: TransferName, signingKey: string): string {
  const commands = checkingCommands(transferFileName(name), 'transfer.key', signingKey);
  return `${[...chinese(commands), '', ...english(commands)].join('\n')}\n`;
}

const chinese = (commands: readonly string[]): readonly string[] => [
  '转办（分送）案件说明',
  '====================',
  '',
  '本包是一个单位转给另一个单位的一件案件，只使用公开的格式：',
  '  age（加密）、ZIP、BagIt（RFC 8493）、minisign（签名）、JSON、PDF、UTF-8 文本。',
  '',
  '核对方法（transfer.key 是收件单位的密钥）：',
  '',
  ...commands,
  '',
  '转出单位的公钥应以当初读入的名片为准，而不是以本包内的 office.json 为准。',
  '',
  '内容：',
  '  data/office.json           转出单位的名片',
  '  data/transfer.json         案件：登记的内容（fields，words 是给人看的）、转办的理由、文书和附件的名称',
  '  data/documents/            打印的文书（PDF）',
  '  data/attachments/          附件，以内容的 SHA-256 命名；图片和 M4A 录音已去掉地点、设备等',
  '  data/signatures/           在屏幕上签的字：笔画的点（横、竖、用力），画在 2000 宽的框里；',
  '                             谁签的、什么时候、签在哪份文书（SHA-256）上，在 transfer.json 的 signed_on_screen 里',
  '',
  '要求保密的人的身份不在本包里：fields 中 value 是 null，words 是代号；别处写到的已用 ■ 盖住；',
  '写有身份的文书和附件没有随案转出，件数在 withheld 里。转出的人勾选随案转来的（不含姓名）和理由在 along 里。',
];

const english = (commands: readonly string[]): readonly string[] => [
  'About this package',
  '==================',
  '',
  'This is one case that one office sends to another. It uses published formats only:',
  '  age (encryption), ZIP, BagIt (RFC 8493), minisign (signature), JSON, PDF, UTF-8 text.',
  '',
  'To check it (transfer.key is the key of the office it is for):',
  '',
  ...commands,
  '',
  'Trust the public key on the card that was read once, not the office.json in here.',
  '',
  'Content:',
  '  data/office.json           card of the office that sends it',
  '  data/transfer.json         the case: what was registered (fields, words for people), why it is sent,',
  '                             names of papers and attachments',
  '  data/documents/            papers as printed (PDF)',
  '  data/attachments/          attachments, named by the SHA-256 of their content; pictures and M4A',
  '                             recordings without place and device',
  '  data/signatures/           what was signed on the screen: points of the strokes (across, down, pressure) on a',
  '                             field 2000 wide; who signed which paper (SHA-256) and when is in signed_on_screen',
  '                             of transfer.json',
  '',
  'Who asked for secrecy is not in this package: value is null and words a code, elsewhere the words are',
  'covered by ■; papers and attachments that tell who it is stay with the sender, counted in withheld.',
  'What was ticked to come along all the same (never a name) stands in along, with the reason.',
];
