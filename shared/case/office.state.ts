import { DEFAULT_OFFICE_HOURS } from '#shared/calendar/default-office-hours.ts';
import type { HoursSince } from '#shared/calendar/hours-timeline.ts';
import type { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { assertNever, invariant } from '#shared/core/assert.ts';
import type { BundleId, EventId, ImportId, OfficeCode, PersonId } from '#shared/core/ids.ts';
import { msOf, type Instant } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { ImportMapping } from '#shared/import/import.mapping.ts';
import type { CasesTaken } from '#shared/list/cases-taken.schema.ts';
import type { Indicator, IndicatorFormula } from '#shared/procedure/indicator.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { Actor } from './event.header.ts';
import type { OfficeEvent } from './office.events.ts';
import type { Figure, OwnFigure } from './own-figure.ts';
import type { PeriodClose } from './period-close.schema.ts';
import { evolveOfficeTransfers, type OfficeTransfers } from './transfer.state.ts';

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface LockedMonth {
  readonly period: PlainMonth;
  readonly at: Instant;
  readonly by: string;
  /** To the open questions of the check list. */
  readonly remarks?: readonly MonthRemark[];
  /** Who let it be locked, and who had proposed it where that was somebody else. */
  readonly approvedBy?: string;
  readonly askedBy?: string;
}

export interface MonthRemark {
  readonly item: string;
  readonly text: string;
}

/** What a procedure asks for by the calendar. */
export interface DutyOf {
  readonly procedure: string;
  readonly duty: string;
}

/** A period of it that is done. */
export interface DutyDone extends DutyOf {
  readonly period: string;
  readonly at: Instant;
  readonly close?: PeriodClose;
  /** Who closed it; who let it be closed, and who had proposed that where it was somebody else. */
  readonly by?: string;
  readonly approvedBy?: string;
  readonly askedBy?: string;
}

/** The lock of a month, or of a period of what a procedure asks for, as it was put before whoever approves it. */
export interface LockProposal {
  readonly id: EventId;
  readonly period: string;
  /** Absent of a month of the office. */
  readonly of?: DutyOf;
  readonly at: Instant;
  readonly by: Actor;
  readonly remarks: readonly MonthRemark[];
  /** It was sent back. */
  readonly refused?: { readonly at: Instant; readonly by: string; readonly reason: string };
}

export interface BundleState {
  readonly id: BundleId;
  readonly period: PlainMonth;
  readonly sequence: number;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly cases: number;
  readonly through: number;
  readonly chain: { readonly seq: number; readonly hash: string };
  readonly builtAt: Instant;
  readonly written: 'no' | 'written' | 'verified';
  readonly writtenAt?: Instant;
  readonly verifiedAt?: Instant;
  /** The drive it was written to last. */
  readonly volume?: string | undefined;
  readonly receipt?: {
    readonly verdict: 'accepted' | 'rejected';
    readonly receivedAt: Instant;
    readonly reasons: readonly string[];
    readonly codes?: readonly string[] | undefined;
    /** Since when the same file is on its way once more. */
    readonly sentAgainAt?: Instant;
  };
}

/** What the office set itself in place of a pack, from that moment on. */
export type Override = {
  readonly at: Instant;
  readonly by: string;
  readonly procedure: string;
  readonly reason: string;
} & (
  | { readonly kind: 'figure'; readonly set: OwnFigure }
  | { readonly kind: 'setting'; readonly key: string; readonly value: string | null }
  | { readonly kind: 'limit'; readonly limit: string; readonly figure: Figure | null }
);

/** A figure of a month as the office entered it; the last one of each counts. */
export interface EnteredFigure {
  readonly procedure: string;
  readonly figure: string;
  readonly month: PlainMonth;
  readonly amount: number | null;
  /** What it was taken from. */
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
}

/** What an indicator is made of, as the office chose it; the last one of each counts. */
export interface ChosenFormula {
  readonly indicator: Indicator;
  readonly formula: IndicatorFormula | null;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
}

/** Hours that the office set, and who did; the first are those of an office that set none. */
export interface OfficeHoursSince extends HoursSince {
  readonly at?: Instant;
  readonly by?: string;
}

/** What the office wrote on a card of a pack; null where it gave the card back. */
export interface WrittenCard {
  readonly pack: string;
  readonly card: string;
  readonly text: string | null;
  readonly at: Instant;
  readonly by: string;
}

/** An old ledger that was brought along. */
export interface ImportState {
  readonly id: ImportId;
  readonly procedure: string;
  readonly file: string;
  readonly rows: number;
  readonly shape: string;
  readonly mapping: ImportMapping;
  readonly raised: readonly { readonly counter: string; readonly from: number; readonly to: number }[];
  readonly at: Instant;
  readonly by: string;
  readonly undone?: { readonly at: Instant; readonly by: string; readonly kept: number };
}

/** Cases that went out as a spreadsheet. */
export interface ExportState {
  readonly taken: CasesTaken;
  readonly at: Instant;
  readonly by: string;
}

/** The office as its events leave it: identity, people, counters, months and bundles. */
export interface OfficeState extends OfficeTransfers {
  readonly name: string;
  readonly code: OfficeCode;
  readonly prefix: string;
  readonly procedure: string;
  readonly signingKey: string;
  readonly foundedAt: Instant;
  /** Where counting begins in the year the office was founded. */
  readonly firstNumber: number;
  readonly people: readonly Person[];
  /** The last number given, by counter. */
  readonly counters: Readonly<Record<string, number>>;
  /** Where counting begins, by counter. */
  readonly starts: Readonly<Record<string, number>>;
  readonly blocks: readonly {
    readonly counter: string;
    readonly from: number;
    readonly to: number;
    readonly for: string;
  }[];
  readonly voided: readonly {
    readonly counter: string;
    readonly n: number;
    readonly number: string;
    readonly reason: string;
  }[];
  /** Procedures the office works by; undefined where it never chose. */
  readonly chosen?: {
    readonly procedures: readonly string[];
    readonly guidance: readonly string[];
    /** Since when it works by each of those it did not begin with. */
    readonly since?: Readonly<Record<string, Instant>>;
  };
  /** What the office set in place of a pack, in the order it was set. */
  readonly overrides: readonly Override[];
  /** When the office is open, from when on. */
  readonly hours: readonly OfficeHoursSince[];
  /** The last word on each card that the office wrote. */
  readonly cards: readonly WrittenCard[];
  /** `duty/period` of what was done. */
  readonly dutiesDone: readonly DutyDone[];
  /** In the order they were entered; undefined while there are none. */
  readonly figures?: readonly EnteredFigure[];
  /** In the order in which they were chosen; absent where none was. */
  readonly formulas?: readonly ChosenFormula[];
  /** In the order they began; undefined while there are none. */
  readonly imports?: readonly ImportState[];
  /** In the order they went out; undefined while none did. */
  readonly exports?: readonly ExportState[];
  readonly headquarters?: HeadquartersCard;
  readonly months: readonly LockedMonth[];
  /** Of months and periods that are open, the last one each; undefined while there is none. */
  readonly proposals?: readonly LockProposal[];
  readonly bundles: readonly BundleState[];
}

const changeBundle = (
  state: OfficeState,
  id: BundleId,
  change: (bundle: BundleState) => BundleState,
): OfficeState => ({
  ...state,
  bundles: state.bundles.map(bundle => (bundle.id === id ? change(bundle) : bundle)),
});

function chosenBy(
  state: OfficeState,
  { procedures, guidance, at }: Extract<OfficeEvent, { type: 'procedures-chosen' }>,
): NonNullable<OfficeState['chosen']> {
  const before = state.chosen?.procedures ?? [state.procedure];
  const since = Object.fromEntries(
    procedures.flatMap(id => {
      const from = before.includes(id) ? state.chosen?.since?.[id] : at;
      return from === undefined ? [] : [[id, from]];
    }),
  );
  return { procedures, guidance, ...(Object.keys(since).length > 0 ? { since } : {}) };
}

type NewOverride = Override extends infer Each
  ? Each extends Override
    ? Omit<Each, 'at' | 'by'>
    : never
  : never;

const withOverride = (
  state: OfficeState,
  { at, by }: Pick<OfficeEvent, 'at' | 'by'>,
  override: NewOverride,
): OfficeState => ({ ...state, overrides: [...state.overrides, { ...override, at, by: by.name }] });

type Proposed = Pick<LockProposal, 'period' | 'of'>;

const isSame = (one: Proposed, other: Proposed): boolean =>
  one.period === other.period && one.of?.procedure === other.of?.procedure && one.of?.duty === other.of?.duty;

function withoutProposal({ proposals, ...state }: OfficeState, settled: Proposed): OfficeState {
  const others = proposals?.filter(each => !isSame(each, settled)) ?? [];
  return others.length > 0 ? { ...state, proposals: others } : state;
}

const withProposal = (state: OfficeState, proposal: LockProposal): OfficeState => ({
  ...state,
  proposals: [...(withoutProposal(state, proposal).proposals ?? []), proposal],
});

function answeredBy(
  state: OfficeState,
  event: Extract<OfficeEvent, { type: 'month-lock-answered' | 'period-close-answered' }>,
): OfficeState {
  const { proposal, answer, at, by, reason = '' } = event;
  if (answer === 'given') return state;
  const refused = { at, by: by.name, reason };
  return {
    ...state,
    proposals: (state.proposals ?? []).map(each => (each.id === proposal ? { ...each, refused } : each)),
  };
}

const approvalOf = ({
  approved_by: approved,
  asked_by: asked,
}: Pick<Extract<OfficeEvent, { type: 'month-locked' }>, 'approved_by' | 'asked_by'>) => ({
  ...(approved ? { approvedBy: approved.name } : {}),
  ...(asked ? { askedBy: asked.name } : {}),
});

function lockedBy(event: Extract<OfficeEvent, { type: 'month-locked' }>): LockedMonth {
  const { period, at, by, remarks } = event;
  return {
    ...{ period, at, by: by.name },
    ...(remarks.length > 0 ? { remarks } : {}),
    ...approvalOf(event),
  };
}

/** Without figures it is ticked as done, and nothing was approved. */
function doneBy(event: Extract<OfficeEvent, { type: 'duty-done' }>): DutyDone {
  const { procedure, duty, period, at, by, close } = event;
  return {
    ...{ procedure, duty, period, at },
    ...(close ? { close, by: by.name } : {}),
    ...approvalOf(event),
  };
}

export function evolveOffice(state: OfficeState | undefined, event: OfficeEvent): OfficeState {
  if (event.type === 'office-founded') {
    invariant(state === undefined, 'an office is founded once');
    return {
      name: event.name,
      code: event.code,
      prefix: event.prefix,
      procedure: event.procedure,
      signingKey: event.signing_key,
      foundedAt: event.at,
      firstNumber: event.first_number,
      people: [],
      counters: {},
      starts: {},
      blocks: [],
      voided: [],
      overrides: [],
      hours: [{ from: null, hours: DEFAULT_OFFICE_HOURS }],
      cards: [],
      dutiesDone: [],
      months: [],
      bundles: [],
    };
  }
  invariant(state !== undefined, 'the journal begins with the founding of the office');
  switch (event.type) {
    case 'person-added': {
      const person: Person = { id: event.person, name: event.name, roles: event.roles };
      return { ...state, people: [...state.people.filter(other => other.id !== event.person), person] };
    }
    case 'person-changed': {
      const { person, roles } = event;
      return { ...state, people: state.people.map(each => (each.id === person ? { ...each, roles } : each)) };
    }
    case 'person-left':
      return { ...state, people: state.people.filter(({ id }) => id !== event.person) };
    case 'number-allocated': {
      const last = state.counters[event.counter] ?? 0;
      invariant(event.n > last, 'numbers go up');
      return { ...state, counters: { ...state.counters, [event.counter]: event.n } };
    }
    case 'number-voided': {
      const { counter, n, number, reason } = event;
      return { ...state, voided: [...state.voided, { counter, n, number, reason }] };
    }
    case 'number-started':
      return { ...state, starts: { ...state.starts, [event.counter]: event.first } };
    case 'block-reserved': {
      const { counter, from, to } = event;
      return { ...state, blocks: [...state.blocks, { counter, from, to, for: event.for }] };
    }
    case 'procedures-chosen':
      return { ...state, chosen: chosenBy(state, event) };
    case 'setting-changed': {
      const { procedure, key, value, reason } = event;
      return withOverride(state, event, { kind: 'setting', procedure, key, value, reason });
    }
    case 'limit-set': {
      const { procedure, limit, figure, reason } = event;
      return withOverride(state, event, { kind: 'limit', procedure, limit, figure, reason });
    }
    case 'figure-set': {
      const { procedure, set, reason } = event;
      return withOverride(state, event, { kind: 'figure', procedure, set, reason });
    }
    case 'card-written': {
      const { pack, card, text, at, by } = event;
      const others = state.cards.filter(each => each.pack !== pack || each.card !== card);
      return { ...state, cards: [...others, { pack, card, text, at, by: by.name }] };
    }
    case 'office-hours-set': {
      const { from, hours, at, by } = event;
      // What was planned for the same moment is replaced; what is planned for a later one stays.
      const others = state.hours.filter(each => each.from === null || msOf(each.from) !== msOf(from));
      const since = ({ from: start }: OfficeHoursSince): number => (start === null ? -Infinity : msOf(start));
      return {
        ...state,
        hours: [...others, { from, hours, at, by: by.name }].toSorted((a, b) => since(a) - since(b)),
      };
    }
    case 'duty-done': {
      const { procedure, duty, period } = event;
      const open = withoutProposal(state, { period, of: { procedure, duty } });
      return { ...open, dutiesDone: [...state.dutiesDone, doneBy(event)] };
    }
    case 'figure-entered': {
      const { procedure, figure, month, amount, reason, at, by } = event;
      const entered = { procedure, figure, month, amount, reason, at, by: by.name };
      return { ...state, figures: [...(state.figures ?? []), entered] };
    }
    case 'formula-chosen': {
      const { indicator, formula, reason, at, by } = event;
      const chosen = { indicator, formula, reason, at, by: by.name };
      return { ...state, formulas: [...(state.formulas ?? []), chosen] };
    }
    case 'cases-imported': {
      const { import: id, procedure, file, rows, shape, mapping, raised, at, by } = event;
      const begun = { id, procedure, file, rows, shape, mapping, raised, at, by: by.name };
      const starts = Object.fromEntries(raised.map(({ counter, to }) => [counter, to]));
      return {
        ...state,
        starts: { ...state.starts, ...starts },
        imports: [...(state.imports ?? []), begun],
      };
    }
    case 'import-undone': {
      const undone = { at: event.at, by: event.by.name, kept: event.kept };
      const starts = Object.fromEntries(event.lowered.map(({ counter, to }) => [counter, to]));
      return {
        ...state,
        starts: { ...state.starts, ...starts },
        imports: (state.imports ?? []).map(each => (each.id === event.import ? { ...each, undone } : each)),
      };
    }
    case 'cases-exported': {
      const { taken, at, by } = event;
      return { ...state, exports: [...(state.exports ?? []), { taken, at, by: by.name }] };
    }
    case 'headquarters-enrolled':
      return { ...state, headquarters: event.card };
    case 'month-locked':
      return {
        ...withoutProposal(state, { period: event.period }),
        months: [...state.months, lockedBy(event)],
      };
    case 'month-lock-proposed': {
      const { id, period, at, by, remarks } = event;
      return withProposal(state, { id, period, at, by, remarks });
    }
    case 'period-close-proposed': {
      const { id, procedure, duty, period, at, by, remarks } = event;
      return withProposal(state, { id, period, of: { procedure, duty }, at, by, remarks });
    }
    case 'month-lock-answered':
    case 'period-close-answered':
      return answeredBy(state, event);
    case 'bundle-built': {
      const { bundle: id, period, sequence, file, sha256, bytes, cases, through, chain } = event;
      const built: BundleState = {
        ...{ id, period, sequence, file, sha256, bytes, cases, through, chain },
        builtAt: event.at,
        written: 'no',
      };
      return { ...state, bundles: [...state.bundles, built] };
    }
    case 'bundle-written':
      return changeBundle(state, event.bundle, bundle => ({
        ...bundle,
        written: event.state,
        ...(event.state === 'written'
          ? {
              ...{ writtenAt: event.at, volume: event.volume },
              ...(bundle.receipt?.verdict === 'rejected'
                ? { receipt: { ...bundle.receipt, sentAgainAt: event.at } }
                : {}),
            }
          : { verifiedAt: event.at }),
      }));
    case 'receipt-accepted':
      return changeBundle(state, event.bundle, bundle => ({
        ...bundle,
        receipt: {
          ...{ verdict: event.verdict, receivedAt: event.received_at, reasons: event.reasons },
          codes: event.codes,
        },
      }));
    case 'colleague-enrolled':
    case 'transfer-received':
    case 'transfer-accepted':
    case 'transfer-returned':
      return { ...state, ...evolveOfficeTransfers(state, event) };
    default:
      return assertNever(event);
  }
}
