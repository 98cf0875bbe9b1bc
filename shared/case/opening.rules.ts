import { holds } from '#shared/procedure/condition.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Track } from '#shared/procedure/track.schema.ts';
import type { Values } from '#shared/procedure/values.ts';

/** The tracks a case begins with that says this when it is registered. */
export const tracksOpenedBy = ({ tracks }: Pick<Procedure, 'tracks'>, values: Values): readonly Track[] =>
  tracks.filter(
    ({ opens_at_registration: atOnce, opens_if: opensIf }) =>
      atOnce && (opensIf === undefined || holds(opensIf, values)),
  );
