import { instantAt, type Instant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Duty, DutyDue } from '#shared/procedure/duty.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { SeverityRule } from '#shared/procedure/severity.schema.ts';
import { thresholdsOf, withThreshold } from '#shared/procedure/severity.thresholds.ts';
import type { OfficeState, Override } from './office.state.ts';
import type { OwnFigure } from './own-figure.ts';
import { ownRetention, RETENTION_KEY } from './retention.ts';

type Overridden = Pick<OfficeState, 'overrides'>;

/** Overrides of a procedure that are in force for a case received at that moment: the last one of each wins. */
function inForce(office: Overridden, procedure: string, at: Instant): readonly Override[] {
  return office.overrides.filter(each => each.procedure === procedure && each.at <= at);
}

/** How long files are kept, where the office said so. */
function ownArchive({ archive }: Procedure, overrides: readonly Override[]): Pick<Procedure, 'archive'> {
  const last = overrides.findLast(each => each.kind === 'setting' && each.key === RETENTION_KEY);
  const retention = last?.kind === 'setting' && last.value !== null ? ownRetention(last.value) : undefined;
  return archive && retention ? { archive: { ...archive, retention } } : {};
}

type Own<Of extends OwnFigure['of']> = Extract<OwnFigure, { readonly of: Of }>;

/** The last word of the office on one figure. */
function lastSet<Of extends OwnFigure['of']>(
  overrides: readonly Override[],
  of: Of,
  isIt: (own: Own<Of>) => boolean,
): Own<Of> | undefined {
  const sets = overrides.flatMap(each => (each.kind === 'figure' ? [each.set] : []));
  return sets.findLast((set): set is Own<Of> => set.of === of && isIt(set as Own<Of>));
}

function ownRule(rule: SeverityRule, overrides: readonly Override[]): SeverityRule {
  return thresholdsOf(rule).reduce((changed, { part }) => {
    const own = lastSet(overrides, 'threshold', set => set.id === rule.id && set.part === part);
    return own?.figure ? withThreshold(changed, part, own.figure) : changed;
  }, rule);
}

function ownClasses(
  { severity, escalation }: Procedure,
  overrides: readonly Override[],
): Pick<Procedure, 'severity' | 'escalation'> {
  const levels = escalation?.levels.map(level => {
    const own = lastSet(overrides, 'level', ({ id }) => id === level.id);
    return own?.figure ? { ...level, after: own.figure } : level;
  });
  return {
    ...(severity
      ? { severity: { ...severity, rules: severity.rules.map(rule => ownRule(rule, overrides)) } }
      : {}),
    ...(escalation && levels ? { escalation: { ...escalation, levels } } : {}),
  };
}

/**
 * The procedure as the office set it, for a case received at that moment. What the office changes later does not
 * reach back. The hash stays that of the pack.
 */
export function withOverrides(procedure: Procedure, office: Overridden, receivedAt: Instant): Procedure {
  const overrides = inForce(office, procedure.id, receivedAt);
  if (overrides.length === 0) return procedure;
  const settings = procedure.settings.map(setting => {
    const last = overrides.findLast(each => each.kind === 'setting' && each.key === setting.key);
    return last?.kind === 'setting' && last.value !== null
      ? { ...setting, value: { zh: last.value, en: last.value }, unverified: false }
      : setting;
  });
  const limits = procedure.limits.map(limit => {
    const last = overrides.findLast(each => each.kind === 'limit' && each.limit === limit.id);
    return last?.kind === 'limit' && last.figure !== null ? { ...limit, ...last.figure } : limit;
  });
  const classes = ownClasses(procedure, overrides);
  return { ...procedure, settings, limits, ...classes, ...ownArchive(procedure, overrides) };
}

/**
 * When a duty of a pack is due for a period that ends on that day. A period that was over when the office changed
 * the day keeps the earlier one.
 */
export const ownDutyDue =
  (procedure: string, duty: Duty, office: Overridden) =>
  (to: PlainDate): DutyDue => {
    const overrides = inForce(office, procedure, instantAt(to, '24:00'));
    return lastSet(overrides, 'duty', ({ id }) => id === duty.id)?.figure ?? duty.due;
  };
