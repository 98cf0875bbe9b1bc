import type { Text } from '#shared/core/text.ts';
import type { RuleLevel } from '#shared/bagit/bag.rules.ts';

interface FormatRule {
  readonly level: RuleLevel;
  readonly text: Text;
}

const rule = (zh: string, en: string, level: RuleLevel = 'error'): FormatRule => ({
  level,
  text: { zh, en },
});

/** What format 1 of the case bundle asks of a bag beyond RFC 8493, by the name that is printed. */
export const FORMAT_RULES = {
  'format1/bagit': rule('应为 BagIt 1.0、UTF-8', 'must be BagIt 1.0 in UTF-8'),
  'format1/missing': rule('缺少规定的文件', 'a file of the format is missing'),
  'format1/missing-part': rule('没有这一文件', 'this file is not there', 'warning'),
  'format1/unknown-file': rule('格式中没有这一文件', 'a file the format does not know', 'warning'),
  'format1/folder-name': rule(
    '外层文件夹应以社区代码、月份、序号命名',
    'the folder must be named by office, period and sequence',
  ),
  'format1/file-name': rule('文件名与内容不是同一包', 'the file is named after another bundle'),
  'format1/zip': rule('压缩包不合要求', 'the ZIP is not as the format wants it'),
  'format1/unsafe-name': rule('文件名在某些系统上不安全', 'a name that is not safe on every system'),
  'format1/twin-names': rule('在某些系统上是同一文件', 'is the same file as another on some system'),
  'format1/bag-info': rule('bag-info.txt 不合格式', 'bag-info.txt is not as the format wants it'),
  'format1/newer': rule('较新的格式，请更新本程序', 'a newer format; update this program'),
  'format1/case-count': rule('Case-Count 与案件数不符', 'Case-Count is not the number of cases'),
  'format1/zero-report': rule('Zero-Report 与案件数不符', 'Zero-Report does not fit the number of cases'),
  'format1/unlisted-tag': rule('标签清单没有列这一文件', 'the tag manifest does not list this file'),
  'format1/signature': rule('签名不符', 'the signature does not verify'),
  'format1/office': rule('社区卡片不合格式', 'the office card is not in its form'),
  'format1/other-office': rule('社区卡片是另一社区的', 'the office card is of another office'),
  'format1/case': rule('案件行不合格式', 'a case is not in its form'),
  'format1/case-twice': rule('同一案件有两行', 'a case is there twice'),
  'format1/event': rule('事件行不合格式', 'an event is not in its form'),
  'format1/chain': rule('事件链在此断开', 'the chain of events breaks here'),
  'format1/chain-head': rule(
    '事件链的终点与 Event-Chain-Head 不符',
    'the chain does not end at Event-Chain-Head',
  ),
  'format1/attachment-name': rule('附件应以其 SHA-256 命名', 'an attachment must be named by its SHA-256'),
  'format1/document-name': rule(
    '文书应在 documents/案件/文书.pdf',
    'a paper must be at documents/case/paper.pdf',
  ),
} as const satisfies Readonly<Record<string, FormatRule>>;

export type FormatRuleName = keyof typeof FORMAT_RULES;

export type ReportFormatFault = (rule: FormatRuleName, file: string, detail?: string) => void;
