import { dayStretches, explainClock } from '#shared/case/clock.explain.ts';
import {
  inFull,
  lineInWords,
  momentInWords,
  stretchInWords,
  timeInWords,
  withoutYear,
  type WordedStretch,
} from '#shared/case/clock.words.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { Clock } from '#shared/case/clocks.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { Counted, WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { yearOf } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import {
  foot,
  headCell,
  labelCell,
  line,
  para,
  paper,
  part,
  row,
  table,
  titlePara,
  value,
  valueCell,
} from './paper.build.ts';
import type { Block, Paper, Row } from './paper.model.ts';

export interface ClocksSubject {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly office: Pick<OfficeState, 'name'>;
  readonly clocks: readonly Clock[];
  readonly calendar: WorkingCalendar;
  readonly language: Language;
  /** The explanation is that of this moment. */
  readonly at: Instant;
}

const WORDS = {
  'zh-CN': {
    title: '时限说明',
    number: '编号',
    office: '单位',
    procedure: '规程',
    none: '这一件还没有开始计的时限。',
    when: '日子',
    whenTime: '时间',
    state: '算不算',
    why: '原因',
    long: '多久',
    note: (at: string) => `本说明按这一件到 ${at} 为止的记录算出，案件有新的记录时以重新打印的为准。`,
  },
  en: {
    title: 'Explanation of time limits',
    number: 'No.',
    office: 'Office',
    procedure: 'Procedure',
    none: 'No time limit of this case has begun yet.',
    when: 'Days',
    whenTime: 'Time',
    state: 'Whether counted',
    why: 'Why',
    long: 'How long',
    note: (at: string) =>
      `Computed from what was recorded of this case up to ${at}. When more is recorded, a new print counts.`,
  },
} as const;

/** Term, and the words over the three columns of the account. */
const WIDTHS = [4, 6, 6, 6] as const;

const headRow = (heads: readonly string[], cols: number, group: string): Row =>
  row(
    heads.map((head, at) => headCell(head, { align: 'center', cols: at === 0 ? cols : 1 })),
    { group },
  );

const lineRows = (clock: Clock, { calendar, language }: ClocksSubject): readonly Row[] =>
  explainClock(clock, calendar).map((each, at) => {
    const { term, words } = lineInWords(each, inFull(language));
    const font = each.kind === 'result' ? 'hei' : undefined;
    const cells = [
      labelCell(term, { align: 'center' }),
      valueCell(value(`${clock.limit.id}.${at}`, words, font), { cols: 3 }),
    ];
    // The name of the limit is never alone at the foot of a page.
    return row(cells, at === 0 ? { group: clock.limit.id } : {});
  });

/** Days in one year go without it. */
function accountOf({ days, times }: Counted, language: Language): readonly WordedStretch[] {
  const years = new Set([
    ...days.map(({ date }) => yearOf(date)),
    ...times.map(({ from }) => yearOf(dateOf(from))),
  ]);
  const writing = years.size > 1 ? inFull(language) : withoutYear(language);
  return [
    ...dayStretches(days).map(stretch => stretchInWords(stretch, writing)),
    ...times.map(time => timeInWords(time, writing)),
  ];
}

function accountRows({ counted, limit }: Clock, language: Language): readonly Row[] {
  const words = WORDS[language];
  const account = counted ? accountOf(counted, language) : [];
  // A single row repeats what the lines say.
  if (!counted || account.length < 2) return [];
  const inTime = counted.times.length > 0;
  const group = `${limit.id}.days`;
  const cell = (content: string, key: string, cols = 1) =>
    valueCell(value(`${limit.id}.${key}`, content), { cols, align: 'center' });
  return [
    headRow([inTime ? words.whenTime : words.when, words.state, inTime ? words.long : words.why], 2, group),
    ...account.map(({ when, state, why }, at) =>
      row(
        [cell(when, `${at}.when`, 2), cell(state, `${at}.state`), cell(why, `${at}.why`)],
        at === 0 ? { group } : {},
      ),
    ),
  ];
}

/** The head of the account is an ordinary row: one that repeats stays alone where the last row just fits the page. */
const blocksOf = (clock: Clock, subject: ClocksSubject): readonly Block[] => [
  para('body', ''),
  table(WIDTHS, [
    headRow([inLanguage(clock.limit.name, subject.language)], WIDTHS.length, clock.limit.id),
    ...lineRows(clock, subject),
    ...accountRows(clock, subject.language),
  ]),
];

/** 时限说明: why each deadline of a case falls where it does. No form of a procedure: computed, not filled in. */
export function clocksPaper(subject: ClocksSubject): Paper {
  const { procedure, state, office, clocks, language, at } = subject;
  const words = WORDS[language];
  const begun = clocks.filter(({ start }) => start !== undefined);
  return paper('form', {
    id: 'clocks',
    title: words.title,
    lang: language,
    parts: [
      part(
        [
          titlePara(words.title),
          line(`${words.office} ${office.name}`, [value('number', `${words.number} ${state.number}`)]),
          line(`${words.procedure} ${inLanguage(procedure.name, language)}`, ''),
          para('note', words.note(momentInWords(at, inFull(language)))),
          ...(begun.length > 0
            ? begun.flatMap(clock => blocksOf(clock, subject))
            : [para('body', words.none)]),
        ],
        { running: [words.title, `${words.number} ${state.number}`] },
      ),
    ],
    foot: foot({ label: [`${words.number} ${state.number}`] }),
  });
}
