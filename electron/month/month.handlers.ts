import { workingCalendar } from '#shared/calendar/working-calendar.ts';
import type { BundleState } from '#shared/case/office.state.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { BundleAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { monthChecks } from '#shared/reports/month.checks.ts';
import { countMonth } from '#shared/reports/month.statistics.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { readPacks, type Packs } from '../desk/packs.ts';
import type { DriveSource } from '../drives/drive.ts';
import type { DrivePresence } from '../drives/drive.presence.ts';
import { PlaceToWrite, type Wanted } from '../drives/place-to-write.ts';
import { roomFor } from '../drives/room.ts';
import { asFault, type Handle } from '../ipc/handle.ts';
import { renderPdf, type RenderDeps } from '../printing/pdf.renderer.ts';
import { removableBundles, removeBundle, wasRemoved } from './kept-bundles.ts';
import { bundleOf, sentBefore } from './last-sent.ts';
import { surveyLedger } from './ledger.survey.ts';
import {
  carryTo,
  clocksOfMonth,
  sealMonth,
  type DeskClocks,
  type ExportContext,
  type ExportError,
} from './month.export.ts';
import { importOrders } from './orders.ts';
import { verifyAt } from './verify-again.ts';
import { bundleById, importReceipts } from './receipts.ts';

export interface MonthParts {
  readonly render: RenderDeps;
  readonly dialogs: Dialogs;
  readonly drives: DriveSource;
  /** What was written to a drive proves nothing before it was out. */
  readonly presence: DrivePresence;
}

async function booksContext(desk: Desk): Promise<{ packs: Packs; clocks: DeskClocks }> {
  const packs = await readPacks(desk.resources);
  return { packs, clocks: { now: desk.now(), calendar: workingCalendar(packs.calendars) } };
}

export function handleMonth(handle: Handle, desk: Desk, parts: MonthParts): void {
  let running: AbortController | null = null;
  const places = new PlaceToWrite(parts.drives, desk.profile);
  const { presence } = parts;

  handle('month:summary', async ({ period }) => {
    const { packs, clocks } = await booksContext(desk);
    const ledger = openedLedger(desk);
    const since = sentBefore(await ledger.office(), period)?.through ?? 0;
    const survey = await surveyLedger(ledger, packs, { period, since });
    const context = clocksOfMonth(survey, clocks);
    return ok({
      ...countMonth(survey, survey.procedureOf, context),
      checks: monthChecks(survey, survey.procedureOf, context),
    });
  });

  const exportContext = async (signal: AbortSignal): Promise<ExportContext> => ({
    desk,
    ledger: openedLedger(desk),
    ...(await booksContext(desk)),
    render: paper => renderPdf(paper, parts.render),
    signal,
    onProgress: progress => desk.notify('bundles:progress', progress),
  });

  /** A month that was sealed before and not sent back stays as it is: the same file, byte for byte. */
  const sealedMonth = async (
    period: PlainMonth,
    context: ExportContext,
  ): Promise<Result<BundleState, ExportError>> => {
    const sealed = bundleOf(await context.ledger.office(), period);
    if (!sealed) return sealMonth(period, context);
    return (await wasRemoved(desk, sealed)) ? err({ code: 'bundles/removed' }) : ok(sealed);
  };

  const exportMonth = async (
    period: PlainMonth,
    to: Wanted,
    signal: AbortSignal,
  ): Promise<Reply<BundleAnswer>> => {
    const ledger = openedLedger(desk);
    if (!(await ledger.office()).headquarters) return err({ code: 'bundles/no-headquarters' });
    const place = await places.find(to, () => parts.dialogs.chooseFolder('案卷包写到哪个 U 盘或文件夹'));
    if (place.kind === 'gone') return err({ code: 'bundles/drive-gone' });
    if (place.kind === 'cancelled') return ok({ bundles: [], cancelled: true });
    if (place.kind === 'doubt')
      return ok({ bundles: [], cancelled: false, doubt: { place: place.doubt, folder: place.folder } });
    const { folder, drive } = place;
    const context = await exportContext(signal);
    const bundle = await sealedMonth(period, context);
    if (!bundle.ok) return err(asFault(bundle.error));
    const { file: name, bytes } = bundle.value;
    const room = await roomFor(folder, { name, bytes, filesystem: drive?.filesystem });
    if (!room.ok) return err(asFault(room.error));
    const carried = await carryTo(folder, bundle.value, context, drive?.volume);
    if (!carried.ok) return err(asFault(carried.error));
    if (drive) presence.wroteTo(drive.volume);
    const removable =
      drive?.kind === 'removable' ? { drive: { volume: drive.volume, label: drive.label } } : {};
    return ok({ bundles: [told(bundle.value, 'written')], cancelled: false, ...removable });
  };

  const cancellable = async <T>(act: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    running?.abort();
    const own = new AbortController();
    running = own;
    try {
      return await act(own.signal);
    } finally {
      if (running === own) running = null;
    }
  };

  handle('bundles:export', ({ period, to }) => cancellable(signal => exportMonth(period, to, signal)));
  handle('bundles:seal', ({ period }) =>
    cancellable(async signal => {
      const bundle = await sealedMonth(period, await exportContext(signal));
      return bundle.ok
        ? ok({ bundles: [told(bundle.value, 'sealed')], cancelled: false })
        : err(asFault(bundle.error));
    }),
  );
  handle('bundles:cancel', () => {
    running?.abort();
    return ok(null);
  });

  handle('bundles:verify', async ({ bundle: id }) => {
    const ledger = openedLedger(desk);
    const office = await ledger.office();
    const bundle = bundleById(office.bundles, id);
    if (!bundle) return err({ code: 'bundles/not-here' });
    const folder = await parts.dialogs.chooseFolder('写过的 U 盘或文件夹');
    if (folder === undefined) return ok({ path: null });
    const verified = await verifyAt(desk, bundle, folder);
    return verified.ok ? ok({ path: verified.value }) : err(asFault(verified.error));
  });

  handle('bundles:import-receipts', () => importReceipts(desk, parts.dialogs));
  handle('bundles:removable', async () => ok(await removableBundles(desk)));
  handle('bundles:remove', ({ bundle }) => removeBundle(desk, bundle));
  handle('orders:import', () => importOrders(desk, parts.dialogs));
}

const told = (
  bundle: BundleState,
  outcome: BundleAnswer['bundles'][number]['outcome'],
): BundleAnswer['bundles'][number] => ({
  bundle: bundle.id,
  period: bundle.period,
  file: bundle.file,
  outcome,
});
