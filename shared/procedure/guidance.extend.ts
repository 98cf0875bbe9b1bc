import type { GuidancePack } from './guidance.schema.ts';
import type { Procedure } from './procedure.schema.ts';

/**
 * A procedure with what the guidance packs of an office add to it: fields asked at registration and limits. What the
 * procedure has itself stays; the hash stays that of the pack.
 */
export function withGuidance(procedure: Procedure, packs: readonly GuidancePack[]): Procedure {
  const own = new Set(procedure.fields.map(({ key }) => key));
  const known = new Set(procedure.limits.map(({ id }) => id));
  const fields = packs.flatMap(pack => pack.fields).filter(({ key }) => !own.has(key));
  const limits = packs.flatMap(pack => pack.limits).filter(({ id }) => !known.has(id));
  if (fields.length === 0 && limits.length === 0) return procedure;
  const { registration } = procedure;
  return {
    ...procedure,
    fields: [...procedure.fields, ...fields],
    limits: [...procedure.limits, ...limits],
    registration: { ...registration, fields: [...registration.fields, ...fields.map(({ key }) => key)] },
  };
}
