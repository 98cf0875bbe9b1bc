import { workingCalendar } from '#shared/calendar/working-calendar.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import { countMonth } from '#shared/reports/month.statistics.ts';
import { openedLedger } from '../desk/desk.ts';
import { readPacks } from '../desk/packs.ts';
import { surveyLedger } from '../month/ledger.survey.ts';
import { clocksOfMonth } from '../month/month.export.ts';
import type { Say } from './judge.books.fixture.ts';
import type { NaiveMonth } from './naive.count.fixture.ts';
import type { OfficeActor } from './office.actor.fixture.ts';
import type { ReceivedBundle } from './received.fixture.ts';

type Figures = ReceivedBundle['figures'];

type Counted = Omit<NaiveMonth, 'told' | 'events'> & { readonly zeroReport: boolean };

/** The figures that came, as they are counted by hand. */
const asCounted = ({ corrections = [], byCategory, ...figures }: Figures): Counted => ({
  ...{ period: figures.period as PlainMonth, registered: figures.registered, closed: figures.closed },
  ...{ onTime: figures.onTime, open: figures.open, overdue: figures.overdue },
  ...{ asked: figures.asked, satisfied: figures.satisfied, zeroReport: figures.zeroReport },
  byCategory: byCategory.map(each => `${each.key} ${each.registered} ${each.closed} ${each.late}`).sort(),
  corrections: corrections.map(each => `${each.kind} ${each.case}`),
});

const byHand = ({ told, period, byCategory, ...month }: NaiveMonth): Counted => ({
  ...{ period, registered: month.registered, closed: month.closed, onTime: month.onTime },
  ...{ open: month.open, overdue: month.overdue, asked: month.asked, satisfied: month.satisfied },
  ...{ zeroReport: told.length === 0, corrections: month.corrections },
  byCategory: [...byCategory].sort(),
});

/** The figures at headquarters are those counted by hand, and those the program counts from the office's own ledger. */
export async function judgeFigures(
  { desk, office }: OfficeActor,
  received: readonly ReceivedBundle[],
  told: readonly NaiveMonth[],
  say: Say,
): Promise<void> {
  const packs = await readPacks(desk.resources);
  const calendar = workingCalendar(packs.calendars);
  let since = 0;
  for (const [nth, { id, period, figures }] of received.entries()) {
    const month = told[nth];
    if (!month) continue;
    const [came, counted] = [canonicalJson(asCounted(figures)), canonicalJson(byHand(month))];
    if (came !== counted) say(`${period}: figures ${came}, counted by hand ${counted}`);
    const survey = await surveyLedger(openedLedger(desk), packs, { period, since });
    const clocks = clocksOfMonth(survey, { now: desk.now(), calendar });
    const own: unknown = JSON.parse(
      JSON.stringify(countMonth(survey, survey.procedureOf, clocks).statistics),
    );
    if (canonicalJson(own) !== canonicalJson(figures)) say(`${period}: the office counts other figures`);
    since = office.bundles.find(bundle => bundle.id === id)?.through ?? since;
  }
}
