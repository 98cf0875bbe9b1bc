import type { HoursTimeline } from '#shared/calendar/hours-timeline.ts';
import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import type { DeskEvent } from '#shared/case/batch.ts';
import type { LockMonthCommand } from '#shared/case/month-lock.decide.ts';
import type { OfficeCommand } from '#shared/case/office.decide.ts';
import type { CaseCommand, RegisterCommand } from '#shared/case/commands.ts';
import type { Acting } from '#shared/case/decide.context.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { Refusal } from '#shared/case/refusal.ts';
import type { ImportCommand, LeftOut } from '#shared/case/import.decide.ts';
import type { CaseId, IdSource, ImportId, PersonId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Result } from '#shared/core/result.ts';
import type { BootAnswer, PackAnswer, SetupAnswer } from '#shared/ipc/answers.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import type { DeskFault, Reply } from '#shared/ipc/result.ts';
import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseStore } from '../case-store.ts';
import type { FollowProgress } from '../opening/follow-journal.ts';
import type { Drafts } from './drafts.types.ts';

/** What a person is told once, when the ledger opened but not everything was as it should be. */
export interface Trouble {
  /** From the shell (`journal/damaged` …), `store/ahead-of-journal` or `store/journal-shorter`. */
  readonly code: FaultCode;
  readonly seq: number;
  /** What its sentence names besides: how many events of which cases. */
  readonly detail?: NonNullable<DeskFault['detail']>;
}

/** `behind`: something saved is not in the lists yet; it is safe in the journal and is being caught up. */
export type StoreHealth = 'sound' | 'behind';

export type OpeningStep = { readonly phase: 'packs' } | { readonly phase: 'store' } | FollowProgress;

/** Everything the screens behind the lock need. */
export interface OpenState {
  readonly phase: 'open';
  readonly boot: BootAnswer;
  readonly me: Acting;
  readonly office: OfficeState;
  /** With what the chosen guidance packs add to each of them. */
  readonly procedures: readonly Procedure[];
  readonly guidance: readonly GuidancePack[];
  readonly brokenPacks: PackAnswer['broken'];
  readonly calendar: WorkingCalendar;
  readonly officeHours: HoursTimeline;
  readonly store: CaseStore;
  readonly health: StoreHealth;
  /** While the lists are made again on request: they are not complete. */
  readonly rebuilding: FollowProgress | null;
  readonly trouble: Trouble | null;
  /** When the last thing in the journal happened: a clock that stands before it runs wrong. */
  readonly lastAt: Instant | undefined;
}

export type DeskState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'first-run'; readonly boot: BootAnswer }
  | {
      readonly phase: 'locked';
      readonly boot: BootAnswer;
      /** Why it is locked; null at the start of the program. */
      readonly reason: 'asked' | 'idle' | 'suspend' | null;
    }
  | { readonly phase: 'opening'; readonly boot: BootAnswer; readonly step: OpeningStep }
  | OpenState
  | { readonly phase: 'broken'; readonly error: DeskFault };

/** It is saved: the journal's fsync has returned. */
export interface Submitted {
  readonly caseId: CaseId;
  readonly number: string;
  readonly events: readonly DeskEvent[];
}

export type Submission = Result<Submitted, Refusal | DeskFault>;

/** What of a portion of an old ledger is saved. */
export interface ImportedPortion {
  readonly events: readonly DeskEvent[];
  readonly brought: number;
  readonly leftOut: readonly LeftOut[];
}

export interface UndoPortion {
  readonly import: ImportId;
  /** Where the last portion ended; null at the beginning. */
  readonly after: CaseId | null;
  /** How many cases of the portions before were kept. */
  readonly kept: number;
}

export interface UndonePortion {
  readonly events: readonly DeskEvent[];
  readonly withdrawn: number;
  /** Something was done with them since, so they stay. */
  readonly kept: readonly { readonly id: CaseId; readonly number: string }[];
  /** null: that was all. */
  readonly after: CaseId | null;
}

/** The heart of the window, without any of its looks. */
export interface Desk {
  /** For the channels that need nothing from here: papers, printers, months, bundles, preferences. */
  readonly api: DeskApi;
  readonly ids: IdSource;
  readonly getState: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;

  readonly start: () => Promise<void>;
  /** Resolves when the ledger is open, or with why it is not. */
  readonly unlock: (person: PersonId, passphrase: string) => Promise<Reply<null>>;
  readonly recover: (person: PersonId, recoveryKey: string, passphrase: string) => Promise<Reply<null>>;
  readonly beginSetup: (input: InputOf<'setup:begin'>) => Promise<Reply<SetupAnswer>>;
  readonly finishSetup: (groups: Readonly<Record<string, string>>) => Promise<Reply<null>>;
  /** Writes what waits (drafts, mark), then forgets the key and everything read with it. */
  readonly lock: (reason?: 'asked' | 'idle') => Promise<void>;
  readonly dismissTrouble: () => void;

  readonly now: () => Instant;
  /** Told when a new minute begins and when the clock was moved. */
  readonly onMinute: (listener: () => void) => () => void;

  readonly register: (command: RegisterCommand) => Promise<Submission>;
  readonly submitCase: (id: CaseId, command: CaseCommand) => Promise<Submission>;
  /** Gives the paper of a form on this case its number, before it is set. */
  readonly numberDocument: (id: CaseId, form: string) => Promise<Submission>;
  /** Brings one portion of an old ledger along. */
  readonly importCases: (command: ImportCommand) => Promise<Result<ImportedPortion, Refusal | DeskFault>>;
  /** Takes one portion of it back, as far as nothing was done with it. */
  readonly undoImport: (portion: UndoPortion) => Promise<Result<UndonePortion, Refusal | DeskFault>>;
  /** What an administrator or a records officer decides for the office. */
  readonly submitOffice: (command: OfficeCommand) => Promise<Result<null, Refusal | DeskFault>>;
  /** Closes a month; needs the records officer. */
  readonly lockMonth: (command: LockMonthCommand) => Promise<Result<null, Refusal | DeskFault>>;
  /** Follows what the shell appended by itself. */
  readonly catchUp: () => Promise<Reply<null>>;
  /** Makes the lists again from the journal, on somebody's word. */
  readonly rebuild: () => Promise<Reply<null>>;
  readonly drafts: Drafts;
  /** The window goes away: the last chance to write what waits. */
  readonly close: () => Promise<void>;
}
