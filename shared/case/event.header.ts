import { z } from 'zod';
import { EventId, PersonId } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import { Role } from '#shared/procedure/role.ts';

/** Who did it, in which role, at which PC. The name is that of the day: people leave, papers stay. */
export const Actor = z
  .strictObject({
    person: PersonId,
    name: z.string().min(1).max(60),
    role: Role,
    station: z.string().max(60),
  })
  .readonly();
export type Actor = z.infer<typeof Actor>;

/** What every event says: append-only facts, in the past tense. `v` is the version of the event's own shape. */
export const headerShape = {
  v: z.literal(1),
  id: EventId,
  at: Instant,
  by: Actor,
};
