import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { CHAIN_START } from '#shared/bundle/event-chain.ts';
import type { BundleState } from '#shared/case/office.state.ts';
import type { ClockContext } from '#shared/case/clocks.ts';
import { newBundleId, newEventId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { OfficeEvent } from '#shared/case/office.events.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { reportedCases } from '#shared/reports/month.books.ts';
import { monthStatistics } from '#shared/reports/month.statistics.ts';
import { sealText } from '../bundles/age.identity.ts';
import { copyBundle } from '../bundles/bundle.copies.ts';
import type { BundleDocument } from '../bundles/bundle.input.ts';
import { writeBundle } from '../bundles/bundle.writer.ts';
import type { Desk } from '../desk/desk.ts';
import { signMinisign } from '../keys/minisign.ts';
import type { Ledger } from '../office/ledger.ts';
import { loadSigningKey } from '../office/signing-key.ts';
import { leavingAttachments } from './bundle.attachments.ts';
import { caseLine, eventLines } from './bundle.lines.ts';
import { lastSent } from './last-sent.ts';
import { surveyLedger, type Packs, type Survey } from './ledger.survey.ts';
import { monthReports, type ReportContext } from './month.reports.ts';
import { officeCard } from './office-card.ts';
import { officeActor } from './office-actor.ts';

export type ExportError = { readonly code: FaultCode; readonly detail?: string; readonly cause?: unknown };

export interface ExportContext {
  readonly desk: Desk;
  readonly ledger: Ledger;
  readonly packs: Packs;
  readonly clocks: DeskClocks;
  readonly render: ReportContext['render'];
  readonly signal: AbortSignal;
  readonly onProgress: (phase: string, done: number) => void;
}

/** What clocks need besides the hours of the office, which the books tell. */
export type DeskClocks = Pick<ClockContext, 'now' | 'calendar'>;

/** The clocks as they stood when the month was locked. */
export const clocksOfMonth = (
  { lockedAt, officeHours }: Survey,
  { now, calendar }: DeskClocks,
): ClockContext => ({ now: lockedAt ?? now, calendar, officeHours });

/** Papers of the cases told of. Those of hidden persons stay at home: their pages bear the name. */
function documentsOf(survey: Survey, ledger: Ledger): readonly BundleDocument[] {
  return reportedCases(survey).flatMap(({ state }) => {
    if (survey.isHidden(state)) return [];
    return state.documents.map(document => ({
      caseId: state.id,
      documentId: document.id,
      bytes: document.bytes,
      open: () => openStored(ledger, document.sha256),
    }));
  });
}

async function* openStored(ledger: Ledger, sha256: string): AsyncGenerator<Uint8Array> {
  const stored = await ledger.vault.get(sha256);
  if (!stored.ok) throw new Error(stored.error.code);
  yield* stored.value as AsyncIterable<Uint8Array>;
}

/** A half-finished attempt at the same sequence, from before a crash: it was never recorded, so it may go. */
async function removeUnrecorded(outbox: string, name: string): Promise<void> {
  for (const file of await readdir(outbox))
    if (file.startsWith(name)) await rm(path.join(outbox, file), { force: true });
}

/** Seals one month, as it was when it was locked, into the outbox and records it in the journal. */
export async function sealMonth(
  period: PlainMonth,
  context: ExportContext,
): Promise<Result<BundleState, ExportError>> {
  const { desk, ledger, signal } = context;
  const office = await ledger.office();
  const { headquarters } = office;
  if (!headquarters) return err({ code: 'bundles/no-headquarters' });
  if (!office.months.some(month => month.period === period)) return err({ code: 'bundles/month-open' });
  const signing = await loadSigningKey(ledger);
  if (!signing.ok) return err(signing.error);

  const previous = lastSent(office);
  const survey = await surveyLedger(ledger, context.packs, { period, since: previous?.through ?? 0 });
  const clocks = clocksOfMonth(survey, context.clocks);
  const statistics = monthStatistics(survey, survey.procedureOf, clocks);
  context.onProgress('reports', 0);
  const reports = await monthReports(survey, statistics, {
    office: office.name,
    now: context.clocks.now,
    render: context.render,
  });
  if (!reports.ok) return err(reports.error);

  const attachments = await leavingAttachments(survey, ledger.vault);
  if (!attachments.ok) return attachments;
  const { files, leaving } = attachments.value;

  const seal = (text: string): Promise<string> => sealText(headquarters.sealed_recipient, text);
  const cases = await Promise.all(
    reportedCases(survey).map(({ state }) => caseLine(state, survey, { ...clocks, leaving }, seal)),
  );
  await mkdir(ledger.places.outbox, { recursive: true, mode: 0o700 });
  const sequence = (previous?.sequence ?? 0) + 1;
  await removeUnrecorded(
    ledger.places.outbox,
    `${office.code}_${period}_${String(sequence).padStart(4, '0')}`,
  );
  const bundleId = newBundleId(desk.ids);
  const written = await writeBundle(
    {
      bundleId,
      office: officeCard(office, desk.version, desk.now()),
      period,
      sequence,
      previous: previous ? { id: previous.id, sha256: previous.sha256 } : null,
      madeAt: desk.now(),
      cases,
      events: eventLines(survey, seal),
      chainHead: previous?.chain ?? CHAIN_START,
      documents: documentsOf(survey, ledger),
      attachments: files,
      reports: reports.value,
      recipients: headquarters.bundle_recipients,
      sign: (bytes, comment) => signMinisign(signing.value, bytes, comment),
    },
    {
      directory: ledger.places.outbox,
      signal,
      onProgress: ({ phase, bytes }) => context.onProgress(phase, bytes),
    },
  );
  if (!written.ok) return written;
  const { value } = written;
  const built: OfficeEvent = {
    ...officeActor(desk, office, 'records-officer', newEventId(desk.ids)),
    type: 'bundle-built',
    bundle: bundleId,
    period,
    sequence,
    file: path.basename(value.path),
    sha256: value.sha256,
    bytes: value.bytes,
    cases: value.counts.cases,
    // A month locked before the last bundle was made takes nothing back.
    through: Math.max(survey.through.seq, previous?.through ?? 0),
    chain: value.chainHead,
  };
  const recorded = await ledger.append([built]);
  if (!recorded.ok) return err(recorded.error);
  desk.notify('journal:appended', { seq: recorded.value.seq });
  const state = (await ledger.office()).bundles.find(({ id }) => id === bundleId);
  return state ? ok(state) : err({ code: 'ipc/bug' });
}

/** Copies a sealed bundle to a drive, reads it back, and records that it is there. */
export async function carryTo(
  directory: string,
  bundle: BundleState,
  { desk, ledger, signal, onProgress }: Pick<ExportContext, 'desk' | 'ledger' | 'signal' | 'onProgress'>,
): Promise<Result<string, ExportError>> {
  const copied = await copyBundle(path.join(ledger.places.outbox, bundle.file), bundle.sha256, {
    directory,
    replace: true,
    signal,
    onProgress: ({ phase, bytes }) => onProgress(phase, bytes),
  });
  if (!copied.ok) return copied;
  const office = await ledger.office();
  const recorded = await ledger.append([
    {
      ...officeActor(desk, office, 'records-officer', newEventId(desk.ids)),
      type: 'bundle-written',
      bundle: bundle.id,
      state: 'written',
    },
  ]);
  if (!recorded.ok) return err(recorded.error);
  desk.notify('journal:appended', { seq: recorded.value.seq });
  return ok(copied.value.path);
}
