import type { LimitUnit } from '#shared/calendar/limit.types.ts';
import type { Duty } from '#shared/procedure/duty.schema.ts';
import type { Limit } from '#shared/procedure/limit.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { ShippedPacks } from './pack.files.ts';

/** A time with a figure that counts from a moment, wherever in a pack it stands. */
export interface Clock {
  readonly kind: 'limit' | 'severity' | 'escalation';
  readonly pack: string;
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly amount?: number | undefined;
  readonly unit: LimitUnit;
  readonly roll: 'none' | 'next-working-day';
  /** In place of a figure: the field the day is written in. */
  readonly dueIn?: { readonly key: string; readonly label: string } | undefined;
  readonly fromOpening: boolean;
  readonly extension?: Limit['extension'];
  /** What one should know beside the figure. */
  readonly notes: readonly string[];
}

export type Found =
  Clock | { readonly kind: 'duty'; readonly pack: string; readonly id: string; readonly duty: Duty };

function clockOfLimit({ id: pack, fields }: Pick<Procedure, 'id' | 'fields'>, limit: Limit): Clock {
  const { id, name, rule, amount, unit, roll, due_in: written, extension } = limit;
  const label = fields.find(({ key }) => key === written)?.label.zh ?? written;
  const dueIn = written === undefined || label === undefined ? undefined : { key: written, label };
  return {
    ...{ kind: 'limit', pack, id, name: name.zh, rule: rule.zh, amount, unit, roll, dueIn, extension },
    fromOpening: limit.counted_from === 'next-opening',
    notes: [
      ...(limit.kind === 'right' ? ['这是当事人的权利，过期不行使就没有了'] : []),
      ...(limit.tone === 'soft' ? ['原文是“原则上”，到期只提醒'] : []),
      ...(limit.repeats ? ['每办一次重新计时，直到办结'] : []),
      ...(limit.unverified ? ['这个时限没有对过原文，用之前请核对'] : []),
    ],
  };
}

const plain = { roll: 'none', fromOpening: false } as const;

function clockOfSeverity({ id: pack, severity }: Procedure, id: string): Clock | undefined {
  const rule = severity?.rules.find(({ limit }) => limit === id);
  const span = rule?.open_for ?? rule?.repeats?.within;
  if (!severity || !rule || !span) return undefined;
  const grade = severity.classes.find(each => each.id === rule.class)?.name.zh ?? rule.class;
  return {
    ...{ kind: 'severity', pack, id, name: `定为“${grade}”`, rule: rule.why.zh, ...span, ...plain },
    notes: [
      rule.open_for
        ? '从收到起，过了这个时间还没有办结，等级就变'
        : `从其中最早的一件收到起，到这时满 ${rule.repeats?.at_least ?? 0} 件的，等级就变`,
    ],
  };
}

function clockOfLevel({ id: pack, escalation }: Procedure, id: string): Clock | undefined {
  const level = escalation?.levels.find(({ limit }) => limit === id);
  if (!escalation || !level) return undefined;
  return {
    ...{ kind: 'escalation', pack, id, name: `升到${level.to.zh}`, ...level.after, ...plain },
    rule: level.source?.zh ?? level.to.zh,
    notes: [
      escalation.counted_from === 'receipt' ? '从收到起算' : '从上一级接手起算，第一级从收到起算',
      ...(level.unverified ? ['这一级没有对过原文，用之前请核对'] : []),
    ],
  };
}

/** The limit, duty, rule of a class or level of a ladder that has this id. */
export function findClock(id: string, { procedures, guidance }: ShippedPacks): Found | undefined {
  for (const pack of [...procedures, ...guidance]) {
    const limit = pack.limits.find(each => each.id === id);
    if (limit) return clockOfLimit(pack, limit);
  }
  for (const pack of procedures) {
    const duty = pack.duties.find(each => each.id === id);
    if (duty) return { kind: 'duty', pack: pack.id, id, duty };
    const clock = clockOfSeverity(pack, id) ?? clockOfLevel(pack, id);
    if (clock) return clock;
  }
  return undefined;
}
