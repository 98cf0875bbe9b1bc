import type { FormBlock } from '#shared/procedure/form.blocks.ts';
import type { Form } from '#shared/procedure/form.schema.ts';
import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { inTemplate } from '#shared/procedure/template.ts';
import type { Catalogue } from './catalogue.ts';
import { checklistPart, type Checklist } from './coverage.checklist.ts';
import { figuresPart } from './coverage.figures.ts';
import { limitIds } from './limit.ids.ts';
import type { ShippedPacks } from './pack.files.ts';

export interface PackCoverage {
  readonly no: string;
  readonly id: string;
  readonly name: string;
  readonly present: boolean;
  readonly forms: { readonly wanted: number; readonly missing: readonly string[] };
  /** `FORM: key` of every field of the catalogue that its form does not show. */
  readonly fields: { readonly wanted: number; readonly missing: readonly string[] };
  readonly limits: { readonly wanted: number; readonly missing: readonly string[] };
  /** `ID: has, not wanted` of every limit whose amount or unit is not that of the catalogue. */
  readonly figures: { readonly wanted: number; readonly missing: readonly string[] };
  readonly reports: { readonly wanted: number; readonly missing: readonly string[] };
  /** Lines of the checklist that nothing proves, with the reason. */
  readonly checklist: { readonly wanted: number; readonly missing: readonly string[] };
}

function keysOfBlock(block: FormBlock): readonly string[] {
  if ('para' in block) return inTemplate(block.para.zh);
  if ('line' in block) return [...inTemplate(block.line.left.zh), ...inTemplate(block.line.right.zh)];
  if ('fields' in block) return block.fields;
  if ('long' in block) return [block.long];
  if ('rows_of' in block) return [block.rows_of];
  if ('signatures' in block) return block.signatures.flatMap(({ key }) => (key === undefined ? [] : [key]));
  return [];
}

/** The field a list of grounds keeps the chosen one in stands on the paper as that list. */
const keysOfGrounds = (blocks: readonly FormBlock[], procedure: Procedure): readonly string[] =>
  blocks.flatMap(block => {
    const list = 'grounds' in block ? procedure.grounds[block.grounds] : undefined;
    return list ? [list.field] : [];
  });

function keysOfBody(form: Form, procedure: Procedure): readonly string[] {
  switch (form.sheet) {
    case 'form':
      return [
        ...form.rows.flatMap(({ cells }) =>
          cells.flatMap(cell => [
            ...(cell.field === undefined ? [] : [cell.field]),
            ...(cell.fields ?? []),
            ...(cell.sign_key === undefined ? [] : [cell.sign_key]),
            ...inTemplate(cell.text?.zh ?? ''),
          ]),
        ),
        ...form.below.flatMap(keysOfBlock),
        ...keysOfGrounds(form.below, procedure),
      ];
    case 'letter':
      return [
        ...form.body.flatMap(keysOfBlock),
        ...keysOfGrounds(form.body, procedure),
        ...inTemplate(form.attachments?.zh ?? ''),
        ...inTemplate(form.addressee?.zh ?? ''),
        ...(form.addressee ? ['addressee'] : []),
        ...(form.closing ? ['document_date', ...inTemplate(form.closing.unit.zh)] : []),
        ...(form.closing ? inTemplate(form.closing.date.zh) : []),
        ...(form.closing?.seal ? ['seal'] : []),
      ];
    case 'record':
      return [
        ...form.body.flatMap(keysOfBlock),
        ...keysOfGrounds(form.body, procedure),
        ...form.every_page.flatMap(({ key }) => (key === undefined ? [] : [key])),
      ];
    case 'register':
      return [
        ...form.columns.flatMap(({ field, key }) => [
          ...(field === undefined ? [] : [field]),
          ...(key === undefined ? [] : [key]),
        ]),
        ...form.signatures.flatMap(({ key }) => (key === undefined ? [] : [key])),
      ];
  }
}

/** Catalogue names of what the program itself prints. */
const PRINTED_BY_PROGRAM: Readonly<Record<string, string>> = {
  number: 'register_no',
  doc_no: 'doc_no',
  today: 'document_date',
  period: 'report_period',
  'count:received': 'count_received',
  'count:closed': 'count_closed',
  'count:open': 'count_open',
  'count:received_closed': 'count_closed',
  'count:closure_rate': 'rate_value',
};

/** What the lines of persons hold that the report of a register puts above its list. */
const keysOfReport = (form: Form, procedure: Procedure): readonly string[] =>
  procedure.reports.flatMap(({ form: on, by }) =>
    on === form.id && by ? [by.field, ...by.columns.map(({ measure }) => `count:${measure}`)] : [],
  );

/** Every catalogue key that stands on a form, one way or another. */
export function keysOfForm(form: Form, procedure: Procedure): ReadonlySet<string> {
  const above = 'above' in form && form.above ? [form.above.left.zh, form.above.right.zh] : [];
  const named = [
    ...keysOfBody(form, procedure),
    ...keysOfReport(form, procedure),
    ...[form.title.zh, ...above].flatMap(inTemplate),
    ...form.by_hand,
    ...(form.number === 'register' ? ['register_no', 'doc_no'] : []),
    ...(form.number !== undefined && form.number !== 'register' ? ['doc_no'] : []),
    ...(form.sheet === 'register' && form.columns.some(({ of }) => of === 'number') ? ['register_no'] : []),
  ];
  return new Set(named.map(name => PRINTED_BY_PROGRAM[name] ?? name.replace(/^(setting|day|rate):/, '')));
}

const part = (wanted: readonly string[], found: ReadonlySet<string>) => ({
  wanted: wanted.length,
  missing: wanted.filter(id => !found.has(id)),
});

function fieldsPart(catalogue: Catalogue, system: string, procedure: Procedure | undefined) {
  const wanted = catalogue.forms
    .filter(({ pack }) => pack === system)
    .flatMap(({ id, keys }) => keys.map(key => ({ id, key })));
  const found = new Map(procedure?.forms.map(form => [form.id, keysOfForm(form, procedure)]));
  return {
    wanted: wanted.length,
    missing: wanted.filter(({ id, key }) => !found.get(id)?.has(key)).map(({ id, key }) => `${id}: ${key}`),
  };
}

/** What the packs have of the catalogue, a line a system. */
export function coverageOf(
  catalogue: Catalogue,
  packs: ShippedPacks,
  checklist: Checklist,
): readonly PackCoverage[] {
  return catalogue.systems.map(({ no, id, zh }) => {
    const procedure = packs.procedures.find(pack => pack.id === id);
    const guidance: GuidancePack | undefined = packs.guidance.find(pack => pack.id === id);
    const own = (list: readonly { readonly id: string; readonly pack: string }[]): readonly string[] =>
      list.filter(({ pack }) => pack === id).map(each => each.id);
    const limits = procedure ? limitIds(procedure) : (guidance?.limits.map(limit => limit.id) ?? []);
    return {
      ...{ no, id, name: zh, present: procedure !== undefined || guidance !== undefined },
      forms: part(own(catalogue.forms), new Set(procedure?.forms.map(form => form.id))),
      fields: fieldsPart(catalogue, id, procedure),
      limits: part(own(catalogue.limits), new Set(limits)),
      figures: figuresPart(catalogue, id, procedure, guidance),
      checklist: checklistPart(checklist[no] ?? [], procedure, guidance),
      reports: part(own(catalogue.reports), new Set(procedure?.reports.map(report => report.id))),
    };
  });
}
