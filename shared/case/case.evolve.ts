import { assertNever, invariant } from '#shared/core/assert.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState, DocumentState, TrackState } from './case.state.ts';

type Registered = Extract<CaseEvent, { type: 'registered' }>;

function begin(event: Registered, procedure: Pick<Procedure, 'tracks'>): CaseState {
  const tracks: Record<string, TrackState> = {};
  for (const track of procedure.tracks)
    if (track.opens_at_registration) tracks[track.id] = { state: track.initial, since: event.at };
  return {
    id: event.case,
    procedure: event.procedure,
    number: event.number,
    receivedAt: event.received_at,
    registeredAt: event.at,
    registeredBy: event.by,
    lastBy: event.by,
    lastAt: event.at,
    values: event.values,
    tracks,
    documents: [],
    trace: [{ kind: 'registered', at: event.received_at }],
    seq: event.seq,
  };
}

/**
 * Folds one event into the state of its case.
 *
 * The procedure is needed for the first event only, which opens the tracks. Events come in order and without
 * gaps; anything else means that the journal was read wrongly.
 */
export function evolveCase(
  state: CaseState | undefined,
  event: CaseEvent,
  procedure: Pick<Procedure, 'tracks'>,
): CaseState {
  if (event.type === 'registered') {
    invariant(state === undefined && event.seq === 1, 'a case is registered once, and first');
    return begin(event, procedure);
  }
  invariant(state !== undefined, 'a case begins with its registration');
  invariant(event.case === state.id && event.seq === state.seq + 1, 'events of a case come in order');
  const next: CaseState = { ...state, seq: event.seq, lastAt: event.at, lastBy: event.by };

  switch (event.type) {
    case 'fields-changed':
      return { ...next, values: { ...state.values, ...event.values } };
    case 'step-taken':
      return {
        ...next,
        values: { ...state.values, ...event.values },
        tracks: { ...state.tracks, [event.track]: { state: event.to, since: event.at } },
        trace: [...state.trace, { kind: 'step', step: event.step, at: event.at }],
      };
    case 'track-opened':
      return { ...next, tracks: { ...state.tracks, [event.track]: { state: event.state, since: event.at } } };
    case 'clock-extended':
      return {
        ...next,
        trace: [...state.trace, { kind: 'extended', limit: event.limit, amount: event.amount, at: event.at }],
      };
    case 'note-added':
      return next;
    case 'document-made': {
      const { document: id, form, sha256, bytes, pages, mark } = event;
      const made: DocumentState = { id, form, sha256, bytes, pages, mark, madeAt: event.at, prints: [] };
      return { ...next, documents: [...state.documents, made] };
    }
    case 'document-printed': {
      const print = { at: event.at, by: event.by.name, copies: event.copies, printer: event.printer };
      return {
        ...next,
        documents: state.documents.map(document =>
          document.id === event.document ? { ...document, prints: [...document.prints, print] } : document,
        ),
        trace: [...state.trace, { kind: 'printed', form: event.form, at: event.at }],
      };
    }
    default:
      return assertNever(event);
  }
}

/** The state a whole history leaves; undefined for no events. */
export const foldCase = (
  events: readonly CaseEvent[],
  procedure: Pick<Procedure, 'tracks'>,
): CaseState | undefined =>
  events.reduce<CaseState | undefined>((state, event) => evolveCase(state, event, procedure), undefined);
