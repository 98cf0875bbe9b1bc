import type { LimitUnit } from '#shared/calendar/limit.types.ts';
import type { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { assertNever, invariant } from '#shared/core/assert.ts';
import type { BundleId, OfficeCode, PersonId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { OfficeEvent } from './office.events.ts';

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface LockedMonth {
  readonly period: PlainMonth;
  readonly at: Instant;
  readonly by: string;
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
  readonly receipt?: {
    readonly verdict: 'accepted' | 'rejected';
    readonly receivedAt: Instant;
    readonly reasons: readonly string[];
  };
}

/** A setting or a limit that the office set itself, from that moment on. */
export type Override = {
  readonly at: Instant;
  readonly by: string;
  readonly procedure: string;
  readonly reason: string;
} & (
  | { readonly kind: 'setting'; readonly key: string; readonly value: string | null }
  | { readonly kind: 'limit'; readonly limit: string; readonly figure: Figure | null }
);

export interface Figure {
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** The office as its events leave it: identity, people, counters, months and bundles. */
export interface OfficeState {
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
  readonly chosen?: { readonly procedures: readonly string[]; readonly guidance: readonly string[] };
  /** What the office set in place of a pack, in the order it was set. */
  readonly overrides: readonly Override[];
  /** `duty/period` of what was done. */
  readonly dutiesDone: readonly {
    readonly procedure: string;
    readonly duty: string;
    readonly period: string;
    readonly at: Instant;
  }[];
  readonly headquarters?: HeadquartersCard;
  readonly months: readonly LockedMonth[];
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
      return { ...state, chosen: { procedures: event.procedures, guidance: event.guidance } };
    case 'setting-changed': {
      const { procedure, key, value, reason } = event;
      return withOverride(state, event, { kind: 'setting', procedure, key, value, reason });
    }
    case 'limit-set': {
      const { procedure, limit, figure, reason } = event;
      return withOverride(state, event, { kind: 'limit', procedure, limit, figure, reason });
    }
    case 'duty-done': {
      const { procedure, duty, period } = event;
      return { ...state, dutiesDone: [...state.dutiesDone, { procedure, duty, period, at: event.at }] };
    }
    case 'headquarters-enrolled':
      return { ...state, headquarters: event.card };
    case 'month-locked':
      return {
        ...state,
        months: [...state.months, { period: event.period, at: event.at, by: event.by.name }],
      };
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
      return changeBundle(state, event.bundle, bundle => ({ ...bundle, written: event.state }));
    case 'receipt-accepted':
      return changeBundle(state, event.bundle, bundle => ({
        ...bundle,
        receipt: { verdict: event.verdict, receivedAt: event.received_at, reasons: event.reasons },
      }));
    default:
      return assertNever(event);
  }
}
