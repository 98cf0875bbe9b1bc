import type { Condition } from './condition.ts';
import { kindOf } from './field.kinds.ts';
import type { Field } from './field.schema.ts';
import type { Path, Report } from './pack.source.ts';
import type { ProcedureFile } from './procedure.schema.ts';
import { inTemplate } from './template.ts';
import type { Text } from '#shared/core/text.ts';

/** Asks for names; one that the pack does not define is reported at its place. */
export interface PackNames {
  readonly field: (key: string, path: Path) => Field | undefined;
  readonly form: (id: string, path: Path) => void;
  /** A form of one case: a register holds every case by itself and is never owed, printed or signed for one. */
  readonly casePaper: (id: string, path: Path) => void;
  readonly step: (id: string, path: Path) => void;
  readonly track: (id: string, path: Path) => void;
  readonly severity: (id: string, path: Path) => void;
  readonly level: (id: string, path: Path) => void;
  readonly report: (id: string, path: Path) => void;
  readonly grounds: (id: string, path: Path) => void;
  /** A figure the office enters each month. */
  readonly figure: (key: string, path: Path) => void;
  readonly rate: (key: string, path: Path) => void;
  readonly series: (id: string, path: Path) => void;
  readonly condition: (condition: Condition, path: Path) => void;
  /** Every `{blank}` of a text can be filled; `more` names those only this place can fill. */
  readonly template: (text: Text, path: Path, more?: readonly string[]) => void;
}

/** Ids of the forms of a pack. */
export interface FormNames {
  readonly all: readonly string[];
  readonly registers: readonly string[];
}

/** A value that a field can never have makes a condition that never holds. */
export function checkValue(
  field: Field | undefined,
  value: string | number | boolean,
  path: Path,
  report: Report,
): void {
  if (!field || canHold(field, value)) return;
  report(path, `${field.key} 不会是 ${String(value)}`, `${field.key} is never ${String(value)}`);
}

function canHold(field: Field, value: string | number | boolean): boolean {
  if (field.type === 'multi') return kindOf(field).accepts([String(value)], field);
  return kindOf(field).accepts(value, field);
}

/** Every part of a condition that asks for something, with its place. */
function eachPart(condition: Condition, path: Path, visit: (part: Condition, path: Path) => void): void {
  if ('all' in condition) condition.all.forEach((part, nth) => eachPart(part, [...path, 'all', nth], visit));
  else if ('any' in condition)
    condition.any.forEach((part, nth) => eachPart(part, [...path, 'any', nth], visit));
  else if ('not' in condition) eachPart(condition.not, [...path, 'not'], visit);
  else visit(condition, path);
}

/** Blanks that the program fills, whatever the pack. */
const OWN_BLANKS = new Set(['office', 'number', 'doc_no', 'today']);

export function packNames(procedure: ProcedureFile, forms: FormNames, report: Report): PackNames {
  const fields = new Map(procedure.fields.map(field => [field.key, field]));
  const settings = new Set(procedure.settings.map(setting => setting.key));
  const rates = new Set(procedure.rates.map(rate => rate.key));
  const want =
    (known: readonly string[], zh: string, en: string) =>
    (id: string, path: Path): void => {
      if (!known.includes(id)) report(path, `没有${zh}：${id}`, `no such ${en}: ${id}`);
    };
  const field = (key: string, path: Path): Field | undefined => {
    if (!fields.has(key)) report(path, `没有这个字段：${key}`, `no such field: ${key}`);
    return fields.get(key);
  };
  const severity = want(
    procedure.severity?.classes.map(({ id }) => id) ?? [],
    '这个等级',
    'class of severity',
  );
  const form = want(forms.all, '这张表单', 'form');
  return {
    field,
    severity,
    form,
    casePaper: (id, path) => {
      form(id, path);
      if (forms.registers.includes(id))
        report(path, `${id} 是登记簿，不按件出`, `${id} is a register, no paper of one case`);
    },
    step: want(
      procedure.steps.map(({ id }) => id),
      '这个步骤',
      'step',
    ),
    track: want(
      procedure.tracks.map(({ id }) => id),
      '这条线',
      'track',
    ),
    level: want(procedure.escalation?.levels.map(({ id }) => id) ?? [], '这一级', 'level'),
    report: want(
      procedure.reports.map(({ id }) => id),
      '这份报表',
      'report',
    ),
    grounds: want(Object.keys(procedure.grounds), '这张情形清单', 'list of grounds'),
    figure: want(
      procedure.figures.map(({ key }) => key),
      '这个要填的数',
      'figure to be entered',
    ),
    rate: want(
      procedure.rates.map(({ key }) => key),
      '这个率',
      'rate',
    ),
    series: want(['register', ...procedure.documents.map(({ id }) => id)], '这套编号', 'series of numbers'),
    condition: (condition, path) =>
      eachPart(condition, path, (part, at) => {
        if ('severity' in part) part.severity.forEach((id, nth) => severity(id, [...at, 'severity', nth]));
        if (!('field' in part)) return;
        const known = field(part.field, [...at, 'field']);
        if ('is' in part) checkValue(known, part.is, [...at, 'is'], report);
        if ('in' in part)
          part.in.forEach((value, nth) => checkValue(known, value, [...at, 'in', nth], report));
      }),
    template: (text, path, more = []) => {
      const blanks = [...inTemplate(text.zh), ...inTemplate(text.en ?? '')];
      for (const name of new Set(blanks)) {
        const known = name.startsWith('setting:')
          ? settings.has(name.slice('setting:'.length))
          : name.startsWith('rate:')
            ? more.includes('period') && rates.has(name.slice('rate:'.length))
            : name.startsWith('capitals:')
              ? fields.get(name.slice('capitals:'.length))?.type === 'money'
              : OWN_BLANKS.has(name) || more.includes(name) || fields.has(name.replace(/^day:/, ''));
        if (!known) report(path, `不知道用什么填 {${name}}`, `nothing fills {${name}}`);
      }
    },
  };
}
