import { z } from 'zod';
import { StatedHours } from '#shared/calendar/office-hours.ts';
import { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import { BundleId, CaseId, EventId, ImportId, OfficeCode, PersonId, TransferId } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import { PlainMonth } from '#shared/core/plain-date.ts';
import { ImportMapping } from '#shared/import/import.mapping.ts';
import { CasesTaken } from '#shared/list/cases-taken.schema.ts';
import { Indicator, IndicatorFormula } from '#shared/procedure/indicator.ts';
import { Role } from '#shared/procedure/role.ts';
import { Party, TRANSFER_KINDS, TransferReason } from '#shared/transfer/transfer.schema.ts';
import { Actor, headerShape } from './event.header.ts';
import { Figure, OwnFigure } from './own-figure.ts';
import { PeriodClose } from './period-close.schema.ts';

const shape = { ...headerShape, stream: z.literal('office') };
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The first record of every journal. */
export const OfficeFounded = z.strictObject({
  ...shape,
  type: z.literal('office-founded'),
  name: z.string().min(2).max(60),
  code: OfficeCode,
  /** 编号字头, printed at the head of every number. */
  prefix: z.string().min(1).max(20),
  /** The first number of this year that is not on paper yet. */
  first_number: z.number().int().positive(),
  procedure: z.string(),
  /** minisign public key of the office, one line base64. */
  signing_key: z.string(),
});

export const PersonAdded = z.strictObject({
  ...shape,
  type: z.literal('person-added'),
  person: PersonId,
  name: z.string().min(1).max(60),
  phone: z.string().max(40).optional(),
  roles: z.array(Role).min(1),
});

/** Other roles from then on; what was done before stays done in the roles of then. */
export const PersonChanged = z.strictObject({
  ...shape,
  type: z.literal('person-changed'),
  person: PersonId,
  roles: z.array(Role).min(1),
});

/** Works here no more. What the person did stays under the name. */
export const PersonLeft = z.strictObject({
  ...shape,
  type: z.literal('person-left'),
  person: PersonId,
});

/** Born in the same record as the case it numbers; a number is never given twice and never taken back. */
export const NumberAllocated = z.strictObject({
  ...shape,
  type: z.literal('number-allocated'),
  counter: z.string(),
  n: z.number().int().positive(),
  number: z.string().min(1),
  case: CaseId,
});

/** A number that is on no valid paper any more; it stays used. */
export const NumberVoided = z.strictObject({
  ...shape,
  type: z.literal('number-voided'),
  counter: z.string(),
  n: z.number().int().positive(),
  number: z.string().min(1),
  reason: z.string().min(1).max(2000),
});

/** Counting begins here: an office that joins in the middle of a year goes on after its paper books. */
export const NumberStarted = z.strictObject({
  ...shape,
  type: z.literal('number-started'),
  counter: z.string(),
  first: z.number().int().positive(),
});

/** Numbers that another desk gives out by itself. */
export const BlockReserved = z.strictObject({
  ...shape,
  type: z.literal('block-reserved'),
  counter: z.string(),
  from: z.number().int().positive(),
  to: z.number().int().positive(),
  for: z.string().min(1).max(60),
});

/** Which procedures the office works by, and which cards it wants beside them. */
export const ProceduresChosen = z.strictObject({
  ...shape,
  type: z.literal('procedures-chosen'),
  procedures: z.array(z.string()).min(1),
  guidance: z.array(z.string()),
});

/** A text of the pack that the office set; null gives it back to the pack. */
export const SettingChanged = z.strictObject({
  ...shape,
  type: z.literal('setting-changed'),
  procedure: z.string(),
  key: z.string(),
  value: z.string().max(2000).nullable(),
  reason: z.string().min(1).max(2000),
});

/** Another figure than the pack's, for cases received from then on; null gives it back to the pack. */
export const LimitSet = z.strictObject({
  ...shape,
  type: z.literal('limit-set'),
  procedure: z.string(),
  limit: z.string(),
  figure: Figure.nullable(),
  reason: z.string().min(1).max(2000),
});

/** Another figure of a ladder, a class or a duty than the pack's, as `limit-set` sets one of a limit. */
export const FigureSet = z.strictObject({
  ...shape,
  type: z.literal('figure-set'),
  procedure: z.string(),
  set: OwnFigure,
  reason: z.string().min(1).max(2000),
});

export const MOST_CARD_LETTERS = 20_000;

/** What the office wrote on a card that the pack leaves to it, a line each; null gives it back to the pack. */
export const CardWritten = z.strictObject({
  ...shape,
  type: z.literal('card-written'),
  /** Id of the procedure or of the guidance pack. */
  pack: z.string(),
  card: z.string(),
  text: z.string().min(1).max(MOST_CARD_LETTERS).nullable(),
});

/** When the office is open, for whatever begins to be counted from that moment on. */
export const OfficeHoursSet = z.strictObject({
  ...shape,
  type: z.literal('office-hours-set'),
  hours: StatedHours,
  from: Instant,
});

/** A duty of the calendar was done for one of its periods. */
export const DutyDone = z.strictObject({
  ...shape,
  type: z.literal('duty-done'),
  procedure: z.string(),
  duty: z.string(),
  period: z.string(),
  /** Where the period was closed on the month page. */
  close: PeriodClose.optional(),
  /** Who let it be closed; the same person where that one holds both roles. */
  approved_by: Actor.optional(),
  /** Who had proposed it, where somebody else approved. */
  asked_by: Actor.optional(),
});

/** A figure of a month that rates are worked out over, and what it was taken from; null takes it away. */
export const FigureEntered = z.strictObject({
  ...shape,
  type: z.literal('figure-entered'),
  procedure: z.string(),
  figure: z.string(),
  month: PlainMonth,
  amount: z.number().nonnegative().nullable(),
  reason: z.string().min(1).max(2000),
});

/** What an indicator of the statistics is made of from then on, and why; null gives it back to the program. */
export const FormulaChosen = z.strictObject({
  ...shape,
  type: z.literal('formula-chosen'),
  indicator: Indicator,
  formula: IndicatorFormula.nullable(),
  reason: z.string().min(1).max(2000),
});

export const HeadquartersEnrolled = z.strictObject({
  ...shape,
  type: z.literal('headquarters-enrolled'),
  card: HeadquartersCard,
});

/** Remarks the person wrote to the open questions of the check list. */
const remarks = z.array(z.strictObject({ item: z.string(), text: z.string().max(2000) }));

export const MonthLocked = z.strictObject({
  ...shape,
  type: z.literal('month-locked'),
  period: PlainMonth,
  remarks,
  /** Who let it be locked; the same person where that one holds both roles. */
  approved_by: Actor.optional(),
  /** Who had proposed it, where somebody else approved. */
  asked_by: Actor.optional(),
});

/** The lock of a month was put before whoever approves it. */
export const MonthLockProposed = z.strictObject({
  ...shape,
  type: z.literal('month-lock-proposed'),
  period: PlainMonth,
  remarks,
});

/** Given, the lock follows in the same record; refused, it goes back with the reason. */
export const MonthLockAnswered = z.strictObject({
  ...shape,
  type: z.literal('month-lock-answered'),
  proposal: EventId,
  period: PlainMonth,
  answer: z.enum(['given', 'refused']),
  reason: z.string().min(1).max(2000).optional(),
});

const periodOfDuty = { procedure: z.string(), duty: z.string(), period: z.string() };

/** The close of a period was put before whoever approves it. */
export const PeriodCloseProposed = z.strictObject({
  ...shape,
  type: z.literal('period-close-proposed'),
  ...periodOfDuty,
  remarks,
});

/** Given, the close follows in the same record as `duty-done`; refused, it goes back with the reason. */
export const PeriodCloseAnswered = z.strictObject({
  ...shape,
  type: z.literal('period-close-answered'),
  ...periodOfDuty,
  proposal: EventId,
  answer: z.enum(['given', 'refused']),
  reason: z.string().min(1).max(2000).optional(),
});

export const BundleBuilt = z.strictObject({
  ...shape,
  type: z.literal('bundle-built'),
  bundle: BundleId,
  period: PlainMonth,
  sequence: z.number().int().positive(),
  file: z.string(),
  sha256: Sha256,
  bytes: z.number().int().positive(),
  cases: z.number().int().nonnegative(),
  /** The last journal record whose events are in it; the next bundle begins after. */
  through: z.number().int().nonnegative(),
  /** Its last event line; the next bundle's chain goes on from there. */
  chain: z.strictObject({ seq: z.number().int().nonnegative(), hash: Sha256 }),
});

export const BundleWritten = z.strictObject({
  ...shape,
  type: z.literal('bundle-written'),
  bundle: BundleId,
  /** `written` after the first read-back, `verified` after the drive was plugged in again. */
  state: z.enum(['written', 'verified']),
  /** The drive it lies on, as the system tells drives apart; nothing about a person. */
  volume: z.string().max(100).optional(),
});

export const ReceiptAccepted = z.strictObject({
  ...shape,
  type: z.literal('receipt-accepted'),
  bundle: BundleId,
  verdict: z.enum(['accepted', 'rejected']),
  received_at: Instant,
  reasons: z.array(z.string()),
  /** What the reasons are called, in their order. */
  codes: z.array(z.string()).optional(),
});

/**
 * An old ledger is brought along: its cases follow in this record and the next ones. `raised` lets counting go on after
 * the highest of its numbers.
 */
export const CasesImported = z.strictObject({
  ...shape,
  type: z.literal('cases-imported'),
  import: ImportId,
  procedure: z.string(),
  file: Sha256,
  /** How many rows were to come. */
  rows: z.number().int().positive(),
  /** The names of its columns, by which the next file of this kind is known. */
  shape: z.string().max(4000),
  mapping: ImportMapping,
  raised: z.array(
    z.strictObject({
      counter: z.string(),
      from: z.number().int().positive(),
      to: z.number().int().positive(),
    }),
  ),
});

/** What it brought is withdrawn, except the cases something was done with since. */
export const ImportUndone = z.strictObject({
  ...shape,
  type: z.literal('import-undone'),
  import: ImportId,
  kept: z.number().int().nonnegative(),
  /** Counting goes back to where it was, where no case of the import was kept. */
  lowered: z.array(z.strictObject({ counter: z.string(), to: z.number().int().positive() })),
});

/**
 * Cases went out as a spreadsheet that is not encrypted. Written by the shell once the file is there; nothing of whom
 * they are about, nor of where it lies.
 */
export const CasesExported = z.strictObject({
  ...shape,
  type: z.literal('cases-exported'),
  taken: CasesTaken,
});

/** Another office this one sends cases to and takes cases from; its last card counts. */
export const ColleagueEnrolled = z.strictObject({
  ...shape,
  type: z.literal('colleague-enrolled'),
  card: OfficeCard,
});

/** A case of another office came in, sealed for this one and signed by it; what is said of it lies in the vault. */
export const TransferReceived = z.strictObject({
  ...shape,
  type: z.literal('transfer-received'),
  transfer: TransferId,
  from: Party,
  kind: z.enum(TRANSFER_KINDS),
  number: z.string().min(1).max(200),
  /** Of the `.age` file. */
  sha256: Sha256,
  /** Of `transfer.json`. */
  content: Sha256,
});

/** Born in the same record as the case it is here. */
export const TransferAccepted = z.strictObject({
  ...shape,
  type: z.literal('transfer-accepted'),
  transfer: TransferId,
  case: CaseId,
  number: z.string().min(1),
});

/** It goes back to the office it came from. */
export const TransferReturned = z.strictObject({
  ...shape,
  type: z.literal('transfer-returned'),
  transfer: TransferId,
  reason: TransferReason,
});

export const OfficeEvent = z.discriminatedUnion('type', [
  OfficeFounded,
  PersonAdded,
  PersonChanged,
  PersonLeft,
  NumberAllocated,
  HeadquartersEnrolled,
  MonthLocked,
  BundleBuilt,
  BundleWritten,
  ReceiptAccepted,
  NumberVoided,
  NumberStarted,
  BlockReserved,
  ProceduresChosen,
  SettingChanged,
  LimitSet,
  DutyDone,
  FigureSet,
  CardWritten,
  OfficeHoursSet,
  FigureEntered,
  FormulaChosen,
  CasesImported,
  ImportUndone,
  CasesExported,
  MonthLockProposed,
  MonthLockAnswered,
  PeriodCloseProposed,
  PeriodCloseAnswered,
  ColleagueEnrolled,
  TransferReceived,
  TransferAccepted,
  TransferReturned,
]);
export type OfficeEvent = z.infer<typeof OfficeEvent>;
