import { dayStretches, explainClock, type ExplanationLine } from '#shared/case/clock.explain.ts';
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
  notes,
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

type Words = (typeof WORDS)[Language];

const lineRow = (clock: Clock, at: number, each: ExplanationLine, language: Language): Row => {
  const { term, words } = lineInWords(each, inFull(language));
  return row([
    labelCell(term, { align: 'center' }),
    valueCell(value(`${clock.limit.id}.${at}`, words, each.kind === 'result' ? 'hei' : undefined)),
  ]);
};

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

function accountTable({ counted, limit }: Clock, language: Language, words: Words): readonly Block[] {
  const account = counted ? accountOf(counted, language) : [];
  // A single row repeats what the lines say.
  if (!counted || account.length < 2) return [];
  const inTime = counted.times.length > 0;
  const heads = [inTime ? words.whenTime : words.when, words.state, inTime ? words.long : words.why];
  return [
    table(
      [10, 6, 6],
      account.map(({ when, state, why }, at) =>
        row(
          [when, state, why].map((text, column) => valueCell(value(`${limit.id}.day${at}.${column}`, text))),
        ),
      ),
      { head: [row(heads.map(head => headCell(head, { align: 'center' })))], dense: true },
    ),
  ];
}

function blocksOf(clock: Clock, { calendar, language }: ClocksSubject): readonly Block[] {
  const lines = explainClock(clock, calendar);
  return [
    para('heading1', inLanguage(clock.limit.name, language)),
    table(
      [4, 18],
      lines.map((each, at) => lineRow(clock, at, each, language)),
    ),
    ...accountTable(clock, language, WORDS[language]),
  ];
}

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
          ...(begun.length > 0
            ? begun.flatMap(clock => blocksOf(clock, subject))
            : [para('body', words.none)]),
          notes([words.note(momentInWords(at, inFull(language)))]),
        ],
        { running: [words.title, `${words.number} ${state.number}`] },
      ),
    ],
    foot: foot({ label: [`${words.number} ${state.number}`] }),
  });
}
