import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steadyHours } from '#shared/calendar/hours-timeline.ts';
import { Batch, type DeskEvent } from '#shared/case/batch.ts';
import { decideCase } from '#shared/case/case.decide.ts';
import type { CaseEvent } from '#shared/case/case.events.ts';
import { evolveCase, foldCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { clocksOf, type ClockStatus } from '#shared/case/clocks.ts';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { DecideContext } from '#shared/case/decide.context.ts';
import { decideDocumentNumber, needsNumber } from '#shared/case/document.decide.ts';
import { knownFacts } from '#shared/case/known.facts.ts';
import { escalationOf } from '#shared/case/escalation.ts';
import { evolveOffice, type OfficeState } from '#shared/case/office.state.ts';
import { needsSignature, owedPapers } from '#shared/case/owed-papers.ts';
import { stepsFromHere } from '#shared/case/permitted.ts';
import type { Refusal } from '#shared/case/refusal.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { isShown } from '#shared/case/values.check.ts';
import { severityOf, type SeverityContext } from '#shared/case/severity.ts';
import { standingOf } from '#shared/case/standing.ts';
import { newDocumentId, newPersonId, type DocumentId } from '#shared/core/ids.ts';
import { instantAt, instantFromMs, msOf, type Instant } from '#shared/core/instant.ts';
import { addDays, plainDate } from '#shared/core/plain-date.ts';
import { expectOk, type Result } from '#shared/core/result.ts';
import { countingIds, foundedOffice } from '#shared/fixtures/community.ts';
import { fieldsOf, type Condition } from '#shared/procedure/condition.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { Limit, Trigger } from '#shared/procedure/limit.schema.ts';
import { fromStates } from '#shared/procedure/track.check.ts';
import { getField, getTrack } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { ROLES } from '#shared/procedure/role.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { isTable, type FieldValue, type Values } from '#shared/procedure/values.ts';
import { countingParts, shippedPacks } from './pack.files.ts';

const WALKS = 8;
const LONGEST = 25;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FIRST_DAY = plainDate('2026-09-18');

const { procedures } = shippedPacks();
const { calendar, officeHours: usual } = countingParts();
const officeHours = steadyHours(usual);

/** What a walk chooses by: one number after another, the same in every run. */
type Choose = (below: number) => number;

/** A value a person could enter, of the kind of the field. */
function valueFor({ type, options, columns }: Field, choose: Choose): FieldValue {
  switch (type) {
    case 'number':
    case 'money':
      return choose(40);
    case 'bool':
      return choose(2) === 0;
    case 'date':
      return addDays(FIRST_DAY, choose(90));
    case 'datetime':
      return `${addDays(FIRST_DAY, choose(90))}T10:00:00+08:00`;
    case 'enum':
      return options?.[choose(options.length)]?.value ?? null;
    case 'multi':
      return options?.slice(0, 1 + choose(options.length)).map(({ value }) => value) ?? null;
    case 'table':
      return [Object.fromEntries((columns ?? []).map(({ key }) => [key, '样本']))];
    case 'phone':
      return '13800138000';
    default:
      return '试填';
  }
}

/** Values with which a condition holds, as far as fields can do it. */
function valuesToHold(condition: Condition, procedure: Procedure, choose: Choose): Values {
  const among = (parts: readonly Condition[]): Values =>
    Object.assign({}, ...parts.map(part => valuesToHold(part, procedure, choose))) as Values;
  const listed = (key: string, value: string | number | boolean): Values => ({
    [key]: getField(procedure, key).type === 'multi' ? [String(value)] : value,
  });
  if ('all' in condition) return among(condition.all);
  if ('any' in condition) return among(condition.any.slice(choose(condition.any.length)).slice(0, 1));
  if ('not' in condition) return among(fieldsOf(condition.not).map(field => ({ field, filled: false })));
  if (!('field' in condition)) return {};
  const { field } = condition;
  if ('is' in condition) return listed(field, condition.is);
  if ('in' in condition) return listed(field, condition.in[choose(condition.in.length)]!);
  if ('gte' in condition) return { [field]: condition.gte + choose(3) };
  return { [field]: condition.filled ? valueFor(getField(procedure, field), choose) : null };
}

const requestOf = ({ id }: Limit): CaseCommand => ({
  ...{ type: 'ask-approval', matter: { about: 'extension', limit: id }, reason: '试走' },
});

/** One case on its way through a procedure, with everything a person could do to it. */
class Walk {
  readonly journal: DeskEvent[] = [];
  readonly events: CaseEvent[] = [];
  state: CaseState;
  /** Up to when it was looked at. */
  lookedAt: Instant;
  private office: OfficeState = foundedOffice();
  private readonly ids = countingIds();
  private readonly person = newPersonId(this.ids);
  private ms: number;
  private readonly procedure: Procedure;
  private readonly choose: Choose;

  constructor(procedure: Procedure, choose: Choose) {
    this.procedure = procedure;
    this.choose = choose;
    const { valid_to: last } = procedure;
    this.ms = msOf(instantAt(last !== null && last < FIRST_DAY ? last : FIRST_DAY, '10:00'));
    const asked = procedure.registration.fields
      .map(key => getField(procedure, key))
      .filter(({ system }) => system === undefined);
    const values = this.valuesOf(asked);
    const command = { procedure: procedure.id, receivedAt: this.now, values };
    this.take(expectOk(decideRegistration(this.office, command, this.deciding())));
    this.state = foldCase(this.events, procedure)!;
    this.lookedAt = this.now;
  }

  get now(): Instant {
    return instantFromMs(this.ms);
  }

  get context(): SeverityContext {
    return { now: this.now, calendar, officeHours, others: { received: () => [this.state] } };
  }

  /** What is written on the case so far; nothing before it is registered. */
  private get known(): Values {
    return this.events.length === 0 ? {} : this.state.values;
  }

  wait(): void {
    this.ms += this.choose(72) * HOUR_MS;
  }

  deciding(): DecideContext {
    const { procedure, ids } = this;
    return {
      ...{ now: this.now, ids, procedure },
      acting: { person: this.person, name: '王登记', roles: ROLES, station: 'PC-1' },
      ...knownFacts(procedure, this.context),
    };
  }

  valuesOf(fields: readonly Field[]): Values {
    const all = this.heldToChecks(
      Object.fromEntries(fields.map(field => [field.key, valueFor(field, this.choose)])),
    );
    const shown = fields.filter(field => isShown(field, { ...this.known, ...all }));
    return Object.fromEntries(shown.map(({ key }) => [key, all[key] ?? null]));
  }

  /** A number follows the rows it is held against; one that is on the case already has the rows follow it. */
  private heldToChecks(values: Values): Values {
    return this.procedure.checks.reduce((held, { field, to }) => {
      const rows = 'rows' in to ? held[to.rows] : undefined;
      if (!('rows' in to) || !isTable(rows)) return held;
      if (field in held) return { ...held, [field]: rows.length + to.plus };
      const told = this.known[field];
      const wanted = typeof told === 'number' ? told - to.plus : rows.length;
      return { ...held, [to.rows]: Array.from({ length: wanted }, () => rows[0] ?? {}) };
    }, values);
  }

  private take(events: readonly DeskEvent[]): void {
    this.journal.push(...events);
    for (const event of events)
      if (event.stream === 'office') this.office = evolveOffice(this.office, event);
      else {
        this.events.push(event);
        this.state = evolveCase(event.type === 'registered' ? undefined : this.state, event, this.procedure);
      }
  }

  private settle(decision: Result<readonly DeskEvent[], Refusal>): Refusal | undefined {
    if (!decision.ok) return decision.error;
    this.take(decision.value);
    return undefined;
  }

  act(command: CaseCommand): Refusal | undefined {
    this.ms += MINUTE_MS;
    return this.settle(decideCase(this.state, command, this.deciding()));
  }

  open() {
    const facts = this.deciding().facts?.(this.state) ?? {};
    return stepsFromHere(this.procedure, this.state, { name: '王登记', roles: ROLES, facts });
  }

  step({ id, fields, grounds, requires }: Step): Refusal | undefined {
    const { procedure, choose } = this;
    const asked = this.valuesOf(fields.map(({ field }) => getField(procedure, field)));
    const wanted = requires ? valuesToHold(requires.condition, procedure, choose) : {};
    const told = Object.entries(wanted).filter(([key]) => key in asked && choose(5) > 0);
    const no = grounds === undefined ? undefined : procedure.grounds[grounds]?.items[0]?.no;
    return this.act({
      ...{ type: 'take-step', step: id, reason: '试走' },
      values: { ...asked, ...Object.fromEntries(told) },
      ...(no === undefined ? {} : { ground: no }),
    });
  }

  /** Prints a paper and brings it back signed. */
  paper(form: string): void {
    if (needsNumber(this.procedure, form, this.state))
      this.settle(decideDocumentNumber(this.office, this.state, form, this.deciding()));
    const document = newDocumentId(this.ids);
    const made = { sha256: '0'.repeat(64), bytes: 1, pages: 1, mark: '00000000' };
    this.act({ type: 'record-document', document, form, ...made });
    const kept = this.choose(4) === 0 ? this.outside(document) : document;
    this.act({ type: 'record-print', document: kept, printer: '样本', copies: 1 });
    // Somebody now and then does not sign.
    if (needsSignature(this.procedure, form) && this.choose(4) === 0)
      this.act({ type: 'waive-signature', document: kept, cause: 'refuses', reason: '试走' });
    else this.act({ type: 'record-signed', document: kept });
  }

  /** An office edits the paper in Word and takes in what came of it. */
  private outside(replaces: DocumentId): DocumentId {
    const document = newDocumentId(this.ids);
    const file = { sha256: 'f'.repeat(64), bytes: 1, pages: 1, mark: 'FFFFFFFF' };
    const refused = this.act({
      ...{ type: 'take-in-outside', document, replaces, reason: '改了两处措辞', ...file },
    });
    return refused ? replaces : document;
  }

  /** Changes fields that stand in the way of a step. */
  fill(condition: Condition): void {
    const values = valuesToHold(condition, this.procedure, this.choose);
    const change: CaseCommand = { type: 'change-fields', values, reason: '补填' };
    if (this.act(change)?.code !== 'case/identity-hidden') return;
    expect(this.act({ type: 'open-identity', reason: '补填' })).toBeUndefined();
    // What decides which way the case goes stays as it is.
    const refused = this.act(change)?.code;
    if (refused !== 'case/other-way') expect(refused).toBeUndefined();
  }

  /** Something beside the steps: a note, a class, an extension, a request or its answer, a level. */
  aside(): void {
    const { severity, limits, escalation } = this.procedure;
    const { choose } = this;
    const pick = <T>(list: readonly T[] | undefined): T | undefined => list?.[choose(list.length || 1)];
    const klass = pick(severity?.classes);
    const limit = pick(limits.filter(({ extension }) => extension));
    const level = pick(escalation?.levels);
    const asked = pick(this.state.asked);
    const answer = choose(3) === 0 ? 'refused' : 'given';
    const commands: CaseCommand[] = [
      { type: 'add-note', text: '来电催办' },
      { type: 'open-identity', reason: '核对来信' },
      ...(klass ? [{ type: 'override-severity', class: klass.id, reason: '试走' } as const] : []),
      ...(limit ? [{ type: 'extend-clock', limit: limit.id, reason: '试走' } as const] : []),
      ...(limit ? [requestOf(limit)] : []),
      ...(asked ? [{ type: 'answer-approval', asked: asked.id, answer, reason: '试走' } as const] : []),
      ...(level ? [{ type: 'take-escalation', level: level.id } as const] : []),
    ];
    const command = pick(commands);
    if (command) this.act(command);
  }
}

/** What a step's own entries can still be refused for: they are chance. */
const OF_THE_VALUES: readonly Refusal['code'][] = ['case/missing-fields', 'case/ground-missing'];

/** How often each step was taken in the walks so far. */
type Taken = Map<string, number>;

/** Mostly the step taken least so far, and rather one that leaves the track open: else most walks were short. */
function nextStep(steps: readonly Step[], procedure: Procedure, taken: Taken, choose: Choose): Step {
  const chosen = steps[choose(steps.length)]!;
  const isEnd = ({ track, to }: Step): boolean =>
    getTrack(procedure, track).states.some(({ id, kind }) => id === to && kind !== 'open');
  const going = steps.filter(step => !isEnd(step));
  if (going.length === 0 || choose(4) === 0) return chosen;
  const least = Math.min(...going.map(({ id }) => taken.get(id) ?? 0));
  const rare = going.filter(({ id }) => (taken.get(id) ?? 0) === least);
  return choose(3) === 0 ? going[choose(going.length)]! : rare[choose(rare.length)]!;
}

const RUNNING: readonly ClockStatus[] = ['running', 'overdue', 'paused'];

/** Steps that can still be taken one day, whatever stands in their way now. */
function stepsAhead(procedure: Procedure, { tracks }: CaseState): ReadonlySet<string> {
  const reached = new Set(Object.entries(tracks).map(([track, { state }]) => `${track} ${state}`));
  const ahead = new Set<string>();
  for (let before = -1; before < ahead.size;) {
    before = ahead.size;
    for (const step of procedure.steps) {
      const from = fromStates(step, getTrack(procedure, step.track));
      if (!from.some(state => reached.has(`${step.track} ${state}`))) continue;
      ahead.add(step.id);
      if (step.to !== undefined) reached.add(`${step.track} ${step.to}`);
      for (const track of step.opens) reached.add(`${track} ${getTrack(procedure, track).initial}`);
      for (const { track, to } of step.closes) reached.add(`${track} ${to}`);
    }
  }
  return ahead;
}

/**
 * When something that happens makes a duty run, something that meets or stops it can still come. Days written in fields
 * are left out: they may lie anywhere.
 */
function canStop(procedure: Procedure, walk: Walk): void {
  const since = walk.lookedAt;
  const begun = clocksOf(procedure, walk.state, walk.context).filter(
    ({ limit, status, start }) =>
      limit.kind === 'duty' &&
      !limit.starts.some(trigger => 'date_in' in trigger) &&
      RUNNING.includes(status) &&
      start !== undefined &&
      start > since,
  );
  if (begun.length === 0) return;
  const ahead = stepsAhead(procedure, walk.state);
  const canCome = (trigger: Trigger): boolean =>
    'step' in trigger ? ahead.has(trigger.step) : !('registered' in trigger);
  for (const { limit } of begun) {
    const stops = [...limit.ends, ...limit.stops].some(canCome);
    const last = walk.events.findLast(event => event.type === 'step-taken')?.step;
    expect(stops, `${procedure.id}: ${limit.id} can never stop after ${last}`).toBe(true);
  }
}

/** Every state a track is open in has a step that leads on, whatever stands in its way for the moment. */
function hasWayOn(procedure: Procedure, walk: Walk): void {
  if (standingOf(procedure, walk.state).status !== 'open') return;
  const from = new Set(walk.open().map(({ step }) => step.track));
  const closing = new Set(walk.open().flatMap(({ step }) => step.closes.map(({ track }) => track)));
  for (const [id, { state }] of Object.entries(walk.state.tracks)) {
    const { kind } = getTrack(procedure, id).states.find(each => each.id === state)!;
    if (kind === 'open')
      expect([procedure.id, id, state, from.has(id) || closing.has(id)]).toEqual([
        ...[procedure.id, id, state, true],
      ]);
  }
}

/** What must be so at every moment. */
function look(procedure: Procedure, walk: Walk): void {
  const { state, context } = walk;
  const severity = severityOf(procedure, state, context);
  escalationOf(procedure, state, context, severity?.effective);
  const owed = owedPapers(procedure, state).map(({ form }) => form);
  expect(new Set(owed).size).toBe(owed.length);
  hasWayOn(procedure, walk);
  canStop(procedure, walk);
  walk.lookedAt = walk.now;
}

/** Makes ready for one of the steps from here, and takes it if nothing is in its way then. */
function goOn(walk: Walk, procedure: Procedure, taken: Taken, choose: Choose): void {
  walk.wait();
  const steps = walk.open();
  if (steps.length === 0) return;
  if (choose(4) === 0 && standingOf(procedure, walk.state).status === 'open') walk.aside();
  const wanted = nextStep(
    steps.map(({ step }) => step),
    procedure,
    taken,
    choose,
  );
  for (const { form } of owedPapers(procedure, walk.state)) if (choose(3) > 0) walk.paper(form);
  if (choose(3) > 0) for (const form of [...wanted.needs_printed, ...wanted.needs_signed]) walk.paper(form);
  if (wanted.files_away)
    for (const { id } of procedure.archive?.contents ?? []) walk.act({ type: 'confirm-item', item: id });
  const found = (): readonly string[] | undefined =>
    walk
      .open()
      .find(({ step }) => step.id === wanted.id)
      ?.obstacles.map(({ code }) => code);
  if (found()?.includes('condition') && wanted.only_if) walk.fill(wanted.only_if.condition);
  if (wanted.requires && choose(2) > 0) walk.fill(wanted.requires.condition);
  const obstacles = found();
  look(procedure, walk);
  const refusal = walk.step(wanted);
  if (!refusal) taken.set(wanted.id, (taken.get(wanted.id) ?? 0) + 1);
  if (obstacles === undefined || obstacles.length > 0)
    expect([wanted.id, refusal?.code]).toEqual([wanted.id, 'case/not-permitted']);
  else if (refusal?.code === 'case/not-permitted')
    // What the step itself was told does not do.
    expect([wanted.id, refusal.obstacles.map(({ code }) => code), wanted.requires !== undefined]).toEqual([
      ...[wanted.id, ['condition'], true],
    ]);
  else if (refusal)
    expect([wanted.id, OF_THE_VALUES.includes(refusal.code), refusal]).toEqual([wanted.id, true, refusal]);
}

const walkOf = fc.record({ seed: fc.nat(), length: fc.integer({ min: 10, max: LONGEST }) });

/** As many even choices as are asked for from one seed (mulberry32): fast-check's own lean to small numbers. */
function chooser(seed: number): Choose {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}

describe.each(procedures.map(procedure => [procedure.id, procedure] as const))(
  'any walk through %s',
  (_id, procedure) => {
    it('goes on by what is offered, and folds to the same state from any prefix', () => {
      const taken: Taken = new Map();
      fc.assert(
        fc.property(walkOf, ({ seed, length }) => {
          const choose = chooser(seed);
          const walk = new Walk(procedure, choose);
          for (let n = 0; n < length; n++) {
            goOn(walk, procedure, taken, choose);
            look(procedure, walk);
          }
          const { events } = walk;
          const batch = { v: 1, events: walk.journal };
          expect(Batch.parse(JSON.parse(JSON.stringify(batch)))).toEqual(batch);
          const cut = 1 + choose(events.length);
          const resumed = events
            .slice(cut)
            .reduce(
              (state, event) => evolveCase(state, event, procedure),
              foldCase(events.slice(0, cut), procedure),
            );
          expect(resumed).toEqual(walk.state);
          expect(foldCase(events, procedure)).toEqual(walk.state);
        }),
        { numRuns: WALKS, endOnFailure: true, unbiased: true },
      );
    });
  },
);
