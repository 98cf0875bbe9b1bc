import { inLanguage } from '#shared/core/text.ts';
import { getField, getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { archiveLines } from './archive.rules.ts';
import type { CaseState } from './case.state.ts';
import { circumstancesOf } from './circumstances.ts';
import { clocksOf, type Clock } from './clocks.ts';
import { documentNumber } from './document.decide.ts';
import { escalationOf } from './escalation.ts';
import type { Expectation } from './example.schema.ts';
import { owedPapers } from './owed-papers.ts';
import { permittedSteps } from './permitted.ts';
import { severityOf, type SeverityContext } from './severity.ts';
import { standingOf } from './standing.ts';

type Limits = NonNullable<Expectation['limits']>;

const listed = (list: readonly string[]): string => [...list].sort().join('、') || '（没有）';

const differ = (
  what: string,
  wanted: string | null | undefined,
  found: string | null | undefined,
): string[] => (wanted === found ? [] : [`${what}应为 ${wanted ?? '（没有）'}，实际 ${found ?? '（没有）'}`]);

const DATE_LENGTH = 10;

function limitDifferences(id: string, wanted: Limits[string], clock: Clock | undefined): string[] {
  const rule = typeof wanted === 'string' ? { due: wanted } : wanted;
  const status = clock?.status ?? 'not-applied';
  const { due } = rule;
  const counted = clock?.counted;
  const found = due?.length === DATE_LENGTH ? counted?.dueDate : counted?.due;
  return [
    ...(due === undefined ? [] : differ(`${id} 的期限`, due, found ?? null)),
    ...(rule.status === undefined ? [] : differ(`${id} 的状态`, rule.status, status)),
    ...(rule.extended === undefined
      ? []
      : differ(`${id} 是否延期`, String(rule.extended), String(clock?.original !== undefined))),
  ];
}

function stateDifferences(wanted: Expectation, state: CaseState, procedure: Procedure): string[] {
  const states = Object.entries(wanted.states ?? {}).flatMap(([track, at]) =>
    differ(`${track} 的状态`, at, state.tracks[track]?.state ?? 'none'),
  );
  const values = Object.entries(wanted.values ?? {}).flatMap(([key, value]) => {
    getField(procedure, key);
    return differ(key, JSON.stringify(value), JSON.stringify(state.values[key] ?? null));
  });
  const papers = Object.entries(wanted.papers ?? {}).flatMap(([form, number]) =>
    differ(
      `${inLanguage(getForm(procedure, form).name, 'zh-CN')}的文号`,
      number ?? '',
      documentNumber(procedure, form, state),
    ),
  );
  const { number, status } = wanted;
  return [
    ...states,
    ...values,
    ...papers,
    ...(number === undefined ? [] : differ('编号', number, state.number)),
    ...(status === undefined ? [] : differ('办理情况', status, standingOf(procedure, state).status)),
  ];
}

/** What is not as expected, a sentence each. */
export function findDifferences(
  wanted: Expectation,
  state: CaseState,
  procedure: Procedure,
  context: SeverityContext,
): readonly string[] {
  const severity = severityOf(procedure, state, context)?.effective;
  const level = escalationOf(procedure, state, context, severity).reached.at(-1)?.level.id ?? null;
  const known = new Set(procedure.limits.map(({ id }) => id));
  const clocks = new Map(clocksOf(procedure, state, context).map(clock => [clock.limit.id, clock]));
  const facts = circumstancesOf(state, context, severity);
  const steps = permittedSteps(procedure, state, { name: '样本', roles: ROLES, facts });
  const stands = (id: string): string => {
    const found = steps.find(({ step }) => step.id === id);
    if (!found) return 'no such step';
    return found.obstacles.length === 0 ? 'yes' : found.obstacles.map(({ code }) => code).join();
  };
  const missing = archiveLines(procedure, state, facts)
    .filter(({ there }) => !there)
    .map(({ item }) => item.id);
  const owed = owedPapers(procedure, state).map(({ form }) => form);
  return [
    ...stateDifferences(wanted, state, procedure),
    ...(wanted.severity === undefined ? [] : differ('等级', wanted.severity, severity ?? null)),
    ...(wanted.level === undefined ? [] : differ('升级', wanted.level, level)),
    ...Object.entries(wanted.limits ?? {}).flatMap(([id, limit]) =>
      known.has(id) ? limitDifferences(id, limit, clocks.get(id)) : [`没有这个时限：${id}`],
    ),
    ...(wanted.owed === undefined ? [] : differ('应出的文书', listed(wanted.owed), listed(owed))),
    ...(wanted.archive_missing === undefined
      ? []
      : differ('案卷还缺', listed(wanted.archive_missing), listed(missing))),
    ...(wanted.permitted ?? []).flatMap(id => differ(`步骤 ${id}`, 'yes', stands(id))),
    ...(wanted.not_permitted ?? [])
      .filter(id => stands(id) === 'yes' || stands(id) === 'no such step')
      .map(id => `步骤 ${id} 应走不了，实际 ${stands(id)}`),
  ];
}
