import { z } from 'zod';
import { MediaType, MOST_NAME, MOST_PART_BYTES } from '#shared/attachments/attachment.media.ts';
import { BundleId, CaseId, DocumentId, OfficeCode, PersonId, TransferId } from '#shared/core/ids.ts';
import { PlainDate, PlainMonth } from '#shared/core/plain-date.ts';
import { MOST_OUTSIDE_BYTES } from '#shared/documents/outside.file.ts';
import { MOST_IMPORT_BYTES, SavedSheet } from '#shared/import/import.file.ts';
import type { ManualChapter } from '#shared/manual/manual.schema.ts';
import { TREND_MONTHS } from '#shared/procedure/breakdown.schema.ts';
import { CaseColumns, SavedViews } from '#shared/list/case-list.choices.ts';
import { CasesTaken } from '#shared/list/cases-taken.schema.ts';
import { NetworkSettings } from '#shared/outbox/network.settings.ts';
import type { OutboxAnswer } from '#shared/outbox/outbox.states.ts';
import { findPeriodById } from '#shared/procedure/duty.due.ts';
import { PERIODS } from '#shared/procedure/duty.schema.ts';
import { Role } from '#shared/procedure/role.ts';
import type { StatisticTable } from '#shared/reports/statistic.table.ts';
import type { ReportFigures } from '#shared/reports/report.figures.ts';
import type { PrintProgress } from '#shared/printing/print-progress.ts';
import { SignatureSheet } from '#shared/signing/signature-sheet.ts';
import { Along, TRANSFER_KINDS, TransferReason, type Transfer } from '#shared/transfer/transfer.schema.ts';
import { Correction } from '#shared/printing/printer-settings.ts';
import type {
  AppendAnswer,
  AttachmentPart,
  BootAnswer,
  BundleAnswer,
  CardAnswer,
  ClaimAnswer,
  DraftAnswer,
  DriveAnswer,
  HandedJobAnswer,
  KeptAttachment,
  KeptImage,
  KeptOutside,
  KeptScan,
  LeftJobAnswer,
  MadePaper,
  MonthAnswer,
  PeriodAnswer,
  OrdersAnswer,
  PickUpAnswer,
  PackAnswer,
  PrinterAnswer,
  RecordsAnswer,
  SavedAnswer,
  SetupAnswer,
  SentAnswer,
  ShownAnswer,
  StoreMarkAnswer,
  UnfinishedRecording,
  TableAnswer,
  TransfersAnswer,
  UnlockAnswer,
  VerifyAnswer,
} from './answers.ts';
import { MOST_LOCK_MINUTES } from './answers.ts';
import type { ChannelName } from './channels.ts';

/** One channel: what the window sends, checked by the shell, and what it gets back. */
export interface Channel<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Whether an unlocked ledger is needed. */
  readonly needs: 'nothing' | 'unlocked';
  /** Only a type: nothing is stored here. */
  readonly output?: Output;
}

const channel = <Output>() => ({
  open: <Input extends z.ZodType>(input: Input): Channel<Input, Output> => ({ input, needs: 'nothing' }),
  unlocked: <Input extends z.ZodType>(input: Input): Channel<Input, Output> => ({ input, needs: 'unlocked' }),
});

const Nothing = z.void();
const Passphrase = z.string().min(1).max(200);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const PrinterName = z.string().max(200);
const JobId = z.string().max(26);
const UploadId = z.string().regex(/^[0-9A-Z]{26}$/);
const VolumeId = z.string().min(1).max(100);
const Seq = z.number().int().nonnegative();

/** Drafts and papers are checked in their own place; here only their size is bounded. */
const JsonText = z.string().max(2_000_000);

/** More limits than any office has near at once. */
const MOST_NOTICES = 20_000;

/** A page in colour takes one megabyte. */
const MOST_SCAN_BYTES = 20_000_000;

/** `anyway` answers the doubt about the folder chosen last. */
const PlaceWanted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('drive'), volume: VolumeId }),
  z.strictObject({ kind: z.enum(['choose', 'anyway']) }),
]);

export const contract = {
  'app:boot': channel<BootAnswer>().open(Nothing),
  'app:preferences': channel<null>().open(
    z.strictObject({
      language: z.enum(['zh-CN', 'en']).optional(),
      largeType: z.boolean().optional(),
      scheme: z.enum(['light', 'dark', 'auto']).optional(),
      notices: z.boolean().optional(),
      caseColumns: CaseColumns.optional(),
      caseViews: SavedViews.optional(),
      toured: z.boolean().optional(),
      lockAfter: z.number().int().min(0).max(MOST_LOCK_MINUTES).optional(),
    }),
  ),
  'app:report': channel<null>().open(
    z.strictObject({ where: z.string().max(200), message: z.string().max(2000) }),
  ),

  'setup:begin': channel<SetupAnswer>().open(
    z.strictObject({
      office: z.strictObject({
        name: z.string().trim().min(2).max(60),
        code: OfficeCode,
        prefix: z.string().trim().min(1).max(20),
        firstNumber: z.number().int().min(1).max(999_999),
        procedure: z.string().max(100),
      }),
      person: z.strictObject({
        name: z.string().trim().min(1).max(60),
        phone: z.string().trim().max(40),
        roles: z.array(Role).min(1).max(10),
      }),
      passphrase: Passphrase,
    }),
  ),
  'setup:print-key': channel<SavedAnswer>().open(z.strictObject({ printer: z.string().max(200).nullable() })),
  'setup:finish': channel<UnlockAnswer>().open(
    z.strictObject({
      groups: z
        .record(z.string().max(2), z.string().max(20))
        .refine(groups => Object.keys(groups).length <= 8, 'a recovery key has eight groups'),
    }),
  ),

  'session:unlock': channel<UnlockAnswer>().open(
    z.strictObject({ person: PersonId, passphrase: Passphrase }),
  ),
  'session:recover': channel<UnlockAnswer>().open(
    z.strictObject({ person: PersonId, recoveryKey: z.string().max(100), passphrase: Passphrase }),
  ),
  'session:lock': channel<null>().open(Nothing),

  /** 样本办公室: made beside the real office, opened in a window of its own, thrown away. */
  'sample:make': channel<null>().open(Nothing),
  'sample:cancel': channel<null>().open(Nothing),
  'sample:open': channel<null>().open(Nothing),
  'sample:leave': channel<null>().open(Nothing),
  'sample:remove': channel<null>().open(Nothing),

  'people:set-passphrase': channel<null>().unlocked(
    z.strictObject({ person: PersonId, passphrase: Passphrase }),
  ),
  'people:own-passphrase': channel<null>().unlocked(
    z.strictObject({ current: Passphrase, next: Passphrase }),
  ),
  'people:shut-out': channel<null>().unlocked(z.strictObject({ person: PersonId })),

  'journal:append': channel<AppendAnswer>().unlocked(
    z.strictObject({ after: Seq, events: z.array(z.unknown()).min(1).max(1000) }),
  ),
  'journal:read': channel<RecordsAnswer>().unlocked(
    z.strictObject({ from: Seq, most: z.number().int().min(1).max(5000) }),
  ),
  'journal:verify': channel<VerifyAnswer>().unlocked(Nothing),

  'store:mark': channel<StoreMarkAnswer>().unlocked(Nothing),
  'store:set-mark': channel<null>().unlocked(
    z.strictObject({ storeId: z.string().max(40), seq: Seq, hash: z.string().max(64), cases: Seq }),
  ),

  'drafts:save': channel<null>().unlocked(z.strictObject({ id: z.string().max(64), text: JsonText })),
  'drafts:list': channel<readonly DraftAnswer[]>().unlocked(Nothing),
  'drafts:remove': channel<null>().unlocked(z.strictObject({ id: z.string().max(64) })),

  'packs:list': channel<PackAnswer>().unlocked(Nothing),
  'manual:read': channel<readonly ManualChapter[]>().open(Nothing),

  /** Which of these were not told on that day yet; from now on they were. */
  'notices:claim': channel<ClaimAnswer>().unlocked(
    z.strictObject({ day: PlainDate, keys: z.array(z.string().min(1).max(200)).max(MOST_NOTICES) }),
  ),
  /** In the corner of the screen, where also others look: numbers and limits, no names. */
  'notices:show': channel<ShownAnswer>().unlocked(
    z.strictObject({ title: z.string().min(1).max(100), body: z.string().max(500) }),
  ),

  'papers:make': channel<MadePaper>().unlocked(
    z.strictObject({ case: CaseId, document: DocumentId, paper: JsonText }),
  ),
  /** Sets a paper that is not kept: it can be read, printed and saved until the ledger is locked. */
  'papers:set': channel<MadePaper>().unlocked(z.strictObject({ paper: JsonText })),
  'papers:read': channel<Uint8Array>().unlocked(z.strictObject({ sha256: Sha256 })),
  'papers:print': channel<HandedJobAnswer>().unlocked(
    z.strictObject({
      sha256: Sha256,
      printer: PrinterName,
      copies: z.number().int().min(1).max(99),
      duplex: z.boolean(),
      title: z.string().max(100),
      pages: z.number().int().positive(),
      // Which print of the paper it is, where one has come out before: it is marked as a reprint.
      reprint: z.number().int().min(2).nullable(),
      // 套打: the paper in JSON, and the mark it must have to be the one that is kept.
      preprinted: z.strictObject({ paper: JsonText, mark: z.string().max(8) }).nullable(),
      // A document of a case: the job is remembered until it is settled. `label` is what the printer is called.
      of: z.strictObject({ case: CaseId, document: DocumentId, label: z.string().max(200) }).nullable(),
    }),
  ),
  'papers:progress': channel<PrintProgress>().unlocked(z.strictObject({ job: JobId })),
  'papers:cancel': channel<null>().unlocked(z.strictObject({ job: JobId })),
  /** Jobs that were handed over and never settled, also by a program that has ended since. */
  'papers:left': channel<readonly LeftJobAnswer[]>().unlocked(Nothing),
  /** Its print is written down, or somebody said that there was none. */
  'papers:settle': channel<null>().unlocked(z.strictObject({ job: JobId })),
  'papers:save': channel<SavedAnswer>().unlocked(
    z.strictObject({ sha256: Sha256, name: z.string().max(100) }),
  ),
  'papers:save-word': channel<SavedAnswer>().unlocked(
    z.strictObject({ paper: JsonText, name: z.string().max(100) }),
  ),
  /** A file from another program: a PDF, or a picture the window has drawn anew. */
  'papers:take-in': channel<KeptOutside>().unlocked(
    z.strictObject({
      file: z
        .instanceof(Uint8Array)
        .refine(({ byteLength }) => byteLength <= MOST_OUTSIDE_BYTES, 'no larger file is taken in'),
    }),
  ),
  /** An old ledger; nothing of it is kept. */
  'imports:read': channel<TableAnswer>().unlocked(
    z.strictObject({
      file: z
        .instanceof(Uint8Array)
        .refine(({ byteLength }) => byteLength <= MOST_IMPORT_BYTES, 'no larger file is read'),
      sheet: z.number().int().min(0).max(999).nullable(),
    }),
  ),
  /** Sheets of text for Excel, to where a person says. Where cases go out, that is recorded when they did. */
  'sheets:save': channel<SavedAnswer>().unlocked(
    z.strictObject({
      name: z.string().max(100),
      sheets: z.array(SavedSheet).min(1).max(20),
      taken: CasesTaken.nullable(),
      as: z.enum(['xlsx', 'csv']).default('xlsx'),
    }),
  ),
  'scans:keep': channel<KeptScan>().unlocked(
    z.strictObject({
      jpeg: z
        .instanceof(Uint8Array)
        .refine(({ byteLength }) => byteLength <= MOST_SCAN_BYTES, 'a page is no larger'),
    }),
  ),
  // A file that is part of a case comes in bit by bit, and goes out so.
  'attachments:begin': channel<{ readonly upload: string }>().unlocked(
    z.strictObject({ owner: z.string().max(64), name: z.string().max(MOST_NAME), recorded: z.boolean() }),
  ),
  'attachments:add': channel<null>().unlocked(
    z.strictObject({
      upload: UploadId,
      part: z
        .instanceof(Uint8Array)
        .refine(
          ({ byteLength }) => byteLength > 0 && byteLength <= MOST_PART_BYTES,
          'no larger part is sent',
        ),
    }),
  ),
  'attachments:finish': channel<KeptAttachment>().unlocked(z.strictObject({ upload: UploadId })),
  'attachments:drop': channel<null>().unlocked(z.strictObject({ upload: UploadId })),
  'attachments:unfinished': channel<readonly UnfinishedRecording[]>().unlocked(
    z.strictObject({ owner: z.string().max(64) }),
  ),
  'attachments:read': channel<AttachmentPart>().unlocked(z.strictObject({ sha256: Sha256, part: Seq })),
  'attachments:save': channel<SavedAnswer>().unlocked(
    z.strictObject({ sha256: Sha256, media: MediaType, name: z.string().max(100) }),
  ),
  'signatures:keep': channel<KeptImage>().unlocked(z.strictObject({ strokes: z.string().max(400_000) })),
  /** The paper with the sheet of its signatures behind it; kept nowhere. */
  'signatures:copy': channel<MadePaper>().unlocked(z.strictObject({ sheet: SignatureSheet })),
  'printers:list': channel<readonly PrinterAnswer[]>().open(Nothing),
  'printers:calibrate': channel<HandedJobAnswer>().unlocked(
    z.strictObject({ printer: PrinterName, correction: Correction }),
  ),
  'printers:correct': channel<null>().unlocked(
    z.strictObject({ printer: PrinterName, correction: Correction }),
  ),

  // The procedure's own id of the report or register, the kind of period and a day in it.
  'reports:make': channel<MadePaper>().unlocked(
    z.strictObject({
      procedure: z.string().max(100),
      paper: z.string().max(60),
      period: z.enum(PERIODS),
      day: PlainDate,
    }),
  ),

  /** What a report counts over a period, and month by month up to its end. */
  'reports:figures': channel<ReportFigures>().unlocked(
    z.strictObject({
      procedure: z.string().max(100),
      paper: z.string().max(60),
      period: z.enum(PERIODS),
      day: PlainDate,
      months: z.literal(TREND_MONTHS),
    }),
  ),

  /** The statistics of any days, of one procedure or of all the office works by. */
  'reports:statistics': channel<readonly StatisticTable[]>().unlocked(
    z.strictObject({ procedure: z.string().max(100).nullable(), from: PlainDate, to: PlainDate }),
  ),

  /** What is looked at before a period is closed; the name of the period as the calendar of duties has it. */
  'reports:period': channel<PeriodAnswer>().unlocked(
    z.strictObject({
      procedure: z.string().max(100),
      duty: z.string().max(100),
      period: z.string().refine(id => findPeriodById(id) !== undefined),
    }),
  ),

  'month:summary': channel<MonthAnswer>().unlocked(z.strictObject({ period: PlainMonth })),
  'bundles:export': channel<BundleAnswer>().unlocked(
    z.strictObject({
      period: PlainMonth,
      to: PlaceWanted,
    }),
  ),
  /** For the network: into the outbox, onto no drive. */
  'bundles:seal': channel<BundleAnswer>().unlocked(z.strictObject({ period: PlainMonth })),
  'bundles:cancel': channel<null>().unlocked(Nothing),
  'bundles:verify': channel<SavedAnswer>().unlocked(z.strictObject({ bundle: z.string().max(26) })),
  'bundles:import-receipts': channel<BundleAnswer>().unlocked(Nothing),
  /** Received by headquarters, and still taking up room here. */
  'bundles:removable': channel<readonly BundleId[]>().unlocked(Nothing),
  'bundles:remove': channel<null>().unlocked(z.strictObject({ bundle: BundleId })),
  /** 督办单, from a folder the person chooses. */
  'orders:import': channel<OrdersAnswer>().unlocked(Nothing),

  /** 转办, 分送: seals a case for another office and writes it to a place. */
  'transfers:send': channel<SentAnswer>().unlocked(
    z.strictObject({
      case: CaseId,
      kind: z.enum(TRANSFER_KINDS),
      office: OfficeCode,
      reason: TransferReason,
      along: Along.optional(),
      to: PlaceWanted,
    }),
  ),
  /** What was sealed once more, byte for byte. */
  'transfers:write': channel<SentAnswer>().unlocked(
    z.strictObject({ transfer: TransferId, to: PlaceWanted }),
  ),
  /** Cases of other offices and answers of theirs, from a folder the person chooses. */
  'transfers:import': channel<TransfersAnswer>().unlocked(Nothing),
  /** What was said of a case that came in; its files are read by their hashes. */
  'transfers:read': channel<Transfer>().unlocked(z.strictObject({ transfer: TransferId })),
  /** To the office it came from: taken on, or sent back and why. */
  'transfers:answer': channel<SentAnswer>().unlocked(
    z.strictObject({ transfer: TransferId, to: PlaceWanted }),
  ),

  'drives:list': channel<readonly DriveAnswer[]>().unlocked(Nothing),
  /** A drive was plugged in: what was written to it is read again, and what headquarters put there is taken in. */
  'drives:pick-up': channel<PickUpAnswer>().unlocked(z.strictObject({ volume: VolumeId })),

  'cards:export-office': channel<SavedAnswer>().unlocked(Nothing),
  // A card that differs from the enrolled one is asked about; `replace` and `keep` answer.
  'cards:import-headquarters': channel<CardAnswer>().unlocked(
    z.strictObject({ answer: z.enum(['read', 'replace', 'keep']) }),
  ),

  // Another office, by its card; other keys behind a known code are asked about.
  'cards:import-colleague': channel<CardAnswer>().unlocked(
    z.strictObject({ answer: z.enum(['read', 'replace', 'keep']) }),
  ),

  /** Looks again at what is to be sent, too. */
  'outbox:state': channel<OutboxAnswer>().unlocked(Nothing),
  'outbox:act': channel<OutboxAnswer>().unlocked(
    z.strictObject({
      act: z.enum(['try-now', 'retry', 'hold', 'resume']),
      /** Null for all of them. */
      bundle: BundleId.nullable(),
    }),
  ),
  'outbox:network': channel<NetworkSettings>().unlocked(Nothing),
  'outbox:set-network': channel<NetworkSettings>().unlocked(z.strictObject({ network: NetworkSettings })),
} as const satisfies Record<ChannelName, Channel<z.ZodType, unknown>>;

export type Contract = typeof contract;
export type InputOf<Name extends ChannelName> = z.input<Contract[Name]['input']>;
export type ParsedInputOf<Name extends ChannelName> = z.output<Contract[Name]['input']>;
export type OutputOf<Name extends ChannelName> =
  Contract[Name] extends Channel<z.ZodType, infer Output> ? Output : never;
