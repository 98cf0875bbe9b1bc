import type { LIMIT_UNITS } from '#shared/calendar/limit.types.ts';
import type { Duty } from '#shared/procedure/duty.schema.ts';
import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import type { Limit } from '#shared/procedure/limit.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Catalogue } from './catalogue.ts';

type Unit = (typeof LIMIT_UNITS)[number];

const ISO: Partial<Readonly<Record<Unit, (amount: number) => string>>> = {
  minutes: amount => `PT${amount}M`,
  hours: amount => (Number.isInteger(amount) ? `PT${amount}H` : `PT${amount * 60}M`),
  'office-hours': amount => (Number.isInteger(amount) ? `PT${amount}H` : `PT${amount * 60}M`),
  'calendar-days': amount => `P${amount}D`,
  weeks: amount => `P${amount}W`,
  months: amount => `P${amount}M`,
  'working-days': amount => `WD${amount}`,
  'same-day': () => 'same day',
  'at-once': () => 'PT0',
};

const ofSpan = ({ amount, unit }: { readonly amount: number; readonly unit: Unit }): string =>
  ISO[unit]?.(amount) ?? `${amount} ${unit}`;

const ofLimit = ({ amount, unit, due_in: dueIn }: Limit): string =>
  amount === undefined ? (dueIn === undefined ? 'none' : 'date') : ofSpan({ amount, unit });

const PERIOD_WORDS: Readonly<Record<string, Duty['period']>> = {
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  'half-yearly': 'half-year',
};

/** Its period, and the day where it is a certain one. */
const ofDuty = ({ period, due }: Duty): readonly string[] => {
  if ('working_day' in due) return [period, `WD${due.working_day}`];
  return 'day' in due ? [period, `day ${due.day}`] : [period];
};

/** The figure of the catalogue in the words of this file; undefined where it names none that could be compared. */
function wanted(due: string): readonly string[] | undefined {
  const period = PERIOD_WORDS[/^[a-z-]+/.exec(due)?.[0] ?? ''];
  if (period) {
    const day = /\bWD(\d+)/.exec(due)?.[0] ?? /\b(\d+)(?:st|nd|rd|th)\b/.exec(due)?.[1];
    return day === undefined ? [period] : [period, day.startsWith('WD') ? day : `day ${day}`];
  }
  if (/^(none|WD\?)/.test(due)) return ['none'];
  if (due.startsWith('date ')) return ['date'];
  if (due.includes('same day')) return ['same day'];
  const iso = /due (WD\d+)/.exec(due)?.[1] ?? /^(WD\d+|PT?\d+[A-Z]?)/.exec(due)?.[1];
  return iso === undefined ? undefined : [iso];
}

/** What a pack says of a limit of the catalogue, wherever it stands in it. */
function found(id: string, procedure: Procedure | undefined, guidance: GuidancePack | undefined) {
  const limit = [...(procedure?.limits ?? []), ...(guidance?.limits ?? [])].find(each => each.id === id);
  if (limit) return [ofLimit(limit)];
  const duty = procedure?.duties.find(each => each.id === id);
  if (duty) return ofDuty(duty);
  const level = procedure?.escalation?.levels.find(each => each.limit === id);
  if (level) return [ofSpan(level.after)];
  const rule = procedure?.severity?.rules.find(each => each.limit === id);
  const span = rule?.open_for ?? rule?.repeats?.within;
  return span ? [ofSpan(span)] : undefined;
}

/** Limits of the catalogue whose amount and unit can be compared, and `ID: has, not wanted` of those that differ. */
export function figuresPart(
  catalogue: Catalogue,
  system: string,
  procedure: Procedure | undefined,
  guidance: GuidancePack | undefined,
) {
  const compared = catalogue.limits
    .filter(({ pack }) => pack === system)
    .flatMap(({ id, due }) => {
      const figure = wanted(due);
      return figure ? [{ id, figure, has: found(id, procedure, guidance) ?? [] }] : [];
    });
  const differs = ({ figure, has }: (typeof compared)[number]): boolean =>
    figure.some(part => !has.includes(part));
  return {
    wanted: compared.length,
    missing: compared
      .filter(differs)
      .map(({ id, figure, has }) => `${id}: ${has.join(' ') || 'nothing'}, not ${figure.join(' ')}`),
  };
}
