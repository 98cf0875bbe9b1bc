import { assertNever, invariant } from '#shared/core/assert.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isSameMatter, type ApprovalMatter } from './approval.matter.ts';
import type { CaseEvent } from './case.events.ts';
import { evolveAttachments } from './attachment.evolve.ts';
import type { CaseState, DocumentState, ScannedPage, Trace, TrackState } from './case.state.ts';
import { evolveOrders } from './order.evolve.ts';
import { tracksOpenedBy } from './opening.rules.ts';
import { evolveTransfers, lookedAt } from './transfer.evolve.ts';

type Registered = Extract<CaseEvent, { type: 'registered' }>;

function begin(event: Registered, procedure: Pick<Procedure, 'tracks'>): CaseState {
  const tracks: Record<string, TrackState> = {};
  const { closed } = event.brought ?? {};
  for (const { id, initial } of tracksOpenedBy(procedure, event.values)) {
    const ended = closed?.states[id];
    tracks[id] =
      ended === undefined || !closed
        ? { state: initial, since: event.at }
        : { state: ended, since: closed.at };
  }
  const ends = Object.entries(tracks).flatMap(([track, { state, since }]): readonly Trace[] =>
    closed?.states[track] === undefined ? [] : [{ kind: 'entered', track, state, at: since }],
  );
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
    trace: [
      { kind: 'registered', at: event.received_at },
      ...Object.keys(tracks).map(track => ({ kind: 'opened' as const, track, at: event.received_at })),
      ...ends,
    ],
    asked: [],
    numbers: {},
    confirmed: [],
    ...(event.brought ? { brought: event.brought } : {}),
    ...(event.transferred ? { transferred: event.transferred } : {}),
    seq: event.seq,
  };
}

/** Which fields get another value; clocks and classes that hang on them begin then. */
const changedKeys = (state: CaseState, values: CaseState['values']): readonly string[] =>
  Object.keys(values).filter(key => JSON.stringify(state.values[key]) !== JSON.stringify(values[key]));

function withValues(next: CaseState, values: CaseState['values']): CaseState {
  const keys = changedKeys(next, values);
  return keys.length === 0
    ? next
    : {
        ...next,
        values: { ...next.values, ...values },
        trace: [
          ...next.trace,
          {
            kind: 'fields',
            before: Object.fromEntries(keys.map(key => [key, next.values[key] ?? null])),
            at: next.lastAt,
          },
        ],
      };
}

const traced = (next: CaseState, trace: Trace): CaseState => ({ ...next, trace: [...next.trace, trace] });

function inTrack(next: CaseState, track: string, state: string): CaseState {
  if (next.tracks[track]?.state === state) return next;
  const entered = { ...next, tracks: { ...next.tracks, [track]: { state, since: next.lastAt } } };
  return traced(entered, { kind: 'entered', track, state, at: next.lastAt });
}

const withDocument = (
  next: CaseState,
  id: DocumentState['id'],
  change: (document: DocumentState) => DocumentState,
): CaseState => ({
  ...next,
  documents: next.documents.map(document => (document.id === id ? change(document) : document)),
});

/**
 * Whoever approves something, hands in what headquarters asks, or carries a case to and from another office, does
 * not take the case over. What a step does to
 * other tracks is of that step.
 */
function leavesHandler({ type, seq }: CaseEvent, { givenSeq }: CaseState): boolean {
  switch (type) {
    case 'approval-answered':
    case 'clock-extended':
    case 'signature-waived':
    case 'track-opened':
    case 'track-closed':
    case 'supervision-ordered':
    case 'transfer-sent':
    case 'transfer-answered':
      return true;
    case 'step-taken':
      return givenSeq === seq - 1;
    default:
      return false;
  }
}

/** What has been settled waits no more: whoever may do it did not wait for the answer. */
const withoutAsked = (next: CaseState, settles: (matter: ApprovalMatter) => boolean): CaseState => ({
  ...next,
  asked: next.asked.filter(({ matter }) => !settles(matter)),
});

const isAbout =
  (document: DocumentState['id']) =>
  (matter: ApprovalMatter): boolean =>
    matter.about === 'unsigned' && matter.document === document;

const isPrint = (trace: Trace): trace is Extract<Trace, { kind: 'printed' | 'printed-void' }> =>
  trace.kind === 'printed' || trace.kind === 'printed-void';

/** No clock runs or stops for a paper that is void; that it came out is still known. */
const withoutPaper = (trace: readonly Trace[], document: DocumentState['id']): readonly Trace[] =>
  trace.flatMap((each): readonly Trace[] => {
    if (!('document' in each) || each.document !== document) return [each];
    return isPrint(each) ? [{ ...each, kind: 'printed-void' }] : [];
  });

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
  const { at, by } = event;
  const handled = leavesHandler(event, state) ? state.lastBy : by;
  const next: CaseState = { ...state, seq: event.seq, lastAt: at, lastBy: handled };

  switch (event.type) {
    case 'fields-changed':
      return withValues(next, event.values);
    case 'step-taken': {
      const entered = inTrack(withValues(next, event.values), event.track, event.to);
      const settled = withoutAsked(entered, matter => matter.about === 'step' && matter.step === event.step);
      return traced(settled, { kind: 'step', step: event.step, at });
    }
    case 'track-opened':
      return traced(inTrack(next, event.track, event.state), { kind: 'opened', track: event.track, at });
    case 'track-closed':
      return inTrack(next, event.track, event.to);
    case 'clock-extended': {
      const { limit, amount, reason, approved_by: approver = by, asked_by: askedBy } = event;
      const settled = withoutAsked(next, matter => isSameMatter(matter, { about: 'extension', limit }));
      return traced(settled, {
        ...{ kind: 'extended', limit, amount, reason, by: approver, at },
        ...(askedBy ? { askedBy } : {}),
      });
    }
    case 'note-added':
      return traced(next, { kind: 'noted', text: event.text, at });
    case 'approval-asked': {
      const { id, step, values, ground, reason } = event;
      const matter = { about: 'step' as const, step, values, ...(ground === undefined ? {} : { ground }) };
      const stood = Object.fromEntries(Object.keys(values).map(key => [key, state.values[key] ?? null]));
      return { ...next, asked: [...state.asked, { id, matter, reason, at, by, stood }] };
    }
    case 'approval-sought': {
      const { id, matter, reason } = event;
      return { ...next, asked: [...state.asked, { id, matter, reason, at, by, stood: {} }] };
    }
    case 'approval-answered': {
      const given = event.answer === 'given' ? { givenSeq: event.seq } : {};
      return { ...next, ...given, asked: state.asked.filter(({ id }) => id !== event.asked) };
    }
    case 'severity-overridden':
      return { ...next, severity: { class: event.class, reason: event.reason, at, by: by.name } };
    case 'escalation-taken':
      return traced(next, { kind: 'escalated', level: event.level, at });
    case 'linked-as-repeat':
      return { ...next, repeatOf: { id: event.of, number: event.number } };
    case 'merged':
      return { ...next, mergedInto: { id: event.into, number: event.number, at } };
    case 'archive-item-confirmed':
      return { ...next, confirmed: [...state.confirmed, event.item] };
    case 'document-numbered':
      return { ...next, numbers: { ...state.numbers, [event.form]: event.number } };
    case 'document-made': {
      const { document: id, form, sha256, bytes, pages, mark } = event;
      const made: DocumentState = {
        ...{ id, form, sha256, bytes, pages, mark, madeAt: at },
        ...{ scans: [], prints: [], withdrawn: [] },
        ...(event.outside ? { outside: { ...event.outside, by: by.name } } : {}),
      };
      return { ...next, documents: [...state.documents, made] };
    }
    case 'document-printed': {
      const { nth, copies, printer } = event;
      const onForm = event.preprinted ? { preprinted: true as const } : {};
      const job = event.job === undefined ? {} : { job: event.job };
      const print = { nth, at, by: by.name, copies, printer, ...onForm, ...job };
      const printed = withDocument(next, event.document, made => ({
        ...made,
        prints: [...made.prints, print],
      }));
      return traced(printed, { kind: 'printed', document: event.document, form: event.form, nth, at });
    }
    case 'print-withdrawn': {
      const print = state.documents
        .find(({ id }) => id === event.document)
        ?.prints.find(({ nth }) => nth === event.nth);
      const withdrawn = withDocument(next, event.document, made => ({
        ...made,
        prints: made.prints.filter(({ nth }) => nth !== event.nth),
        withdrawn: print ? [...made.withdrawn, print] : made.withdrawn,
      }));
      // No clock may have run or stopped for it.
      const trace = withdrawn.trace.filter(
        each => !(isPrint(each) && each.document === event.document && each.nth === event.nth),
      );
      return { ...withdrawn, trace };
    }
    case 'document-signed': {
      const signed = withDocument(next, event.document, made => ({
        ...made,
        signedAt: at,
        ...(event.on_pad ? { signedOnPad: true as const } : {}),
      }));
      const settled = withoutAsked(signed, isAbout(event.document));
      return traced(settled, { kind: 'signed', document: event.document, form: event.form, at });
    }
    case 'signature-waived': {
      const { document, form, cause, reason, approved_by: approver, asked_by: askedBy } = event;
      const waived = { cause, reason, by: approver, at, ...(askedBy ? { askedBy } : {}) };
      const went = withDocument(next, document, made => ({ ...made, waived }));
      return traced(withoutAsked(went, isAbout(document)), { kind: 'waived', document, form, at });
    }
    case 'signed-on-pad': {
      const { place, signer, image } = event;
      const signature = { place, signer, image, at, by: by.name };
      return withDocument(next, event.document, made => ({
        ...made,
        padSignatures: [...(made.padSignatures ?? []), signature],
      }));
    }
    case 'scan-filed': {
      const { page, sha256, by_hand: byHand = false } = event;
      const scan: ScannedPage = { page, sha256, at, by: by.name, byHand };
      return withDocument(next, event.document, made => ({
        ...made,
        scans: [...made.scans.filter(each => each.page !== page), scan].sort((a, b) => a.page - b.page),
      }));
    }
    case 'document-voided': {
      // Set again, the paper bears the same number and keeps it.
      const bearsNumber = state.documents.some(
        ({ id, form, voided }) => form === event.form && id !== event.document && !voided,
      );
      const numbers = Object.fromEntries(
        Object.entries(state.numbers).filter(([form]) => form !== event.form || bearsNumber),
      );
      const trace = withoutPaper(next.trace, event.document);
      const settled = withoutAsked({ ...next, numbers, trace }, isAbout(event.document));
      return withDocument(settled, event.document, made => ({
        ...made,
        voided: { at, reason: event.reason },
      }));
    }
    case 'attachment-added':
    case 'attachment-described':
    case 'attachment-removed':
      return { ...next, attachments: evolveAttachments(state.attachments ?? [], event) };
    case 'supervision-ordered':
    case 'supervision-answered':
      return { ...next, orders: evolveOrders(state.orders ?? [], event) };
    case 'transfer-sent':
    case 'transfer-answered':
      return { ...next, transfers: evolveTransfers(state.transfers ?? [], event) };
    case 'identity-opened': {
      const before = state.identityOpenedBy ?? [];
      const openedBy = before.includes(by.person) ? before : [...before, by.person];
      // To look is not to handle: whoever handled it last stays so.
      const transfers = state.transfers ? { transfers: lookedAt(state.transfers, event.seq) } : {};
      return { ...state, ...transfers, seq: event.seq, identityOpenedBy: openedBy };
    }
    case 'import-withdrawn':
      return { ...next, withdrawn: true };
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
