import { assertNever } from '#shared/core/assert.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import { approvingRole, type ApprovalMatter } from '#shared/case/approval.matter.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { owedClocks, type Clock, type ClockContext } from '#shared/case/clocks.ts';
import { escalationOf, settledAt, type ReachedLevel } from '#shared/case/escalation.ts';
import { ANSWER_ORDER } from '#shared/case/order.clocks.ts';
import { severityOf } from '#shared/case/severity.ts';
import { standingOf } from '#shared/case/standing.ts';
import { findStep } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Role } from '#shared/procedure/role.ts';
import type {
  AskedEntry,
  CaseEntry,
  ClockEntry,
  EscalatedEntry,
  SignatureEntry,
  TransferEntry,
} from './agenda.entry.ts';
import { papersOut } from './papers.out.ts';
import { transfersOut } from './transfers.out.ts';

type OfCase = Pick<CaseEntry, 'case' | 'number'>;

/** The limits somebody can be late with, as far as they run or wait for a figure. */
export const dutyClocks = (clocks: readonly Clock[]): readonly Clock[] =>
  clocks.filter(
    ({ limit, status }) =>
      limit.kind === 'duty' &&
      (status === 'running' || status === 'overdue' || (status === 'reminder' && limit.contact)),
  );

function kindOf({ limit, status, near, counted }: Clock, context: ClockContext): ClockEntry['kind'] | null {
  if (status === 'overdue') return 'overdue';
  if (status === 'running' && counted?.dueDate === dateOf(context.now))
    return limit.repeats ? 'progress' : 'today';
  if (near) return 'near';
  return limit.contact ? 'contact' : null;
}

/** The first of the steps that meet a limit: what its button is called. */
function stepThatMeets(procedure: Procedure, { limit, order }: Clock): Text | undefined {
  if (order !== undefined) return ANSWER_ORDER;
  for (const end of limit.ends) {
    const step = 'step' in end ? findStep(procedure, end.step) : undefined;
    if (step) return step.name;
  }
  return undefined;
}

/** A limit of a case in the words of its procedure, whatever its kind is. */
export type DueClock = Omit<ClockEntry, 'kind'>;

function dueClock(procedure: Procedure, of: OfCase, clock: Clock): DueClock {
  const { limit } = clock;
  const step = stepThatMeets(procedure, clock);
  return {
    ...{ ...of, clock, key: `clock/${of.case}/${limit.id}`, what: limit.name, reason: limit.rule },
    ...(step ? { step } : {}),
  };
}

function clockEntry(
  procedure: Procedure,
  of: OfCase,
  clock: Clock,
  context: ClockContext,
): readonly ClockEntry[] {
  const kind = kindOf(clock, context);
  return kind === null ? [] : [{ ...dueClock(procedure, of, clock), kind }];
}

/** What is owed of a case by a day, near or far. */
export function clocksDueOn(
  procedure: Procedure,
  state: CaseState,
  context: ClockContext,
  day: PlainDate,
): readonly DueClock[] {
  return dutyClocks(owedClocks(procedure, state, context))
    .filter(({ counted }) => counted?.dueDate === day)
    .map(clock => dueClock(procedure, { case: state.id, number: state.number }, clock));
}

/** The highest level that was reached, as long as nobody took it on and nothing settled the matter. */
export function openLevel(
  procedure: Procedure,
  state: CaseState,
  reached: readonly ReachedLevel[],
): ReachedLevel | undefined {
  const last = reached.at(-1);
  return last === undefined || last.takenAt !== undefined || settledAt(procedure, state) !== undefined
    ? undefined
    : last;
}

const escalatedEntry = (of: OfCase, { level, reachedAt }: ReachedLevel): EscalatedEntry => ({
  ...{ ...of, kind: 'escalated', key: `level/${of.case}/${level.id}` },
  ...{ what: level.to, reason: level.source ?? level.to, since: reachedAt },
});

function matterName(procedure: Procedure, matter: ApprovalMatter): Text {
  switch (matter.about) {
    case 'step':
      return findStep(procedure, matter.step)?.name ?? { zh: matter.step };
    case 'extension':
      return procedure.limits.find(({ id }) => id === matter.limit)?.name ?? { zh: matter.limit };
    case 'unsigned':
      return procedure.forms.find(({ id }) => id === matter.form)?.name ?? { zh: matter.form };
    default:
      return assertNever(matter);
  }
}

function askedEntries(
  procedure: Procedure,
  state: CaseState,
  of: OfCase,
  roles: readonly Role[],
): readonly AskedEntry[] {
  if (state.mergedInto !== undefined) return [];
  return state.asked
    .filter(({ matter }) => {
      const role = approvingRole(procedure, matter);
      return role !== undefined && roles.includes(role);
    })
    .map(({ id, matter, reason, at, by }) => ({
      ...{ ...of, kind: 'asked', key: `asked/${of.case}/${id}`, what: matterName(procedure, matter) },
      ...{ reason: { zh: reason, en: reason }, request: id, since: at, by: by.name },
    }));
}

const signatureEntries = (procedure: Procedure, state: CaseState, of: OfCase): readonly SignatureEntry[] =>
  papersOut(procedure, state).map(({ form, document, since }) => ({
    ...{ ...of, kind: 'signature', key: `paper/${of.case}/${document}` },
    ...{ what: form.name, reason: form.name, document, since },
  }));

const transferEntries = (
  state: CaseState,
  of: OfCase,
  { now, calendar }: ClockContext,
): readonly TransferEntry[] =>
  transfersOut(state, dateOf(now), calendar).map(({ transfer, standing, since }) => {
    const to = transfer.to.name;
    const reason = transfer.answered?.reason ?? transfer.reason;
    return {
      ...{ ...of, kind: 'transfer', key: `transfer/${of.case}/${transfer.id}`, standing, to, since },
      ...{ what: { zh: to, en: to }, reason: { zh: reason, en: reason } },
    };
  });

/** What a case asks of whoever looks at it now. */
export function caseAgenda(
  procedure: Procedure,
  state: CaseState,
  context: ClockContext,
  roles: readonly Role[],
): readonly CaseEntry[] {
  const of = { case: state.id, number: state.number };
  const papers = signatureEntries(procedure, state, of);
  const asked = askedEntries(procedure, state, of, roles);
  const away = transferEntries(state, of, context);
  const clocks = dutyClocks(owedClocks(procedure, state, context)).flatMap(clock =>
    clockEntry(procedure, of, clock, context),
  );
  if (standingOf(procedure, state).status !== 'open') return [...clocks, ...asked, ...away, ...papers];
  const severity = severityOf(procedure, state, context)?.effective;
  const { reached } = escalationOf(procedure, state, context, severity);
  const level = openLevel(procedure, state, reached);
  return [...clocks, ...(level ? [escalatedEntry(of, level)] : []), ...asked, ...away, ...papers];
}
