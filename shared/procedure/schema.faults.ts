import { aboutOf, type PackFault, type PackSource, type Path } from './pack.source.ts';
import { findingsOf, valueAt, type Issue } from './schema.issues.ts';

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  array: '清单',
  object: '一组项',
  record: '一组项',
};

/** What the schemas say in their own words, in Chinese. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  'a field key is lower case with underscores': '字段名只能用小写字母、数字和下划线，以字母开头',
  'a form id is like PHX-01': '表单编号要写成 PHX-01 这样',
  'a moment is like 2026-09-18T10:00': '时刻要写成 2026-09-18T10:00 这样',
  'not an instant with offset': '时刻不对',
  'not a date of the form YYYY-MM-DD': '日期要写成 2026-09-18 这样，而且要有这一天',
  'the pattern needs {n}': '编号式样里要有 {n}',
  'the pattern may hold {prefix}, {year}, {month}, {office} and {n}':
    '编号式样里只能有 {prefix}、{year}、{month}、{office}、{n}',
  'a cell has exactly one of label, field, fields, sign, text':
    '一个格子只能有 label、field、fields、sign、text 中的一项',
  'a rule has at least one of when, open_for, repeats': '等级规则至少要有 when、open_for、repeats 中的一项',
  'a limit has an amount or a day that is written in a field, not both':
    '时限或者有数（amount），或者按写明的日子（due_in），不能都有',
  'only hours may be broken': '只有小时可以不是整数',
  'a table needs columns': 'table 要有 columns',
  'only a table has columns': '只有 table 有 columns',
  'a rule about rows has min or max': '行数的规则要有 min 或 max',
  'only enum and multi have options': '只有 enum 和 multi 有 options',
  'a field of type enum needs options': 'enum 要有 options',
  'a field of type multi needs options': 'multi 要有 options',
};

function sentence(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `不认识的项 ${issue.keys.join('、')}`;
    case 'invalid_type': {
      const wanted = KINDS[issue.expected] ?? issue.expected;
      return value === undefined ? `没有写（应为${wanted}）` : `种类不对，应为${wanted}`;
    }
    case 'invalid_value':
      return `${value === undefined ? '没有写，' : ''}只能是 ${issue.values.map(String).join('、')}`;
    case 'invalid_format':
      return OWN_WORDS[issue.message] ?? '写法不合规定';
    case 'too_small':
      return issue.origin === 'number' ? '数太小' : `至少要有 ${issue.minimum} ${countWord(issue.origin)}`;
    case 'too_big':
      return issue.origin === 'number' ? '数太大' : `最多 ${issue.maximum} ${countWord(issue.origin)}`;
    case 'invalid_key':
      return '名字的写法不对，只能用小写字母、数字和下划线';
    case 'invalid_union':
      return value === undefined ? '没有写' : '写法不合规定';
    default:
      return OWN_WORDS[issue.message] ?? `不合规定（${issue.message}）`;
  }
}

const countWord = (origin: string): string => (origin === 'string' ? '个字' : '项');

/** `limits › TL-044 › unit`: items of lists by their names, where they have any. */
function placeInWords(data: unknown, path: Path): string {
  const words = path.map((part, place) => {
    if (typeof part === 'string') return part;
    const item = valueAt(data, path.slice(0, place + 1)) as Record<string, unknown> | null | undefined;
    const name = item?.['id'] ?? item?.['key'];
    return typeof name === 'string' ? name : `第 ${part + 1} 项`;
  });
  return words.join(' › ') || '整个文件';
}

export const placeOf = (issue: Issue): Path => {
  const path = issue.path as Path;
  const [key] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return key === undefined ? path : [...path, key];
};

/** What zod found, each with the line of the value it is about. */
export const schemaFaults = (source: PackSource, issues: readonly Issue[]): readonly PackFault[] =>
  findingsOf(issues, source.data).map(issue => {
    const where = placeInWords(source.data, issue.path as Path);
    return {
      file: source.file,
      line: source.lineOf(placeOf(issue)),
      message: {
        zh: `${where}：${sentence(issue, valueAt(source.data, issue.path))}`,
        en: `${where}: ${issue.message}`,
      },
      about: aboutOf(source.data, issue.path as Path),
    };
  });
