import type { Instant } from '#shared/core/instant.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import type { IdSource } from '#shared/core/ids.ts';
import type { Notices } from '#shared/ipc/channels.ts';
import { keyringAt, type KeyringPlace } from '../keys/keyring.file.ts';
import { ARGON2_COST, type Argon2Cost } from '../keys/passphrase.kdf.ts';
import { systemIds } from '../ids.ts';
import type { LaunchOptions } from '../launch-options.ts';
import type { Founding } from '../office/founding.ts';
import type { Ledger } from '../office/ledger.ts';
import { deskFolder, placesIn, type Places } from '../office/places.ts';

/** Cheap on purpose: only starts that ask for it, and no packaged program, derive keys this way. */
const QUICK_COST: Argon2Cost = { memoryKiB: 256, passes: 1, lanes: 1 };

/** What the areas of the shell share while the program runs. */
/** The office of the person, or the made-up one beside it. */
export type DeskPlace = 'own' | 'sample';

export interface Desk {
  readonly place: DeskPlace;
  readonly profile: string;
  readonly resources: string;
  readonly version: string;
  readonly station: string;
  readonly runtimeMajor: number;
  readonly printTo?: string;
  readonly places: Places;
  readonly keyring: KeyringPlace;
  readonly argon2: Argon2Cost;
  readonly ids: IdSource;
  readonly nowMs: () => number;
  readonly now: () => Instant;
  readonly notify: <Name extends keyof Notices>(name: Name, payload: Notices[Name]) => void;
  clockOffsetMs: number;
  founding: Founding | null;
  ledger: Ledger | null;
  /** Lets go of what is still held of the ledger elsewhere, when it is locked. */
  readonly atLock: (() => Promise<void>)[];
}

export interface DeskParts {
  /** The person's own, unless something else is said. */
  readonly place?: DeskPlace;
  readonly profile: string;
  readonly resources: string;
  readonly version: string;
  readonly station: string;
  readonly runtimeMajor: number;
  readonly options: LaunchOptions;
  readonly notify: Desk['notify'];
}

export function makeDesk(parts: DeskParts): Desk {
  const { options } = parts;
  const nowMs = (): number => Date.now() + desk.clockOffsetMs;
  const argon2 = options.quickKeys ? QUICK_COST : ARGON2_COST;
  const root = deskFolder(parts.profile);
  const desk: Desk = {
    place: parts.place ?? 'own',
    profile: parts.profile,
    resources: parts.resources,
    version: parts.version,
    station: parts.station,
    runtimeMajor: parts.runtimeMajor,
    ...(options.printTo === undefined ? {} : { printTo: options.printTo }),
    places: placesIn(root),
    keyring: keyringAt(root, { nowMs, argon2 }),
    argon2,
    ids: systemIds(nowMs),
    nowMs,
    now: () => instantFromMs(nowMs()),
    notify: parts.notify,
    atLock: [],
    clockOffsetMs: options.clockOffsetMs,
    founding: null,
    ledger: null,
  };
  return desk;
}

/** For handlers of channels that need an unlocked ledger: the wrapper has checked that there is one. */
export function openedLedger(desk: Desk): Ledger {
  if (!desk.ledger) throw new Error('the ledger is locked');
  return desk.ledger;
}
