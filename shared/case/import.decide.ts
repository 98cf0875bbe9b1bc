import { newCaseId, type CaseId, type ImportId } from '#shared/core/ids.ts';
import { dateOf } from '#shared/core/instant.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { ImportEntry } from '#shared/import/check-rows.ts';
import type { ImportMapping } from '#shared/import/import.mapping.ts';
import { numberOrder } from '#shared/procedure/number-order.ts';
import {
  counterKey,
  formatNumber,
  IMPORTED_BOOK,
  readNumber,
  type NumberSeries,
} from '#shared/procedure/numbering.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Values } from '#shared/procedure/values.ts';
import type { DeskEvent } from './batch.ts';
import type { Brought } from './case.events.ts';
import { caseHeader, header, type DecideContext } from './decide.context.ts';
import { firstNumberOf, nextNumber } from './office.numbers.ts';
import type { ImportState, OfficeState } from './office.state.ts';
import { tracksOpenedBy } from './opening.rules.ts';
import type { Refusal } from './refusal.ts';
import { checkValues, keptValues } from './values.check.ts';

/** What is said of an old ledger once, with its first cases. */
export interface ImportBeginning {
  readonly file: string;
  readonly rows: number;
  readonly shape: string;
  readonly mapping: ImportMapping;
  /** All its numbers: those this program would give one day are passed over. */
  readonly numbers: readonly string[];
}

export interface ImportCommand {
  readonly import: ImportId;
  readonly procedure: string;
  /** null for all portions but the first. */
  readonly begin: ImportBeginning | null;
  readonly entries: readonly ImportEntry[];
}

/** Why a row stayed out although the preview let it through: the ledger has changed since. */
export interface LeftOut {
  readonly row: number;
  readonly why: 'number-there' | 'values';
}

export interface DecidedImport {
  readonly events: readonly DeskEvent[];
  readonly brought: number;
  readonly leftOut: readonly LeftOut[];
}

const ROLE = 'records-officer';

/** As the old ledger has it; what the program writes by itself at reception is what was written then. */
function valuesOf(procedure: Procedure, entry: ImportEntry, number: string): Values {
  const values: Record<string, Values[string]> = { ...entry.values };
  for (const { key, system } of procedure.fields) {
    if (system === 'received-at' || system === 'registered-at') values[key] = entry.receivedAt;
    if (system === 'register-number') values[key] = number;
  }
  const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  return keptValues(procedure, said);
}

/** Each track in its first state that reached the aim, else the first that ended it. */
function closingOf(procedure: Procedure, entry: ImportEntry, values: Values): Brought['closed'] {
  if (entry.closedAt === null) return undefined;
  const states = tracksOpenedBy(procedure, values).flatMap(({ id, states: all }) => {
    const end = all.find(({ kind }) => kind === 'done') ?? all.find(({ kind }) => kind === 'ended');
    return end ? [[id, end.id] as const] : [];
  });
  return { at: entry.closedAt, states: Object.fromEntries(states) };
}

/** How far each series of today must go on so that it never gives a number the old ledger has. */
export function raisedCounters(
  office: OfficeState,
  series: readonly NumberSeries[],
  numbers: readonly string[],
  { now, procedure }: Pick<DecideContext, 'now' | 'procedure'>,
): ImportState['raised'] {
  const date = dateOf(now);
  const parts = { prefix: office.prefix, office: office.code, date };
  const books = new Map([...series, procedure.numbering].map(each => [counterKey(each, date), each]));
  return [...books].flatMap(([counter, book]) => {
    const highest = numbers.reduce((most, each) => Math.max(most, readNumber(book, parts, each) ?? 0), 0);
    const from = nextNumber(office, counter, firstNumberOf(office, procedure, counter));
    return highest >= from && highest < 99_999_999 ? [{ counter, from, to: highest + 1 }] : [];
  });
}

/** Gives a number to what the old ledger has none for. */
class OldBook {
  private readonly given = new Map<string, number>();
  private readonly office: OfficeState;

  constructor(office: OfficeState) {
    this.office = office;
  }

  next(received: string): { counter: string; n: number; number: string } {
    const { prefix, code, counters } = this.office;
    const counter = counterKey(IMPORTED_BOOK, received);
    const n = (this.given.get(counter) ?? counters[counter] ?? 0) + 1;
    this.given.set(counter, n);
    const number = formatNumber(IMPORTED_BOOK, { prefix, office: code, date: received, n });
    return { counter, n, number };
  }
}

/** One portion of an old ledger: its cases are born with their own numbers, days and ends. */
export function decideImport(
  office: OfficeState,
  command: ImportCommand,
  context: DecideContext,
  known: { readonly taken: ReadonlySet<string>; readonly series: readonly NumberSeries[] },
): Result<DecidedImport, Refusal> {
  const { procedure } = context;
  if (!context.acting.roles.includes(ROLE)) return err({ code: 'case/role', role: ROLE });
  const begun = office.imports?.find(({ id }) => id === command.import);
  if ((command.begin === null) !== (begun !== undefined) || begun?.undone)
    return err({ code: 'office/no-such-import' });

  const events: DeskEvent[] = [];
  if (command.begin) {
    const { numbers, ...said } = command.begin;
    const raised = [...raisedCounters(office, known.series, numbers, context)];
    const of = { import: command.import, procedure: procedure.id };
    events.push({
      ...header(context, ROLE),
      stream: 'office',
      type: 'cases-imported',
      ...of,
      ...said,
      raised,
    });
  }
  const book = new OldBook(office);
  const taken = new Set(known.taken);
  const leftOut: LeftOut[] = [];
  let brought = 0;
  for (const entry of command.entries) {
    if (entry.number !== null && taken.has(numberOrder(entry.number))) {
      leftOut.push({ row: entry.row, why: 'number-there' });
      continue;
    }
    if (!checkValues(procedure, entry.values).ok) {
      leftOut.push({ row: entry.row, why: 'values' });
      continue;
    }
    const id = newCaseId(context.ids);
    const own = entry.number === null ? book.next(dateOf(entry.receivedAt)) : undefined;
    const number = own?.number ?? entry.number ?? '';
    taken.add(numberOrder(number));
    if (own)
      events.push({ ...header(context, ROLE), stream: 'office', type: 'number-allocated', ...own, case: id });
    events.push(registered(context, id, entry, number, command.import));
    brought++;
  }
  return ok({ events, brought, leftOut });
}

function registered(
  context: DecideContext,
  id: CaseId,
  entry: ImportEntry,
  number: string,
  from: ImportId,
): DeskEvent {
  const { procedure } = context;
  const values = valuesOf(procedure, entry, number);
  const closed = closingOf(procedure, entry, values);
  return {
    ...caseHeader(context, ROLE, id, 1),
    type: 'registered',
    procedure: { id: procedure.id, version: procedure.version, hash: procedure.hash },
    number,
    received_at: entry.receivedAt,
    values,
    brought: {
      ...{ import: from, row: entry.row },
      ...(closed ? { closed } : {}),
      ...(entry.rest === '' ? {} : { rest: entry.rest }),
    },
  };
}
