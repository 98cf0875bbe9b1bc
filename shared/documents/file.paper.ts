import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { CAUSE_NAMES } from '#shared/case/approval.matter.ts';
import type { CaseState, WaivedSignature } from '#shared/case/case.state.ts';
import { fileContents, type FileContents, type FileItem } from '#shared/case/file.contents.ts';
import { keepingOf } from '#shared/case/retention.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { closedAt } from '#shared/case/standing.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import type { Circumstances } from '#shared/procedure/condition.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import {
  blank,
  blankDate,
  headCell,
  labelCell,
  line,
  para,
  paper,
  parasCell,
  part,
  row,
  table,
  text,
  titlePara,
  value,
  valueCell,
  valueOrBlank,
  type RunsLike,
} from './paper.build.ts';
import type { Paper, Part, Row } from './paper.model.ts';

export interface FileSubject {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly office: Pick<OfficeState, 'name'>;
  readonly facts: Circumstances;
}

/** 19 January 2026 is 20260119, as lists of contents write it. */
const inEightFigures = (date: PlainDate): string => date.replaceAll('-', '');

const TO_BE_WRITTEN = 12;

function retentionRuns({ procedure, state }: FileSubject): RunsLike {
  const keeping = keepingOf(procedure, state);
  const retention = procedure.archive?.retention;
  if (retention === undefined || 'office_decides' in retention) return blank(TO_BE_WRITTEN);
  if ('permanent' in retention) return value('retention', '永久');
  const until =
    keeping !== undefined && 'until' in keeping ? `（至${writtenDate(keeping.until, 'zh-CN')}）` : '';
  return value('retention', `${retention.years}年${until}`);
}

/** From the day of receipt to the day the last track ended; open where it has not. */
function spanRuns({ procedure, state }: FileSubject): RunsLike {
  const closed = closedAt(procedure, state);
  return [
    text('自'),
    value('from', writtenDate(dateOf(state.receivedAt), 'zh-CN')),
    text('至'),
    ...(closed === undefined ? blankDate() : [value('to', writtenDate(dateOf(closed), 'zh-CN'))]),
  ];
}

/**
 * Items of the cover after GB/T 9705—2008. The title names no person: a cover lies open on a shelf, and the file may
 * be that of a whistle-blower.
 */
function cover(subject: FileSubject, contents: FileContents): Part {
  const { procedure, state, office } = subject;
  const item = (label: string, runs: RunsLike): Row =>
    row([labelCell(label, { align: 'center' }), valueCell(runs)], { min: 16 });
  return part([
    titlePara(value('office', office.name)),
    para('center', ''),
    titlePara('案　　卷'),
    para('center', ''),
    table(
      [34, 122],
      [
        item('类　目', value('class', procedure.name.zh)),
        item('案卷题名', value('title', `${procedure.name.zh} ${state.number} 案卷`)),
        item('登记编号', value('number', state.number)),
        item('起止时间', spanRuns(subject)),
        item('保管期限', retentionRuns(subject)),
        item('件数、页数', [
          text('共 '),
          value('count', String(contents.items.length)),
          text(' 件 '),
          valueOrBlank('pages', contents.pages?.toString(), 3),
          text(' 页'),
        ]),
        item('归档号', blank(TO_BE_WRITTEN)),
        item('档　号', blank(TO_BE_WRITTEN)),
      ],
    ),
  ]);
}

const HEADS = ['顺序号', '文号', '责任者', '题名', '日期', '页号', '备注'] as const;
const WIDTHS = [17, 32, 28, 32, 23, 12, 12] as const;

function remarkOf({ outside, unsigned }: FileItem): string | undefined {
  const remarks = [...(outside ? ['外来文件'] : []), ...(unsigned ? ['未签字'] : [])];
  return remarks.length > 0 ? remarks.join('，') : undefined;
}

function itemRow(item: FileItem, at: number, office: string): Row {
  const cell = (key: string, content: string | undefined, align: 'start' | 'center' = 'center') =>
    valueCell(content === undefined ? '' : value(`${key}.${at}`, content), { align });
  return row(
    [
      valueCell(String(at + 1), { align: 'center' }),
      cell('number', item.number, 'start'),
      cell('author', item.ours ? office : undefined, 'start'),
      cell('name', item.name.zh, 'start'),
      cell('date', item.date === undefined ? undefined : inEightFigures(item.date)),
      cell('page', item.page?.toString()),
      cell('remark', remarkOf(item)),
    ],
    { min: 11 },
  );
}

/** 卷内文件目录. */
const list = ({ office, state }: FileSubject, contents: FileContents): Part =>
  part([
    titlePara('卷内文件目录'),
    line([text('登记编号：'), text(state.number)], [text('归档号：'), blank(6)]),
    table(
      WIDTHS,
      contents.items.map((item, at) => itemRow(item, at, office.name)),
      {
        head: [
          row(
            HEADS.map(head => headCell(head)),
            { min: 10 },
          ),
        ],
      },
    ),
  ]);

/** Without the words somebody wrote, which may name the person; they stand in the history of the case. */
function withoutSignature(name: Text, { cause, by, askedBy }: WaivedSignature): string {
  const asker = askedBy ? `${askedBy.name}申请，` : '';
  return `《${name.zh}》没有签字：${CAUSE_NAMES[cause].zh}（${asker}${by.name}批准）。`;
}

function remarks(contents: FileContents): readonly string[] {
  const pages = contents.pages === undefined ? '' : `，${contents.pages} 页`;
  return [
    `本卷共 ${contents.items.length} 件${pages}。`,
    ...(contents.pages === undefined ? ['其中有的材料不是本机印出的，页数装订时数清后填写。'] : []),
    ...contents.items.flatMap(({ name, unsigned }) => (unsigned ? [withoutSignature(name, unsigned)] : [])),
    ...(contents.items.some(({ outside }) => outside)
      ? ['备注“外来文件”的，是在别的程序里改好后收进来代替原稿的，内容不是本机排印的。']
      : []),
    ...(contents.missing.length > 0
      ? [`规程要求入卷而还没有的：${contents.missing.map(({ zh }) => zh).join('、')}。`]
      : []),
  ];
}

/** 卷内备考表. */
const note = (contents: FileContents): Part =>
  part([
    titlePara('卷内备考表'),
    table(
      [156],
      [
        row(
          [
            parasCell(
              [
                para('body', '本卷情况说明：'),
                ...remarks(contents).map((words, at) => para('long', value(`remark.${at}`, words))),
              ],
              { at: 'top' },
            ),
          ],
          { min: 150 },
        ),
        row(
          [
            parasCell(
              [
                para('right', [text('立卷人：'), blank(8)]),
                para('right', [text('检查人：'), blank(8)]),
                para('right', [text('立卷时间：'), ...blankDate()]),
              ],
              { at: 'bottom' },
            ),
          ],
          { min: 40, sign: true },
        ),
      ],
    ),
  ]);

/**
 * 案卷封面, 卷内文件目录 and 卷内备考表 of one case. Their pages bear no numbers, as only written pages of a file do.
 * In Chinese, as every paper is.
 */
export const filePaper = (subject: FileSubject): Paper =>
  filePaperOf(subject, fileContents(subject.procedure, subject.state, subject.facts));

export const filePaperOf = (subject: FileSubject, contents: FileContents): Paper =>
  paper('catalogue', {
    id: 'file',
    title: '案卷封面、目录、备考表',
    parts: [cover(subject, contents), list(subject, contents), note(contents)],
  });
