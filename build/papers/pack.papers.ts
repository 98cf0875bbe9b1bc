import { createHash } from 'node:crypto';
import { steadyHours } from '#shared/calendar/hours-timeline.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseId, DocumentId, OfficeCode, PersonId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import { plainDate, type PlainDate } from '#shared/core/plain-date.ts';
import type { Language } from '#shared/core/text.ts';
import { formPaper } from '#shared/documents/form.paper.ts';
import { listPaper } from '#shared/documents/list.paper.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { isCaseForm, type Form } from '#shared/procedure/form.schema.ts';
import type { PackFileText } from '#shared/procedure/pack.source.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { reportFigures } from '#shared/reports/report.figures.ts';
import { countingParts } from '../packs/pack.files.ts';
import { fillValues, type Fill } from './fill.values.ts';

export interface Pack {
  readonly procedure: Procedure;
  readonly files: readonly PackFileText[];
}

/** A form of a pack, filled in one way. */
export interface PackPaper {
  readonly procedure: Procedure;
  readonly form: Form;
  readonly fill: Fill;
  readonly paper: Paper;
}

const OFFICES = {
  sample: { name: '凤凰社区居民委员会', code: 'YB-0001' as OfficeCode },
  long: {
    name: '喆堃玥烜祎自治区某某市某某区某某街道办事处某某社区居民委员会',
    code: 'YB-0001' as OfficeCode,
  },
};

const RECEIVED = '2026-01-09T09:05:00+08:00' as Instant;
const DAY = '2026-01-09' as PlainDate;
const NUMBERS = { sample: '样〔2026〕0001号', long: '某某街道某某社区居委会投诉〔2026〕第1017号' };
const CLERK = {
  person: '01J00000000000000000000000' as PersonId,
  name: '王登记',
  role: 'registrar',
  station: 'PC-1',
} as const;

/** What a filled register says of its period. */
const COUNTED = {
  ...{ received: 3, closed: 2, onTime: 1, open: 4, overdue: 1 },
  ...{ receivedClosed: 1, asked: 2, satisfied: 1 },
};
const JOURNAL = { seq: 1017, hash: 'c0ffee'.repeat(11).slice(0, 64) };

/** The report that a register is printed for, over these cases, with what it counts beside its list. */
function periodOf(procedure: Procedure, form: Form, states: readonly CaseState[]) {
  const report = procedure.reports.find(each => each.form === form.id);
  const { calendar, officeHours } = countingParts();
  const books = {
    procedure,
    cases: states.map(state => ({ state, procedure })),
    context: { now: RECEIVED, calendar, officeHours: steadyHours(officeHours) },
    office: { foundedAt: RECEIVED },
  };
  const days = { id: '2026-01', from: plainDate('2026-01-01'), to: plainDate('2026-01-31') };
  const figures = { ...reportFigures(report, books, days), period: COUNTED };
  return { period: { words: '2026年1月', figures }, journal: JOURNAL, report };
}

/** Lines of a register; long ones take pages each. */
const LINES: Readonly<Record<Fill, number>> = { sample: 3, long: 3, blank: 0 };

const ulidOf = (text: string): string =>
  `0${createHash('sha256').update(text).digest('hex').toUpperCase().slice(0, 25)}`;

function sampleCase({ procedure, files }: Pack, fill: Exclude<Fill, 'blank'>, nth: number): CaseState {
  const { id, version, tracks } = procedure;
  return {
    id: ulidOf(`${id} ${nth}`) as CaseId,
    procedure: { id, version, hash: procedure.hash },
    number: NUMBERS[fill],
    ...{ receivedAt: RECEIVED, registeredAt: RECEIVED, lastAt: RECEIVED },
    ...{ registeredBy: CLERK, lastBy: CLERK },
    values: fillValues(procedure, files, fill),
    tracks: Object.fromEntries(tracks.map(track => [track.id, { state: track.initial, since: RECEIVED }])),
    ...{ documents: [], trace: [], asked: [], numbers: {}, confirmed: [], seq: 1 },
  };
}

function paperOf(pack: Pack, form: Form, fill: Fill, language: Language): Paper {
  const cases = Array.from({ length: form.sheet === 'register' ? LINES[fill] : 1 }, (_, nth) => nth);
  const states = fill === 'blank' ? [] : cases.map(nth => sampleCase(pack, fill, nth));
  const [state] = states;
  const { procedure } = pack;
  const subject = {
    ...{ procedure, language },
    office: OFFICES[fill === 'long' ? 'long' : 'sample'],
    document: ulidOf(`${procedure.id} ${form.id} ${fill}`) as DocumentId,
    ...(state ? { date: DAY } : {}),
  };
  if (!isCaseForm(form)) {
    const entries = states.map(each => ({
      ...{ state: each, procedure, clocks: [], code: null },
      severity: procedure.severity?.classes[0]?.name.zh ?? '',
    }));
    return listPaper({ ...subject, form, entries, ...(state ? periodOf(procedure, form, states) : {}) });
  }
  return formPaper({
    ...subject,
    form,
    ...(state ? { state } : {}),
    ...(state && form.number !== undefined ? { number: state.number } : {}),
  });
}

/** Every form of a pack in each of these fills. */
export const packPapers = (
  pack: Pack,
  fills: readonly Fill[],
  language: Language = 'zh-CN',
): readonly PackPaper[] =>
  pack.procedure.forms.flatMap(form =>
    fills.map(fill => ({
      procedure: pack.procedure,
      form,
      fill,
      paper: paperOf(pack, form, fill, language),
    })),
  );
