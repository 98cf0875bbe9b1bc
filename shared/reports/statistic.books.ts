import type { ClockContext } from '#shared/case/clocks.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Text } from '#shared/core/text.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { scalarText } from '#shared/procedure/values.ts';
import { periodCases, type PeriodCases, type ReadClocks, type ReportedCase } from './period.figures.ts';
import type { PeriodDays } from './report.period.ts';

/** Everything statistics are counted from: one procedure, or all an office works by. */
export interface StatisticBooks {
  /** As the office has them now. */
  readonly procedures: readonly Procedure[];
  /** In the order of the books. */
  readonly cases: readonly ReportedCase[];
  readonly context: ClockContext;
  readonly office: Pick<
    OfficeState,
    'figures' | 'formulas' | 'foundedAt' | 'chosen' | 'dutiesDone' | 'overrides'
  >;
}

/** The books with what was counted of them already. */
export interface CountedBooks extends StatisticBooks {
  readonly days: PeriodDays;
  readonly clocks: ReadClocks;
  readonly of: PeriodCases;
}

export const idsOf = (cases: readonly ReportedCase[]): readonly CaseId[] =>
  cases.map(({ state }) => state.id);

export const inPeriod = ({ cases, context, clocks }: CountedBooks, days: PeriodDays): PeriodCases =>
  periodCases(cases, days, context, clocks);

const UNCLASSED: Text = { zh: '没有写类别', en: 'No class' };

const labelsOf = ({ state, procedure }: ReportedCase, key: string): readonly Text[] => {
  const { options } = getField(procedure, key);
  const value = state.values[key];
  const written = Array.isArray(value) ? value.map(String) : [scalarText(value)];
  return written.flatMap(each => {
    if (each.trim() === '') return [];
    return options?.find(({ value: one }) => one === each)?.label ?? { zh: each.trim(), en: each.trim() };
  });
};

const joined = (labels: readonly Text[]): Text => ({
  zh: labels.map(({ zh }) => zh).join('、'),
  en: labels.map(({ zh, en }) => en ?? zh).join(', '),
});

/** What stands in a field that makes lines: the name of a choice, or what was written; null where nothing was. */
export function nameIn(each: ReportedCase, key: string | undefined): Text | null {
  if (key === undefined) return null;
  const labels = labelsOf(each, key);
  return labels.length === 0 ? null : joined(labels);
}

/** A case is of one class, also where several were chosen: so classes add up to all cases. */
export const classOf = (each: ReportedCase): Text =>
  nameIn(each, each.procedure.registration.category) ?? UNCLASSED;

export interface NamedGroup {
  readonly name: Text;
  readonly cases: ReadonlySet<ReportedCase>;
}

/** Cases by a name, in the order in which the names first come. */
export function grouped(
  cases: readonly ReportedCase[],
  nameOf: (each: ReportedCase) => Text | null,
): readonly NamedGroup[] {
  const groups = new Map<string, { readonly name: Text; readonly cases: Set<ReportedCase> }>();
  for (const each of cases) {
    const name = nameOf(each);
    if (name === null) continue;
    const group = groups.get(name.zh) ?? { name, cases: new Set() };
    group.cases.add(each);
    groups.set(name.zh, group);
  }
  return [...groups.values()];
}
