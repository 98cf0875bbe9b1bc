import type { MediaType } from '#shared/attachments/attachment.media.ts';
import type { CalendarYear } from '#shared/calendar/calendar-year.ts';
import type { JournalRecord } from '#shared/case/batch.ts';
import type { BundleId, CaseId, DocumentId, OfficeCode, OrderId, PersonId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { Language, Text } from '#shared/core/text.ts';
import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { PrinterSettings } from '#shared/printing/printer-settings.ts';
import type { MonthCheck } from '#shared/reports/month.checks.ts';
import type { Correction } from '#shared/reports/month.corrections.ts';
import type { PeriodFigures } from '#shared/reports/period.figures.ts';
import type { MonthCases, MonthStatistics } from '#shared/reports/month.statistics.ts';
import type { TransferVerdict } from '../transfer/transfer-answer.schema.ts';
import type { CaseColumns, SavedView } from '../list/case-list.choices.ts';
import type { FaultCode } from './fault-codes.ts';

/** Nobody leaves a desk open for longer than this and calls it locked. */
export const MOST_LOCK_MINUTES = 240;
export const USUAL_LOCK_MINUTES = 10;

export interface Preferences {
  readonly language: Language;
  readonly largeType: boolean;
  readonly scheme: 'light' | 'dark' | 'auto';
  /** Whether the system is told of limits that come near. */
  readonly notices: boolean;
  /** The columns of the list of cases. */
  readonly caseColumns: CaseColumns;
  readonly caseViews: readonly SavedView[];
  /** Whether somebody was shown around, or did not want to be. */
  readonly toured: boolean;
  /** Minutes without any use after which the desk locks itself; 0: never. */
  readonly lockAfter: number;
}

/** Whether this is the sample office 样本办公室, and beside a real office whether there is one. */
export type SampleAnswer =
  { readonly here: true; readonly passphrase: string } | { readonly here: false; readonly made: boolean };

export interface BootAnswer {
  readonly version: string;
  readonly sample: SampleAnswer;
  readonly preferences: Preferences;
  /** Added to the PC's clock: other than 0 only in scenario runs. */
  readonly clockOffsetMs: number;
  /** What stands behind the lock; null before the first run. */
  readonly office: {
    readonly name: string;
    readonly code: OfficeCode;
    readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  } | null;
}

export interface SetupAnswer {
  /** Eight groups of four characters. */
  readonly recoveryKey: readonly string[];
  /** Which groups, from 1, the person must type from the paper. */
  readonly ask: readonly number[];
}

export interface UnlockAnswer {
  readonly person: PersonId;
  readonly station: string;
  /** 32 bytes for the working store alone; derived, so that the ledger's own key never leaves the shell. */
  readonly storeKey: Uint8Array;
  readonly head: { readonly seq: number; readonly hash: string };
  /** The journal was found damaged at its end or before: the person is told. */
  readonly trouble: { readonly code: FaultCode; readonly seq: number } | null;
}

export interface AppendAnswer {
  readonly seq: number;
  readonly hash: string;
}

export interface RecordsAnswer {
  readonly records: readonly JournalRecord[];
  readonly head: { readonly seq: number; readonly hash: string };
}

export interface VerifyAnswer {
  readonly records: number;
}

export interface StoreMark {
  readonly storeId: string;
  readonly seq: number;
  readonly hash: string;
  readonly cases: number;
}

export type StoreMarkAnswer =
  | { readonly state: 'missing' }
  | { readonly state: 'damaged' }
  | { readonly state: 'present'; readonly mark: StoreMark };

export interface DraftAnswer {
  readonly id: string;
  readonly savedAt: Instant;
  readonly text: string;
}

export interface PackAnswer {
  readonly procedures: readonly Procedure[];
  readonly guidance: readonly GuidancePack[];
  readonly calendars: readonly CalendarYear[];
  /** Packs that were left out, with the first thing wrong in each. */
  readonly broken: readonly {
    readonly pack: string;
    readonly file: string;
    readonly line: number;
    readonly message: Text;
  }[];
}

export interface MadePaper {
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly mark: string;
  readonly warnings: readonly string[];
}

/** A sheet of an old ledger as text: what cells show, merged ones filled, dates as 2026-01-09 14:30. */
export interface TableAnswer {
  readonly sha256: string;
  /** Names of the sheets; one without a name for a text file. */
  readonly sheets: readonly string[];
  /** Which of them this is. */
  readonly sheet: number;
  readonly rows: readonly (readonly string[])[];
}

/** The picture of a page lies in the vault. */
export interface KeptScan {
  readonly sha256: string;
  readonly bytes: number;
}

/** A file that is part of a case lies in the vault. */
export interface KeptAttachment {
  readonly sha256: string;
  readonly bytes: number;
  readonly media: MediaType;
  readonly madeAt?: Instant;
  readonly recorded?: true;
}

/** A recording that was cut off, as far as it came. */
export interface UnfinishedRecording {
  readonly upload: string;
  readonly name: string;
  readonly begun: Instant;
  readonly bytes: number;
}

export interface AttachmentPart {
  readonly bytes: Uint8Array;
  readonly parts: number;
  readonly total: number;
}

/** A signature lies in the vault. */
export interface KeptImage {
  readonly image: string;
  readonly bytes: number;
}

/** A file from outside lies in the vault, as a PDF. */
export type KeptOutside = Omit<MadePaper, 'warnings'>;

export interface PrinterAnswer {
  readonly name: string;
  readonly label: string;
  readonly isDefault: boolean;
  /** The one that was printed on last, on this PC. */
  readonly isLast: boolean;
  readonly settings: PrinterSettings;
}

/** A job the system took, by the name under which the shell tells how far it is. */
export interface HandedJobAnswer {
  readonly job: string;
}

/** A paper of a case that was handed to a printer; what became of it is not settled. */
export interface LeftJobAnswer {
  readonly job: string;
  readonly at: Instant;
  readonly case: CaseId;
  readonly document: DocumentId;
  /** What the printer is called. */
  readonly printer: string;
  readonly copies: number;
  readonly preprinted: boolean;
}

/** Something was written to a place the person chose; null when they closed the dialog. */
export interface SavedAnswer {
  readonly path: string | null;
}

/** A period of what a procedure asks for, as its books stand; those of a closed one stood so at its close. */
export interface PeriodAnswer {
  /** Absent where nothing is reported. */
  readonly figures?: PeriodFigures;
  readonly checks: readonly MonthCheck[];
  /** What this period carries of closed ones, and what was written about it since it was closed itself. */
  readonly corrections: readonly Correction[];
}

export interface MonthAnswer {
  readonly statistics: MonthStatistics;
  readonly cases: MonthCases;
  readonly checks: readonly MonthCheck[];
}

export interface BundleAnswer {
  /** null when the person closed the dialog. */
  readonly bundles: readonly {
    readonly bundle: BundleId;
    readonly period: PlainMonth;
    readonly file: string;
    readonly outcome: 'sealed' | 'written' | 'verified' | 'accepted' | 'rejected' | 'refused' | 'known';
    readonly code?: FaultCode;
  }[];
  readonly cancelled: boolean;
  /** Nothing was written yet: the folder chosen may not be what was meant. */
  readonly doubt?: { readonly place: 'system' | 'network'; readonly folder: string };
  /** What was written to and may be pulled out now. */
  readonly drive?: { readonly volume: string; readonly label: string };
}

/** A drive that is plugged in. Which folder it is stays in the shell. */
export interface DriveAnswer {
  readonly volume: string;
  readonly label: string;
  readonly free: number;
  readonly total: number;
}

export interface OrderTold {
  readonly outcome: 'taken' | 'seen' | 'refused';
  /** Of one whose signature was found genuine: which it is, and the number of its case. */
  readonly order?: OrderId;
  readonly number?: string;
  readonly code?: FaultCode;
}

export interface OrdersAnswer {
  readonly orders: readonly OrderTold[];
  readonly cancelled: boolean;
}

/** A case of another office, as it was found in a folder. */
export interface TransferTold {
  readonly outcome: 'taken' | 'seen' | 'refused';
  /** The name of the office; of one that is not known here the code it gives. */
  readonly from?: string;
  /** The number it has there. */
  readonly number?: string;
  readonly code?: FaultCode;
}

/** What another office made of a case that was sent to it. */
export interface TransferAnswerTold {
  readonly outcome: TransferVerdict | 'seen' | 'refused';
  /** The office, and the numbers the case has here and there. */
  readonly from?: string;
  readonly number?: string;
  readonly there?: string;
  readonly code?: FaultCode;
}

export interface TransfersAnswer {
  readonly transfers: readonly TransferTold[];
  readonly answers: readonly TransferAnswerTold[];
  readonly cancelled: boolean;
}

/** A sealed case, or an answer, was written to a place the person chose. */
export interface SentAnswer {
  readonly cancelled: boolean;
  readonly path?: string;
  /** Nothing was written yet: the folder chosen may not be what was meant. */
  readonly doubt?: { readonly place: 'system' | 'network'; readonly folder: string };
  readonly drive?: { readonly volume: string; readonly label: string };
}

/** What a drive brought that was plugged in. */
export interface PickUpAnswer {
  readonly bundles: BundleAnswer['bundles'];
  /** Without those that were taken before. */
  readonly orders: readonly OrderTold[];
  readonly transfers: readonly TransferTold[];
  readonly answers: readonly TransferAnswerTold[];
}

export interface CardAnswer {
  readonly name: string | null;
}

export interface ClaimAnswer {
  readonly fresh: readonly string[];
}

/** `off`: not wanted on this PC; `unsupported`: its system has no place for them. */
export interface ShownAnswer {
  readonly system: 'shown' | 'off' | 'unsupported';
}
