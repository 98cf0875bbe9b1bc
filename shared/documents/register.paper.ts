import { writtenDate } from '#shared/calendar/chinese-date.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { foot, headCell, line, paper, part, row, table, titlePara, value, valueCell } from './paper.build.ts';
import type { Cell, Paper } from './paper.model.ts';
import { registerTexts } from './register.cells.ts';

export interface RegisterEntry {
  readonly state: CaseState;
  readonly procedure: Procedure;
  /** Stands in the place of the name where the person is hidden. */
  readonly code: string | null;
}

export interface RegisterSubject {
  readonly office: string;
  /** 2026年10月 */
  readonly period: string;
  readonly entries: readonly RegisterEntry[];
  readonly printedAt: Instant;
  /** The journal's head when it was printed: a later change of the books would show. */
  readonly journal: { readonly seq: number; readonly hash: string };
}

const COLUMNS = [
  { head: '编号', width: 36 },
  { head: '登记日期', width: 27 },
  { head: '反映人', width: 24 },
  { head: '被反映单位', width: 34 },
  { head: '反映内容', width: 76 },
  { head: '类别', width: 22 },
  { head: '状态', width: 20 },
  { head: '承办人', width: 18 },
] as const;

function cells({ state, procedure, code }: RegisterEntry): readonly Cell[] {
  const { person, respondent, matter, category, states } = registerTexts(state, procedure, code);
  const texts = [
    ...[state.number, dateOf(state.receivedAt)],
    ...[person, respondent, matter, category, states, state.lastBy.name],
  ];
  return texts.map((text, index) => valueCell(text === '' ? '' : value(`${state.id}.${index}`, text)));
}

/** 登记台账: one line a case, A4 landscape, closed by the state of the journal. */
export function registerPaper(subject: RegisterSubject): Paper {
  const title = `${subject.office}${subject.period}登记台账`;
  return paper('register', {
    id: 'register',
    title,
    parts: [
      part(
        [
          titlePara(title),
          line(
            `共 ${subject.entries.length} 件`,
            `印制日期：${writtenDate(dateOf(subject.printedAt), 'zh-CN')}`,
          ),
          table(
            COLUMNS.map(({ width }) => width),
            subject.entries.map(entry => row(cells(entry))),
            { head: [row(COLUMNS.map(({ head }) => headCell(head, { align: 'center' })))] },
          ),
        ],
        { running: [title, ''] },
      ),
    ],
    foot: foot({
      label: [`日志账 ${subject.journal.seq} 条`, subject.journal.hash.slice(0, 16).toUpperCase()],
    }),
  });
}
