import { newCaseId, type CaseId } from '#shared/core/ids.ts';
import { dateOf, msOf } from '#shared/core/instant.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { counterKey, formatNumber } from '#shared/procedure/numbering.ts';
import { getField, isValidOn } from '#shared/procedure/procedure.lookup.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { Values } from '#shared/procedure/values.ts';
import { standsAside } from '#shared/transfer/against.fields.ts';
import { attachedAtBirth } from './attachment.decide.ts';
import type { DeskEvent } from './batch.ts';
import type { RegisterCommand } from './commands.ts';
import { caseHeader, header, type DecideContext } from './decide.context.ts';
import { firstNumberOf, nextNumber } from './office.numbers.ts';
import type { OfficeState } from './office.state.ts';
import { recusalOf } from './recusal.rules.ts';
import type { Refusal } from './refusal.ts';
import { waitingTransfers } from './transfer.state.ts';
import { checkValues, keptValues, missingFields } from './values.check.ts';

/** A minute of the screen's clock may end before that of the decision begins. */
const CLOCKS_APART_MS = 60_000;

/** What stands in fields nobody touched. */
const defaultsOf = (fields: readonly Field[]): Values =>
  Object.fromEntries(
    fields.flatMap(({ key, default: value }) => (value === undefined ? [] : [[key, value]])),
  );

function withSystemValues(
  fields: readonly Field[],
  command: RegisterCommand,
  context: DecideContext,
  number: string,
) {
  const values: Record<string, Values[string]> = { ...defaultsOf(fields), ...command.values };
  for (const field of fields) {
    if (field.system === 'received-at') values[field.key] = command.receivedAt;
    if (field.system === 'registered-at') values[field.key] = context.now;
    if (field.system === 'registered-by') values[field.key] = context.acting.name;
    if (field.system === 'register-number') values[field.key] = number;
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

const repeatEvents = (
  { repeatOf }: RegisterCommand,
  head: ReturnType<typeof caseHeader>,
): readonly DeskEvent[] =>
  repeatOf === undefined
    ? []
    : [{ ...head, type: 'linked-as-repeat', of: repeatOf.id, number: repeatOf.number }];

/** Taken on once: a colleague may have been quicker. */
const isSettled = (office: OfficeState, { transferred }: RegisterCommand): boolean =>
  transferred !== undefined &&
  !waitingTransfers(office).some(
    ({ id, from }) => id === transferred.transfer && from.code === transferred.from.code,
  );

/** What came in waits for a colleague; who is complained about at the counter writes it down like anything else. */
const mustStandAside = (
  { transferred, values }: RegisterCommand,
  { procedure, acting, aside = [] }: DecideContext,
): boolean =>
  transferred !== undefined &&
  (standsAside(aside, acting.name) || recusalOf(procedure, { values }, acting.name) !== undefined);

function acceptedEvents(
  { transferred }: RegisterCommand,
  context: DecideContext,
  id: CaseId,
  number: string,
): readonly DeskEvent[] {
  if (transferred === undefined) return [];
  const { transfer } = transferred;
  return [
    {
      ...header(context, 'registrar'),
      ...{ stream: 'office', type: 'transfer-accepted', transfer, case: id, number },
    },
  ];
}

/** A case and its number are born together, in one batch. */
export function decideRegistration(
  office: OfficeState,
  command: RegisterCommand,
  context: DecideContext,
): Result<readonly DeskEvent[], Refusal> {
  const { procedure } = context;
  if (!context.acting.roles.includes('registrar')) return err({ code: 'case/role', role: 'registrar' });
  if (msOf(command.receivedAt) > msOf(context.now) + CLOCKS_APART_MS)
    return err({ code: 'case/received-later' });
  const date = dateOf(command.receivedAt);
  if (!isValidOn(procedure, date))
    return err({ code: 'case/procedure-not-valid', procedure: procedure.name, date });
  const checked = checkValues(procedure, command.values, defaultsOf(procedure.fields));
  if (!checked.ok) return checked;

  const asked = procedure.registration.fields.map(key => getField(procedure, key));
  const missing = missingFields(
    asked.filter(field => field.system === undefined).map(field => ({ field, required: false })),
    { ...defaultsOf(procedure.fields), ...command.values },
  );
  if (missing.length > 0) return err({ code: 'case/missing-fields', fields: missing });

  if (isSettled(office, command)) return err({ code: 'transfers/settled' });
  if (mustStandAside(command, context)) return err({ code: 'transfers/recusal' });

  const { transferred } = command;
  const id = newCaseId(context.ids);
  // The book is written in on the day of registration, also for what came in before.
  const today = dateOf(context.now);
  const counter = counterKey(procedure.numbering, today);
  const n = nextNumber(office, counter, firstNumberOf(office, procedure, counter));
  const number = formatNumber(procedure.numbering, {
    prefix: office.prefix,
    office: office.code,
    date: today,
    n,
  });
  const repeat = repeatEvents(command, caseHeader(context, 'registrar', id, 2));
  const attached = attachedAtBirth(command.attachments ?? [], id, 1 + repeat.length, context);
  if (!attached.ok) return attached;
  return ok([
    {
      ...header(context, 'registrar'),
      stream: 'office',
      type: 'number-allocated',
      counter,
      n,
      number,
      case: id,
    },
    {
      ...caseHeader(context, 'registrar', id, 1),
      type: 'registered',
      procedure: { id: procedure.id, version: procedure.version, hash: procedure.hash },
      number,
      received_at: command.receivedAt,
      values: keptValues(procedure, withSystemValues(procedure.fields, command, context, number)),
      ...(command.readBackAt === undefined ? {} : { read_back_at: command.readBackAt }),
      ...(transferred === undefined ? {} : { transferred }),
    },
    ...acceptedEvents(command, context, id, number),
    ...repeat,
    ...attached.value,
  ]);
}
