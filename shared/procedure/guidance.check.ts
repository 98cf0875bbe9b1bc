import type { GuidancePackFile } from './guidance.schema.ts';
import type { Trigger } from './limit.schema.ts';
import type { PackFault, PackSource } from './pack.source.ts';
import { reporter } from './pack.source.ts';

/** What a limit of a guidance pack may hang on: it does not know the steps of the procedures it is added to. */
const isGeneral = (trigger: Trigger, fields: ReadonlySet<string>): boolean =>
  'registered' in trigger ||
  'closed' in trigger ||
  'noted' in trigger ||
  ('date_in' in trigger && fields.has(trigger.date_in));

export function checkGuidancePack(pack: GuidancePackFile, source: PackSource): readonly PackFault[] {
  const faults: PackFault[] = [];
  const report = reporter(source, faults);
  const fields = new Set(pack.fields.map(({ key }) => key));
  pack.cards.forEach(({ id }, index) => {
    if (pack.cards.findIndex(card => card.id === id) !== index)
      report(['cards', index, 'id'], `“${id}”写了两次`, `“${id}” is defined twice`);
  });
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
