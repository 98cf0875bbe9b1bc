import type { GuidanceCard, GuidanceFile, GuidancePackFile } from './guidance.schema.ts';
import type { Trigger } from './limit.schema.ts';
import type { ReadPart } from './pack.mend.ts';
import type { PackNames } from './pack.names.ts';
import { reporter, type PackFault, type Report } from './pack.source.ts';

/** What a limit of a guidance pack may hang on: it does not know the steps of the procedures it is added to. */
const isGeneral = (trigger: Trigger, fields: ReadonlySet<string>): boolean =>
  'registered' in trigger ||
  'closed' in trigger ||
  'noted' in trigger ||
  ('date_in' in trigger && fields.has(trigger.date_in));

function checkTwice(cards: readonly GuidanceCard[], report: Report): void {
  cards.forEach(({ id }, index) => {
    if (cards.findIndex(card => card.id === id) !== index)
      report(['cards', index, 'id'], `“${id}”写了两次`, `“${id}” is defined twice`);
  });
}

/** The cards of a procedure stand beside steps that it has. */
export function checkCards({ cards }: GuidanceFile, names: PackNames, report: Report): void {
  checkTwice(cards, report);
  cards.forEach(({ steps }, index) =>
    steps.forEach((step, place) => names.step(step, ['cards', index, 'steps', place])),
  );
}

export function checkGuidancePack({
  data: pack,
  source,
  mended,
}: ReadPart<GuidancePackFile>): readonly PackFault[] {
  const faults: PackFault[] = [];
  const report = reporter(source, faults, mended);
  const fields = new Set(pack.fields.map(({ key }) => key));
  checkTwice(pack.cards, report);
  if (pack.at_first && pack.fields.length + pack.limits.length > 0)
    report(
      ['at_first'],
      '没有选就在用的提示包不能加字段和时限',
      'a pack shown before it is chosen adds no fields or limits',
    );
  pack.limits.forEach((limit, index) => {
    for (const name of ['starts', 'ends', 'stops'] as const)
      limit[name].forEach((trigger, place) => {
        if (!isGeneral(trigger, fields))
          report(
            ['limits', index, name, place],
            '通用的时限只能用登记、记事、办结和自己的日期字段',
            'a limit for any procedure may hang on registration, notes, closing and its own dates only',
          );
      });
    if (limit.due_in !== undefined && !fields.has(limit.due_in))
      report(['limits', index, 'due_in'], `没有这个字段：${limit.due_in}`, `no such field: ${limit.due_in}`);
  });
  return faults;
}
