import type { Procedure } from '#shared/procedure/procedure.schema.ts';

/** Ids of limits of the catalogue, wherever a pack has them. */
export const limitIds = (procedure: Procedure): readonly string[] => [
  ...procedure.limits.map(({ id }) => id),
  ...procedure.duties.map(({ id }) => id),
  ...(procedure.severity?.rules ?? []).flatMap(({ limit }) => (limit === undefined ? [] : [limit])),
  ...(procedure.escalation?.levels ?? []).flatMap(({ limit }) => (limit === undefined ? [] : [limit])),
];
