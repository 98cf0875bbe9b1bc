import type { Instant } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { OfficeState, Override } from './office.state.ts';
import { ownRetention, RETENTION_KEY } from './retention.ts';

/** Overrides of a procedure that are in force for a case received at that moment: the last one of each wins. */
function inForce(
  office: Pick<OfficeState, 'overrides'>,
  procedure: string,
  at: Instant,
): readonly Override[] {
  return office.overrides.filter(each => each.procedure === procedure && each.at <= at);
}

/** How long files are kept, where the office said so. */
function ownArchive({ archive }: Procedure, overrides: readonly Override[]): Pick<Procedure, 'archive'> {
  const last = overrides.findLast(each => each.kind === 'setting' && each.key === RETENTION_KEY);
  const retention = last?.kind === 'setting' && last.value !== null ? ownRetention(last.value) : undefined;
  return archive && retention ? { archive: { ...archive, retention } } : {};
}

/**
 * The procedure as the office set it, for a case received at that moment. What the office changes later does not
 * reach back. The hash stays that of the pack.
 */
export function withOverrides(
  procedure: Procedure,
  office: Pick<OfficeState, 'overrides'>,
  receivedAt: Instant,
): Procedure {
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
  return { ...procedure, settings, limits, ...ownArchive(procedure, overrides) };
}
