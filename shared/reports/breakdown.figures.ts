import type { ClockContext } from '#shared/case/clocks.ts';
import { sameName } from '#shared/case/recusal.rules.ts';
import type { Text } from '#shared/core/text.ts';
import type { Breakdown } from '#shared/procedure/breakdown.schema.ts';
import { isShare } from '#shared/procedure/measure.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { scalarText } from '#shared/procedure/values.ts';
import type { Amount } from './amount.ts';
import { casesThat } from './counting.ts';
import { MEASURE_NAMES } from './measure.words.ts';
import {
  amountOf,
  countsOf,
  measureOf,
  periodCases,
  type PeriodCases,
  type PeriodFigures,
  type ReportedCase,
} from './period.figures.ts';
import type { PeriodDays } from './report.period.ts';

export interface BreakdownLine {
  /** Whoever is named; null for the cases that name nobody. */
  readonly name: Text | null;
  readonly amounts: readonly Amount[];
  /** Null where there are too few cases for a rank. */
  readonly rank: number | null;
}

export interface BreakdownFigures {
  readonly head: Text;
  readonly columns: readonly Text[];
  /** Columns that the pack calls otherwise than the program does its measure. */
  readonly named: readonly { readonly label: Text; readonly measure: Text }[];
  readonly ranked: boolean;
  readonly rankFrom: number;
  readonly lines: readonly BreakdownLine[];
  readonly total: readonly Amount[];
}

interface Group {
  readonly name: Text | null;
  readonly cases: ReportedCase[];
}

function groupsOf(
  { field: key }: Breakdown,
  procedure: Procedure,
  cases: readonly ReportedCase[],
): readonly Group[] {
  const { options } = getField(procedure, key);
  const groups = new Map<string, Group>();
  for (const each of cases) {
    const written = scalarText(each.state.values[key]).trim();
    const name = options?.find(({ value }) => value === written)?.label ?? { zh: written, en: written };
    const group = groups.get(sameName(written)) ?? { name: written === '' ? null : name, cases: [] };
    group.cases.push(each);
    groups.set(sameName(written), group);
  }
  return [...groups.values()];
}

interface Counted {
  readonly name: Text | null;
  readonly of: PeriodCases;
  readonly figures: PeriodFigures;
}

const isEmpty = ({ figures }: Counted): boolean => Object.values(figures).every(count => count === 0);

type Base = { readonly part: number; readonly whole: number };

/** Whoever has enough cases for a rank, with the share it goes by. */
function baseOf({ rank_by: by, rank_from: from }: Breakdown, { name, figures }: Counted): Base | undefined {
  const amount = by === undefined ? undefined : amountOf(by, figures);
  return name !== null && amount?.kind === 'share' && amount.whole >= from ? amount : undefined;
}

const better = (a: Base, b: Base): number => b.part * a.whole - a.part * b.whole;

function inOrder(spec: Breakdown, lines: readonly Counted[]): readonly Counted[] {
  return lines.toSorted((a, b) => {
    const [one, other] = [baseOf(spec, a), baseOf(spec, b)];
    if (one && other && better(one, other) !== 0) return better(one, other);
    if (!one !== !other) return one ? -1 : 1;
    if ((a.name === null) !== (b.name === null)) return a.name === null ? 1 : -1;
    return b.figures.received - a.figures.received || ((a.name?.zh ?? '') < (b.name?.zh ?? '') ? -1 : 1);
  });
}

/** A line for each person or department the field names, the best first; the same share is the same rank. */
export function breakdownFigures(
  spec: Breakdown,
  procedure: Procedure,
  all: readonly ReportedCase[],
  days: PeriodDays,
  context: ClockContext,
): BreakdownFigures {
  const cases = casesThat(spec.only_if, all, context);
  const counted = groupsOf(spec, procedure, cases)
    .map(({ name, cases: own }) => ({ name, of: periodCases(own, days, context) }))
    .map((line): Counted => ({ ...line, figures: countsOf(line.of) }))
    .filter(line => !isEmpty(line));
  const bases = counted.flatMap(line => baseOf(spec, line) ?? []);
  const amounts = (of: PeriodCases): readonly Amount[] =>
    spec.columns.map(({ measure }) => measureOf(measure, of));
  return {
    head: getField(procedure, spec.field).label,
    columns: spec.columns.map(({ measure, label }) => label ?? MEASURE_NAMES[measure]),
    named: spec.columns.flatMap(({ measure, label }) =>
      label && isShare(measure) ? [{ label, measure: MEASURE_NAMES[measure] }] : [],
    ),
    ranked: spec.rank_by !== undefined,
    rankFrom: spec.rank_from,
    lines: inOrder(spec, counted).map(line => {
      const base = baseOf(spec, line);
      const ahead = base && bases.filter(other => better(other, base) < 0).length;
      return {
        name: line.name,
        amounts: amounts(line.of),
        rank: ahead === undefined ? null : ahead + 1,
      };
    }),
    total: amounts(periodCases(cases, days, context)),
  };
}
