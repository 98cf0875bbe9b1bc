import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { CHAIN_START } from '#shared/bundle/event-chain.ts';
import type { CaseLine } from '#shared/bundle/case-line.schema.ts';
import type { ExportProgress } from '#shared/bundle/export-progress.ts';
import type { BundleState, OfficeState } from '#shared/case/office.state.ts';
import type { ClockContext } from '#shared/case/clocks.ts';
import { newBundleId, newEventId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { OfficeEvent } from '#shared/case/office.events.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { reportedCases } from '#shared/reports/month.books.ts';
import { countMonth } from '#shared/reports/month.statistics.ts';
import { sealText } from '../bundles/age.identity.ts';
import { copyBundle } from '../bundles/bundle.copies.ts';
import type { BundleDocument, BundleInput, BundleTarget, NewBundle } from '../bundles/bundle.input.ts';
import { writeBundle } from '../bundles/bundle.writer.ts';
import { removeLeftovers, type BundleTrace } from '../bundles/leftovers.ts';
import type { Desk } from '../desk/desk.ts';
import type { Packs } from '../desk/packs.ts';
import type { FilePort } from '../files/file-port.ts';
import { signMinisign } from '../keys/minisign.ts';
import type { Ledger } from '../office/ledger.ts';
import { loadSigningKey } from '../office/signing-key.ts';
import { leavingAttachments } from './bundle.attachments.ts';
import { caseLine, eventLines, type Seal } from './bundle.lines.ts';
import { signedCopies } from './bundle.signed.ts';
import { lastSent } from './last-sent.ts';
import { surveyLedger, type Survey } from './ledger.survey.ts';
import { monthReports, type ReportContext } from './month.reports.ts';
import { officeCard } from '../office/office-card.ts';
import { officeActor } from '../desk/office-actor.ts';
import { lostFileCode, storedFile } from '../vault/stored.files.ts';

export type ExportError = { readonly code: FaultCode; readonly detail?: string; readonly cause?: unknown };

export interface ExportContext {
  readonly desk: Desk;
  readonly ledger: Ledger;
  readonly packs: Packs;
  readonly clocks: DeskClocks;
  readonly render: ReportContext['render'];
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly files?: FilePort;
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
      open: () => storedFile(ledger.vault, document.sha256),
    }));
  });
}

/** What seals a bundle and was stopped before the journal knew of it, may go: it never left the office. */
async function clearOutbox(
  { places }: Ledger,
  { code, bundles }: Pick<OfficeState, 'code' | 'bundles'>,
  files: FilePort | undefined,
): Promise<void> {
  await mkdir(places.outbox, { recursive: true, mode: 0o700 });
  const recorded = new Set(bundles.map(({ file }) => file));
  const isLeftover = ({ bundle, isHalf }: BundleTrace): boolean => isHalf || !recorded.has(bundle);
  await removeLeftovers(places.outbox, code, isLeftover, files);
}

async function* caseLines(
  survey: Survey,
  context: Parameters<typeof caseLine>[2],
  seal: Seal,
): AsyncGenerator<CaseLine> {
  for (const { state } of reportedCases(survey)) yield await caseLine(state, survey, context, seal);
}

async function written(input: BundleInput, target: BundleTarget): Promise<Result<NewBundle, ExportError>> {
  try {
    return await writeBundle(input, target);
  } catch (cause) {
    const code = lostFileCode(cause);
    if (code === undefined) throw cause;
    return err({ code, cause });
  }
}

const CANCELLED: ExportError = { code: 'bundle/cancelled' };

/** Seals one month, as it was when it was locked, into the outbox and records it in the journal. */
export async function sealMonth(
  period: PlainMonth,
  context: ExportContext,
): Promise<Result<BundleState, ExportError>> {
  const { desk, ledger, signal, onProgress } = context;
  const port = context.files ? { files: context.files } : {};
  const office = await ledger.office();
  const { headquarters } = office;
  if (!headquarters) return err({ code: 'bundles/no-headquarters' });
  if (!office.months.some(month => month.period === period)) return err({ code: 'bundles/month-open' });
  const signing = await loadSigningKey(ledger);
  if (!signing.ok) return err(signing.error);

  const previous = lastSent(office);
  const survey = await surveyLedger(ledger, context.packs, { period, since: previous?.through ?? 0 });
  const clocks = clocksOfMonth(survey, context.clocks);
  const { statistics } = countMonth(survey, survey.procedureOf, clocks);
  let papers = 0;
  onProgress({ phase: 'reports', done: papers, total: 0 });
  const reports = await monthReports(survey, statistics, {
    office: office.name,
    now: context.clocks.now,
    render: async paper => {
      const set = await context.render(paper);
      onProgress({ phase: 'reports', done: ++papers, total: 0 });
      return set;
    },
  });
  if (signal.aborted) return err(CANCELLED);
  if (!reports.ok) return err(reports.error);

  const attachments = await leavingAttachments(survey, ledger.vault, {
    signal,
    onProgress: (done, total) => onProgress({ phase: 'gathering', done, total }),
  });
  if (!attachments.ok) return attachments;
  const { files, leaving } = attachments.value;
  const signed = await signedCopies(survey, ledger.vault, signal);
  if (!signed.ok) return signed;
  const { names } = signed.value;

  const seal = (text: string): Promise<string> => sealText(headquarters.sealed_recipient, text);
  await clearOutbox(ledger, office, context.files);
  const sequence = (previous?.sequence ?? 0) + 1;
  const bundleId = newBundleId(desk.ids);
  const sealed = await written(
    {
      bundleId,
      office: officeCard(office, desk.version, desk.now()),
      period,
      sequence,
      previous: previous ? { id: previous.id, sha256: previous.sha256 } : null,
      madeAt: desk.now(),
      cases: caseLines(survey, { ...clocks, leaving, names }, seal),
      events: eventLines(survey, seal),
      chainHead: previous?.chain ?? CHAIN_START,
      documents: documentsOf(survey, ledger),
      attachments: [...files, ...signed.value.files],
      reports: reports.value,
      recipients: headquarters.bundle_recipients,
      sign: (bytes, comment) => signMinisign(signing.value, bytes, comment),
    },
    {
      directory: ledger.places.outbox,
      // One that headquarters sent back has the same name; it stays until this one is whole.
      replace: true,
      signal,
      ...port,
      onProgress: ({ phase, bytes, total }) => onProgress({ phase, done: bytes, total }),
    },
  );
  if (!sealed.ok) return sealed;
  const { value } = sealed;
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
  context: Pick<ExportContext, 'desk' | 'ledger' | 'signal' | 'onProgress' | 'files'>,
  volume?: string,
): Promise<Result<string, ExportError>> {
  const { desk, ledger, signal, onProgress, files } = context;
  const office = await ledger.office();
  await removeLeftovers(directory, office.code, undefined, files);
  const { file, sha256, bytes } = bundle;
  const copied = await copyBundle(
    { path: path.join(ledger.places.outbox, file), sha256, bytes },
    {
      directory,
      replace: true,
      signal,
      ...(files ? { files } : {}),
      onProgress: ({ phase, bytes: done, total }) =>
        onProgress({ phase: phase === 'writing' ? 'copying' : 'comparing', done, total }),
    },
  );
  if (!copied.ok) return copied;
  const recorded = await ledger.append([
    {
      ...officeActor(desk, office, 'records-officer', newEventId(desk.ids)),
      type: 'bundle-written',
      bundle: bundle.id,
      state: 'written',
      ...(volume === undefined ? {} : { volume }),
    },
  ]);
  if (!recorded.ok) return err(recorded.error);
  desk.notify('journal:appended', { seq: recorded.value.seq });
  return ok(copied.value.path);
}
