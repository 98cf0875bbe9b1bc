import type { CaseState } from '#shared/case/case.state.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import { parsePlainDate, type PlainDate } from '#shared/core/plain-date.ts';
import { yuanInCapitals } from '#shared/core/yuan-capitals.ts';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import { valueOnPaper } from '#shared/procedure/field.kinds.ts';
import type { Form } from '#shared/procedure/form.schema.ts';
import { MEASURES } from '#shared/procedure/measure.ts';
import { amountInWords } from '#shared/reports/amount.ts';
import { measured } from '#shared/reports/period.figures.ts';
import type { ReportFigures } from '#shared/reports/report.figures.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { FieldValue } from '#shared/procedure/values.ts';
import { parseTemplate } from '#shared/procedure/template.ts';
import { blank, text, value } from './paper.build.ts';
import type { Foot, Run } from './paper.model.ts';

/** The period a register or report is of, and what was counted in it. */
export interface SubjectPeriod {
  /** 2026年10月 */
  readonly words: string;
  readonly figures: ReportFigures;
}

/** What a paper is made of. */
export interface FormSubject {
  readonly procedure: Procedure;
  readonly form: Form;
  /** Without a case the form is printed empty, to be filled by hand. */
  readonly state?: CaseState;
  readonly period?: SubjectPeriod;
  readonly office: Pick<OfficeState, 'name' | 'code'>;
  readonly document: DocumentId;
  readonly language: Language;
  /** Number of the paper itself; empty where it has none. */
  readonly number?: string;
  /** The day the paper bears; left out, a rule to write it on. */
  readonly date?: PlainDate;
}

const WORDS = {
  'zh-CN': { number: '编号 ', document: '文件 ', continued: '（续）' },
  en: { number: 'No. ', document: 'Doc. ', continued: ' (cont.)' },
} as const;

/** 凤凰社区居委会 without 社区居委会 is 凤凰: the first ending that fits, else the whole name. */
function shortName(endings: readonly string[], officeName: string): string {
  const ending = endings.find(
    candidate => officeName.endsWith(candidate) && officeName.length > candidate.length,
  );
  return ending === undefined ? officeName : officeName.slice(0, -ending.length);
}

/** What the office set, else what the pack says, else the name of the office where the pack takes it from there. */
export function settingValue(
  procedure: Pick<Procedure, 'settings'>,
  key: string,
  officeName: string,
  language: Language = 'zh-CN',
): string {
  const setting = procedure.settings.find(candidate => candidate.key === key);
  if (setting?.value) return inLanguage(setting.value, language);
  return setting && setting.office_name_without.length > 0
    ? shortName(setting.office_name_without, officeName)
    : '';
}

/** How wide a rule to leave where nothing is known yet; a number of cases or copies has a few digits. */
const BLANK_EM = 6;
const COUNT_EM = 3;
const CAPITALS_EM = 12;

function contentOf(name: string, subject: FormSubject): string {
  const { procedure, state, office, language, date, period } = subject;
  if (name === 'period') return period?.words ?? '';
  const measure = MEASURES.find(each => name === `count:${each}`);
  if (measure) return period ? measured(measure, period.figures.period, language) : '';
  if (name.startsWith('rate:')) {
    const found = period?.figures.rates.find(({ rate }) => name === `rate:${rate.key}`);
    return found ? amountInWords(found.amount, language) : '';
  }
  if (name === 'office') return office.name;
  if (name === 'number') return state?.number ?? '';
  if (name === 'doc_no') return subject.number ?? '';
  if (name === 'today') return date === undefined ? '' : writtenDate(date, language);
  if (name.startsWith('setting:'))
    return settingValue(procedure, name.slice('setting:'.length), office.name, language);
  if (name.startsWith('day:')) return dayOf(state?.values[name.slice('day:'.length)], language);
  if (name.startsWith('capitals:')) return inCapitals(name.slice('capitals:'.length), subject);
  return valueOnPaper(getField(procedure, name), state?.values[name], language);
}

/** A sum of money as notices to pay write it; English has no such writing, and gives the figure. */
function inCapitals(name: string, { procedure, state, language }: FormSubject): string {
  const entered = state?.values[name];
  const words = language === 'zh-CN' && typeof entered === 'number' ? yuanInCapitals(entered) : undefined;
  return words ?? valueOnPaper(getField(procedure, name), entered, language);
}

/** The day of a date or a moment, as letters write it. */
function dayOf(entered: FieldValue | undefined, language: Language): string {
  const day = typeof entered === 'string' ? parsePlainDate(entered.slice(0, 10)) : undefined;
  return day === undefined ? '' : writtenDate(day, language);
}

const DATE_BLANKS = { 'zh-CN': ['年', '月', '日'], en: ['-', '-', ''] } as const;

/** A date that is not known is written by hand into 年月日. */
function blankFor(name: string, subject: FormSubject): readonly Run[] {
  if (name.startsWith('capitals:')) return [blank(CAPITALS_EM)];
  const key = name.replace(/^day:/, '');
  const type = key === 'today' ? 'date' : subject.procedure.fields.find(field => field.key === key)?.type;
  if (type === 'number') return [blank(COUNT_EM)];
  if (type !== 'date' && type !== 'datetime') return [blank(BLANK_EM)];
  const [year, month, day] = DATE_BLANKS[subject.language];
  return [blank(4), text(year), blank(2), text(month), blank(2), ...(day === '' ? [] : [text(day)])];
}

/** A text of the form with its blanks filled. */
export const filled = (words: Text, subject: FormSubject): readonly Run[] =>
  parseTemplate(inLanguage(words, subject.language)).flatMap(piece => {
    if ('text' in piece) return [text(piece.text)];
    const content = contentOf(piece.blank, subject);
    return content === ''
      ? blankFor(piece.blank, subject)
      : [value(piece.blank.replace(/^(setting|day|count|rate|capitals):/, ''), content)];
  });

export const plainText = (runs: readonly Run[]): string =>
  runs.map(run => ('text' in run ? run.text : '＿'.repeat(run.em))).join('');

/** Number at the head of the paper: its own, or that of the case. */
export const headNumber = ({ state, number }: FormSubject): string => number || (state?.number ?? '');

export const continuedTitle = (title: string, language: Language): string =>
  `${title}${WORDS[language].continued}`;

export const numberLine = (subject: FormSubject): string => {
  const number = headNumber(subject);
  return number === '' ? '' : `${WORDS[subject.language].number}${number}`;
};

/** Number, document code and QR of every page. */
export function footOf(subject: FormSubject): Pick<Foot, 'label' | 'qr'> {
  const { document, office, language } = subject;
  const number = numberLine(subject);
  return {
    label: [...(number === '' ? [] : [number]), `${WORDS[language].document}${document.slice(-8)}·{hash}`],
    qr: { office: office.code, document, hash: '' },
  };
}
