import type { Instant } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { State, Track } from '#shared/procedure/track.schema.ts';
import type { CaseState } from './case.state.ts';

export type CaseStatus = 'open' | 'done' | 'ended';

export interface Standing {
  readonly status: CaseStatus;
  /** The state a list shows: of the first track that is open, else of the first one there is. */
  readonly shown: State | undefined;
}

/** Where the tracks of a case stand, taken together. */
export function standingOf(procedure: Pick<Procedure, 'tracks'> | undefined, state: CaseState): Standing {
  const states = (procedure?.tracks ?? []).flatMap(track => {
    const at = state.tracks[track.id]?.state;
    return track.states.filter(({ id }) => id === at);
  });
  const open = states.find(({ kind }) => kind === 'open');
  const shown = open ?? states[0];
  if (state.mergedInto !== undefined) return { status: 'ended', shown };
  if (open !== undefined || shown === undefined) return { status: 'open', shown };
  return { status: states.some(({ kind }) => kind === 'done') ? 'done' : 'ended', shown };
}

/** When a track came to its end; later states that are ends too do not move it. */
function endedAt(track: Track, state: CaseState): Instant | undefined {
  const isEnd = (id: string): boolean => track.states.some(each => each.id === id && each.kind !== 'open');
  let ended: Instant | undefined;
  for (const trace of state.trace) {
    if (trace.kind !== 'entered' || trace.track !== track.id) continue;
    ended = isEnd(trace.state) ? (ended ?? trace.at) : undefined;
  }
  return ended;
}

/** When the last track ended; undefined while one is open. */
export function closedAt(procedure: Pick<Procedure, 'tracks'>, state: CaseState): Instant | undefined {
  if (state.mergedInto !== undefined) return state.mergedInto.at;
  if (standingOf(procedure, state).status === 'open') return undefined;
  return procedure.tracks
    .filter(({ id }) => state.tracks[id] !== undefined)
    .flatMap(track => endedAt(track, state) ?? [])
    .sort()
    .at(-1);
}
