import type { Text } from '#shared/core/text.ts';
import type { Procedure } from './procedure.schema.ts';

/** Where a pack may say that its source does not confirm something, as a path through the schema. */
export const MARKED_AT = {
  setting: 'settings[]',
  field: 'fields[]',
  option: 'fields[].options[]',
  rows: 'fields[].rows[]',
  check: 'checks[]',
  register: 'numbering',
  series: 'documents[]',
  step: 'steps[]',
  grounds: 'grounds{}',
  ground: 'grounds{}.items[]',
  limit: 'limits[]',
  rule: 'severity.rules[]',
  ladder: 'escalation',
  level: 'escalation.levels[]',
  duty: 'duties[]',
  report: 'reports[]',
  figure: 'figures[]',
  rate: 'rates[]',
  lines: 'reports[].by',
  archive: 'archive',
  form: 'forms[]',
} as const;
export type MarkedKind = keyof typeof MARKED_AT;

/** One thing that is not confirmed: of which kind, its id where people call it by that, and what it is called. */
export interface Marked {
  readonly kind: MarkedKind;
  readonly id?: string;
  /** Left out where there is one of the kind only. */
  readonly name?: Text;
}

interface MayBeMarked {
  readonly unverified?: boolean | undefined;
}

const english = ({ zh, en }: Text): string => en ?? zh;

const plain = (text: string): Text => ({ zh: text, en: text });

/** Everything of a pack that its source does not confirm, in the order of the pack. */
export function markedOf(procedure: Procedure): readonly Marked[] {
  const of = <T extends MayBeMarked>(
    kind: MarkedKind,
    items: readonly T[],
    say: (item: T) => Omit<Marked, 'kind'>,
  ): readonly Marked[] => items.filter(({ unverified }) => unverified).map(item => ({ kind, ...say(item) }));
  const byId = ({ id, name }: { readonly id: string; readonly name: Text }) => ({ id, name });
  const { fields, severity, escalation, archive } = procedure;
  const lists = Object.entries(procedure.grounds).map(([id, list]) => ({ ...list, id }));
  return [
    ...of('setting', procedure.settings, ({ label }) => ({ name: label })),
    ...of('field', fields, ({ label }) => ({ name: label })),
    ...fields.flatMap(({ label, options }) =>
      of('option', options ?? [], option => ({
        name: { zh: `${label.zh}：${option.label.zh}`, en: `${english(label)}: ${english(option.label)}` },
      })),
    ),
    ...fields.flatMap(({ rows }) => of('rows', rows, ({ told }) => ({ name: told }))),
    ...of('check', procedure.checks, ({ told }) => ({ name: told })),
    ...of('register', [procedure.numbering], ({ pattern }) => ({ name: plain(pattern) })),
    ...of('series', procedure.documents, ({ id, pattern }) => ({ id, name: plain(pattern) })),
    ...of('step', procedure.steps, ({ name }) => ({ name })),
    ...of('grounds', lists, ({ id }) => ({ id })),
    ...lists.flatMap(({ id, items }) =>
      of('ground', items, ({ no, text }) => ({ id: `${id} ${no}`, name: text })),
    ),
    ...of('limit', procedure.limits, byId),
    ...of('rule', severity?.rules ?? [], ({ why }) => ({ name: why })),
    ...of('ladder', escalation ? [escalation] : [], () => ({})),
    ...of('level', escalation?.levels ?? [], ({ to }) => ({ name: to })),
    ...of('duty', procedure.duties, byId),
    ...of('report', procedure.reports, byId),
    ...of('figure', procedure.figures, ({ label }) => ({ name: label })),
    ...of('rate', procedure.rates, ({ name }) => ({ name })),
    ...procedure.reports.flatMap(({ id, name, by }) => of('lines', by ? [by] : [], () => ({ id, name }))),
    ...of('archive', archive ? [archive] : [], () => ({})),
    ...of('form', procedure.forms, byId),
  ];
}
