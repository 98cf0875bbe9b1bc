import type { Text } from '#shared/core/text.ts';

/** `error`: RFC 8493 says MUST, or the bag cannot be verified. `warning`: legal, but it deserves a look. */
export type RuleLevel = 'error' | 'warning';

export interface BagRule {
  readonly level: RuleLevel;
  /** Section of RFC 8493, or `–` where it is about the file the bag came in. */
  readonly section: string;
  readonly text: Text;
}

const rule = (level: RuleLevel, section: string, zh: string, en: string): BagRule => ({
  level,
  section,
  text: { zh, en },
});

/** Every rule a bag is held to, by the name that is printed. */
export const BAG_RULES = {
  'declaration/missing': rule('error', '2.1.1', '没有 bagit.txt', 'there is no bagit.txt'),
  'declaration/form': rule(
    'error',
    '2.1.1',
    '应恰好是规定的两行',
    'must be exactly the two lines prescribed',
  ),
  'declaration/bom': rule('error', '2.1.1', '不得带字节顺序标记', 'must not begin with a byte-order mark'),
  'declaration/not-utf8': rule('error', '2.1.1', '应为 UTF-8', 'must be in UTF-8'),
  'declaration/version': rule('error', '2.1.1', '不认识的 BagIt 版本', 'a version of BagIt not known here'),
  'declaration/encoding': rule('error', '2.1.1', '不认识的字符编码', 'a character encoding not known here'),
  'payload/no-folder': rule('error', '2.1.2', '没有 data 文件夹', 'there is no folder data'),
  'manifest/none': rule('error', '2.1.3', '没有内容清单（manifest-*.txt）', 'there is no payload manifest'),
  'manifest/name': rule(
    'error',
    '2.4',
    '文件名中的算法应为小写字母和数字',
    'its algorithm must be in lower-case letters and digits',
  ),
  'manifest/algorithm': rule(
    'error',
    '2.4',
    '不认识的校验算法，无法核对',
    'an algorithm not known here; it cannot be verified',
  ),
  'manifest/line': rule('error', '2.1.3', '不是“校验值 路径”', 'is not “checksum filepath”'),
  'manifest/twice': rule('error', '2.1.3', '同一文件列了两次', 'lists a file twice'),
  'manifest/outside': rule('error', '2.1.3', '列了 data 以外的文件', 'lists a file outside data'),
  'manifest/unsafe-path': rule('error', '5.1', '路径指向袋外', 'names a path outside the bag'),
  'manifest/folder': rule('error', '2.1.3', '列了文件夹', 'lists a folder'),
  'manifest/backslash': rule('error', '2.1.3', '路径应以 / 分隔', 'must separate paths by /'),
  'manifest/percent': rule('error', '2.1.3', '路径中的 % 应写作 %25', 'must write % in a path as %25'),
  'manifest/md5sum-mark': rule(
    'error',
    '6.1.3',
    '带有校验工具的 * 或 \\ 标记',
    'carries the mark * or \\ of a checksum tool',
  ),
  'manifest/old-mark': rule(
    'warning',
    '6.1.3',
    '带有校验工具的 * 或 \\ 标记',
    'carries the mark * or \\ of a checksum tool',
  ),
  'manifest/dot-slash': rule('warning', '2.1.3', '路径以 ./ 开头', 'begins a path with ./'),
  'manifest/unlisted': rule('error', '3', '这一文件不在清单中', 'does not list this file'),
  'manifest/missing-file': rule('error', '3', '清单中的文件不在袋中', 'lists a file that is not there'),
  'manifest/mismatch': rule('error', '3', '校验值不符', 'has another checksum for this file'),
  'tagmanifest/payload': rule('error', '2.2.1', '不得列 data 中的文件', 'must not list payload files'),
  'tagmanifest/itself': rule('error', '2.2.1', '不得列标签清单', 'must not list tag manifests'),
  'tagmanifest/no-manifest': rule('error', '2.2.1', '应列每个内容清单', 'must list every payload manifest'),
  'tagmanifest/unlisted': rule('warning', '2.2.1', '没有列这一标签文件', 'does not list this tag file'),
  'info/line': rule('error', '2.2.2', '不是“标签: 值”', 'is not “label: value”'),
  'info/oxum-form': rule(
    'error',
    '2.2.2',
    'Payload-Oxum 应为“字节数.文件数”',
    'Payload-Oxum must be “octets.files”',
  ),
  'info/oxum-twice': rule('error', '2.2.2', 'Payload-Oxum 只能有一个', 'Payload-Oxum must not be repeated'),
  'info/oxum': rule('error', '2.2.2', 'Payload-Oxum 与内容不符', 'Payload-Oxum is not what the payload is'),
  'info/repeated': rule('warning', '2.2.2', '不宜重复的标签', 'a label that should not be repeated'),
  'fetch/line': rule('error', '2.2.3', '不是“网址 长度 路径”', 'is not “url length filepath”'),
  'fetch/tag-file': rule('error', '2.2.3', '不得列 data 以外的文件', 'must not list files outside data'),
  'fetch/unlisted': rule(
    'error',
    '2.2.3',
    '所列文件不在每个内容清单中',
    'lists a file that is not in every payload manifest',
  ),
  'fetch/not-fetched': rule('error', '3', '尚未取来，袋不完整', 'not fetched yet: the bag is not complete'),
  'fetch/length': rule('warning', '2.2.3', '长度与文件不符', 'gives another length than the file has'),
  'tag/bom': rule(
    'error',
    '2.3',
    'UTF-8 的标签文件不得带字节顺序标记',
    'a tag file in UTF-8 must not begin with a byte-order mark',
  ),
  'tag/encoding': rule('error', '2.3', '不是所声明的编码', 'is not in the encoding declared'),
  'tag/too-large': rule('error', '–', '大得不像标签文件，没有读', 'too large for a tag file; not read'),
  'name/twins': rule(
    'warning',
    '6.1.1',
    '只在大小写或字形组合上不同的文件名',
    'differs from another name in case or composition only',
  ),
  'name/composed': rule(
    'warning',
    '6.1.1',
    '文件名的字形组合与清单不同',
    'is composed otherwise than its name in the manifest',
  ),
  'name/windows': rule('warning', '6.1.2', '在 Windows 上不能用的文件名', 'a name Windows cannot use'),
  'file/no-plain-file': rule('error', '5.1', '是链接或特殊文件，没有读', 'a link or no plain file; not read'),
  'file/unreadable': rule('error', '3', '读不出', 'cannot be read'),
  'zip/no-top': rule('warning', '–', '压缩包里没有外层文件夹', 'the ZIP has no folder around the bag'),
  'zip/beside': rule('warning', '–', '在袋外的文件，没有核对', 'beside the bag; not checked'),
  'zip/name': rule(
    'warning',
    '–',
    '文件名不是 UTF-8，按猜测的编码读',
    'its name is not in UTF-8; read as guessed',
  ),
  'zip/unsafe-name': rule('error', '–', '文件名指向袋外', 'its name points outside the bag'),
  'zip/twice': rule('error', '–', '压缩包里有两个同名文件', 'is in the ZIP twice'),
} as const satisfies Readonly<Record<string, BagRule>>;

export type BagRuleName = keyof typeof BAG_RULES;

/** One finding. `file` is a path inside the bag, or the name of what it came in. */
export interface BagFault<Rule extends string = BagRuleName> {
  readonly rule: Rule;
  readonly file: string;
  readonly detail?: string;
}

export type ReportFault = (rule: BagRuleName, file: string, detail?: string) => void;
