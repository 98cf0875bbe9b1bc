import { assertNever, invariant } from '#shared/core/assert.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { findStep, getField, getTrack } from '#shared/procedure/procedure.lookup.ts';
import type { Role } from '#shared/procedure/role.ts';
import { isFilled } from '#shared/procedure/values.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import { caseHeader, type DecideContext } from './decide.context.ts';
import { obstaclesTo } from './permitted.ts';
import type { Refusal } from './refusal.ts';
import { checkValues, missingFields } from './values.check.ts';

type Decision = Result<readonly CaseEvent[], Refusal>;
type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

const anyOf = (context: DecideContext, roles: readonly Role[]): Role | undefined =>
  roles.find(role => context.acting.roles.includes(role));

function changeFields(state: CaseState, command: Command<'change-fields'>, context: DecideContext): Decision {
  const role = anyOf(context, ['registrar', 'handler', 'supervisor']);
  if (role === undefined) return err({ code: 'case/role', role: 'handler' });
  const checked = checkValues(context.procedure, command.values);
  if (!checked.ok) return checked;
  const changed = Object.entries(command.values).filter(
    ([key, value]) => JSON.stringify(state.values[key] ?? null) !== JSON.stringify(value),
  );
  if (changed.length === 0) return err({ code: 'case/nothing-changed' });
  // What has been printed may have been signed: from then on a change says why.
  const printed = state.documents.some(document => document.prints.length > 0);
  if (printed && !command.reason?.trim()) return err({ code: 'case/reason-missing' });
  return ok([
    {
      ...caseHeader(context, role, state.id, state.seq + 1),
      type: 'fields-changed',
      values: Object.fromEntries(changed),
      ...(command.reason === undefined ? {} : { reason: command.reason }),
    },
  ]);
}

function takeStep(state: CaseState, command: Command<'take-step'>, context: DecideContext): Decision {
  const { procedure } = context;
  const step = findStep(procedure, command.step);
  invariant(step, `step ${command.step}`);
  const obstacles = obstaclesTo(step, procedure, state, context.acting.roles);
  if (obstacles.length > 0) return err({ code: 'case/not-permitted', step: step.name, obstacles });

  const checked = checkValues(procedure, command.values);
  if (!checked.ok) return checked;
  const asked = step.fields.map(entry => ({
    field: getField(procedure, entry.field),
    required: entry.required,
  }));
  const missing = missingFields(asked, { ...state.values, ...command.values });
  if (missing.length > 0) return err({ code: 'case/missing-fields', fields: missing });
  if (step.grounds !== undefined && !procedure.grounds[step.grounds]?.some(({ no }) => no === command.ground))
    return err({ code: 'case/ground-missing' });
  if (step.reason === 'required' && !command.reason?.trim()) return err({ code: 'case/reason-missing' });

  const from = state.tracks[step.track]?.state;
  invariant(from !== undefined, 'a permitted step has an open track');
  const allowed = new Set(step.fields.map(entry => entry.field));
  const values = Object.fromEntries(
    Object.entries(command.values).filter(([key, value]) => allowed.has(key) && isFilled(value)),
  );
  const taken: CaseEvent = {
    ...caseHeader(context, step.role, state.id, state.seq + 1),
    type: 'step-taken',
    step: step.id,
    track: step.track,
    from,
    to: step.to ?? from,
    ...(command.ground === undefined ? {} : { ground: command.ground }),
    values,
    ...(command.reason?.trim() ? { reason: command.reason.trim() } : {}),
  };
  const opened = step.opens
    .filter(id => state.tracks[id] === undefined)
    .map((id, index): CaseEvent => ({
      ...caseHeader(context, step.role, state.id, state.seq + 2 + index),
      type: 'track-opened',
      track: id,
      state: getTrack(procedure, id).initial,
    }));
  return ok([taken, ...opened]);
}

function extendClock(state: CaseState, command: Command<'extend-clock'>, context: DecideContext): Decision {
  const limit = context.procedure.limits.find(candidate => candidate.id === command.limit);
  invariant(limit, `limit ${command.limit}`);
  const given = state.trace.filter(trace => trace.kind === 'extended' && trace.limit === limit.id).length;
  if (!limit.extension || given >= limit.extension.times)
    return err({ code: 'case/no-extension', limit: limit.name });
  if (!context.acting.roles.includes(limit.extension.role))
    return err({ code: 'case/role', role: limit.extension.role });
  if (!command.reason.trim()) return err({ code: 'case/reason-missing' });
  return ok([
    {
      ...caseHeader(context, limit.extension.role, state.id, state.seq + 1),
      type: 'clock-extended',
      limit: limit.id,
      amount: limit.extension.amount,
      reason: command.reason.trim(),
    },
  ]);
}

/** Turns a command on a registered case into the events that carry it out, or says why not. */
export function decideCase(state: CaseState, command: CaseCommand, context: DecideContext): Decision {
  const anyRole = anyOf(context, ['handler', 'registrar', 'supervisor', 'records-officer']);
  if (anyRole === undefined) return err({ code: 'case/role', role: 'handler' });
  const head = () => caseHeader(context, anyRole, state.id, state.seq + 1);

  switch (command.type) {
    case 'change-fields':
      return changeFields(state, command, context);
    case 'take-step':
      return takeStep(state, command, context);
    case 'extend-clock':
      return extendClock(state, command, context);
    case 'add-note': {
      const text = command.text.trim();
      return text === '' ? err({ code: 'case/empty-note' }) : ok([{ ...head(), type: 'note-added', text }]);
    }
    case 'record-document': {
      const { document, form, sha256, bytes, pages, mark } = command;
      return ok([{ ...head(), type: 'document-made', document, form, sha256, bytes, pages, mark }]);
    }
    case 'record-print': {
      const made = state.documents.find(document => document.id === command.document);
      invariant(made, 'only a document that was made is printed');
      const { document, printer, copies } = command;
      const nth = made.prints.length + 1;
      return ok([{ ...head(), type: 'document-printed', document, form: made.form, printer, copies, nth }]);
    }
    default:
      return assertNever(command);
  }
}
