import type { GuidancePack } from './guidance.schema.ts';
import type { Procedure } from './procedure.schema.ts';

/**
 * A procedure with what the guidance packs of an office add to it: fields asked at registration and limits. What the
 * procedure has itself stays, and of what two of them bring the first; the hash stays that of the pack.
 */
export function withGuidance(procedure: Procedure, packs: readonly GuidancePack[]): Procedure {
  const fields = packs
    .flatMap(pack => pack.fields)
    .filter(
      ({ key }, index, all) =>
        !procedure.fields.some(own => own.key === key) && all.findIndex(other => other.key === key) === index,
    );
  const limits = packs
    .flatMap(pack => pack.limits)
    .filter(
      ({ id }, index, all) =>
        !procedure.limits.some(own => own.id === id) && all.findIndex(other => other.id === id) === index,
    );
  if (fields.length === 0 && limits.length === 0) return procedure;
  const { registration } = procedure;
  return {
    ...procedure,
    fields: [...procedure.fields, ...fields],
    limits: [...procedure.limits, ...limits],
    registration: { ...registration, fields: [...registration.fields, ...fields.map(({ key }) => key)] },
  };
}
