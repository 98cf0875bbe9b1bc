import path from 'node:path';
import { workingCalendar } from '#shared/calendar/working-calendar.ts';
import type { BundleState } from '#shared/case/office.state.ts';
import { newEventId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { BundleAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { monthStatistics } from '#shared/reports/month.statistics.ts';
import { verifyWritten } from '../bundles/bundle.copies.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { readPacks } from '../desk/packs.ts';
import { asFault, type Handle } from '../ipc/handle.ts';
import { renderPdf, type RenderDeps } from '../printing/pdf.renderer.ts';
import { CardDoubt } from './card-doubt.ts';
import { exportOfficeCard, importHeadquartersCard } from './cards.ts';
import { bundleOf, sentBefore } from './last-sent.ts';
import { surveyLedger, type Packs } from './ledger.survey.ts';
import { carryTo, clocksOfMonth, sealMonth, type DeskClocks } from './month.export.ts';
import { officeActor } from './office-actor.ts';
import { bundleById, importReceipts } from './receipts.ts';

export interface MonthParts {
  readonly render: RenderDeps;
  readonly dialogs: Dialogs;
}

async function booksContext(desk: Desk): Promise<{ packs: Packs; clocks: DeskClocks }> {
  const packs = await readPacks(desk.resources);
  return { packs, clocks: { now: desk.now(), calendar: workingCalendar(packs.calendars) } };
}

export function handleMonth(handle: Handle, desk: Desk, parts: MonthParts): void {
  let running: AbortController | null = null;
  const doubt = new CardDoubt();

  handle('month:summary', async ({ period }) => {
    const { packs, clocks } = await booksContext(desk);
    const ledger = openedLedger(desk);
    const since = sentBefore(await ledger.office(), period)?.through ?? 0;
    const survey = await surveyLedger(ledger, packs, { period, since });
    return ok({ statistics: monthStatistics(survey, survey.procedureOf, clocksOfMonth(survey, clocks)) });
  });

  const exportMonth = async (period: PlainMonth, signal: AbortSignal): Promise<Reply<BundleAnswer>> => {
    const ledger = openedLedger(desk);
    if (!(await ledger.office()).headquarters) return err({ code: 'bundles/no-headquarters' });
    const folder = await parts.dialogs.chooseFolder('案卷包写到哪个 U 盘或文件夹');
    if (folder === undefined) return ok({ bundles: [], cancelled: true });
    const context = {
      desk,
      ledger,
      ...(await booksContext(desk)),
      render: (paper: Parameters<typeof renderPdf>[0]) => renderPdf(paper, parts.render),
      signal,
      onProgress: (phase: string, done: number) => {
        desk.notify('bundles:progress', { phase, done, total: 0 });
      },
    };
    // A month that was sealed before and not sent back is carried again as it is: the same file, byte for byte.
    const sealed = bundleOf(await ledger.office(), period);
    const bundle = sealed ? ok(sealed) : await sealMonth(period, context);
    if (!bundle.ok) return err(asFault(bundle.error));
    const carried = await carryTo(folder, bundle.value, context);
    if (!carried.ok) return err(asFault(carried.error));
    return ok({ bundles: [told(bundle.value, 'written')], cancelled: false });
  };

  handle('bundles:export', async ({ period }) => {
    running?.abort();
    const own = new AbortController();
    running = own;
    try {
      return await exportMonth(period, own.signal);
    } finally {
      if (running === own) running = null;
    }
  });
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
    const file = path.join(folder, bundle.file);
    const verified = await verifyWritten(file, { expectedSha256: bundle.sha256 });
    if (!verified.ok) return err(asFault(verified.error));
    const recorded = await ledger.append([
      {
        ...officeActor(desk, office, 'records-officer', newEventId(desk.ids)),
        type: 'bundle-written',
        bundle: bundle.id,
        state: 'verified',
      },
    ]);
    if (!recorded.ok) return err(asFault(recorded.error));
    desk.notify('journal:appended', { seq: recorded.value.seq });
    return ok({ path: file });
  });

  handle('bundles:import-receipts', () => importReceipts(desk, parts.dialogs));
  handle('cards:export-office', () => exportOfficeCard(desk, parts.dialogs));
  handle('cards:import-headquarters', ({ answer }) =>
    importHeadquartersCard(desk, parts.dialogs, doubt, answer),
  );
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
