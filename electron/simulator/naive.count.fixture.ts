import { invariant } from '#shared/core/assert.ts';
import type { DeskEvent } from '#shared/case/batch.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { NaiveLimits } from './naive.limits.fixture.ts';
import type { Act, OfficeBook } from './office.book.fixture.ts';

/** A case as it has to be, counted by hand. */
export interface NaiveCase {
  readonly id: CaseId;
  readonly name: string | undefined;
  readonly secret: boolean;
  readonly category: string;
  facts: string;
  phase: string;
  satisfaction: string | undefined;
  registeredIn: string;
  closedIn: string | null;
  events: number;
  attachments: string[];
  readonly limits: NaiveLimits;
}

export interface NaiveMonth {
  readonly period: PlainMonth;
  readonly registered: number;
  readonly closed: number;
  readonly onTime: number;
  readonly open: number;
  readonly overdue: number;
  readonly asked: number;
  readonly satisfied: number;
  /** `category registered closed late`, sorted. */
  readonly byCategory: readonly string[];
  /** `kind case`, in the order in which they were made. */
  readonly corrections: readonly string[];
  /** The cases headquarters is told of, as they then are. */
  readonly told: readonly NaiveCase[];
  readonly events: readonly DeskEvent[];
}

const PHASE_AFTER: Readonly<Record<string, string>> = {
  ...{ accept: 'accepted', assign: 'assigned', reply: 'replied', 'follow-up': 'followed-up' },
  ...{ close: 'closed', reopen: 'assigned', withdraw: 'withdrawn', 'file-away': 'filed' },
};
const OVER = ['closed', 'withdrawn', 'filed'];

const monthOfText = (at: string): string => at.slice(0, 7);
const laterOf = (a: string, b: string): string => (a > b ? a : b);
const earlierOf = (a: string, b: string): string => (a < b ? a : b);
function monthAfter(month: string): string {
  const [year = 0, nth = 0] = month.split('-').map(Number);
  return nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, '0')}`;
}

/** Goes through the acts with a pencil: a locked month takes nothing more in, what comes later counts in the next. */
class Pencil {
  readonly cases = new Map<CaseId, NaiveCase>();
  private readonly founded: string;
  private openFrom: string;
  private moved = new Set<CaseId>();
  private events: DeskEvent[] = [];
  private corrections: { readonly kind: string; readonly case: CaseId; readonly in: string }[] = [];

  constructor({ founded }: OfficeBook) {
    this.founded = founded;
    this.openFrom = founded;
  }

  private isLocked(month: string | null): boolean {
    return month !== null && this.founded <= month && month < this.openFrom;
  }

  private correct(kind: string, act: Act & { readonly case: CaseId }): void {
    this.corrections.push({ kind, case: act.case, in: laterOf(monthOfText(act.at), this.openFrom) });
  }

  write(act: Act): NaiveMonth | undefined {
    this.events.push(...act.events);
    if (act.did === 'locked') return this.close(act.period, act.at);
    this.moved.add(act.case);
    if (act.did === 'registered') {
      const { case: id, name, secret, category = 'none', facts } = act;
      const received = earlierOf(monthOfText(act.receivedAt), monthOfText(act.at));
      if (this.isLocked(received)) this.correct('late', act);
      this.cases.set(id, {
        ...{ id, name, secret, category, facts, phase: 'registered', satisfaction: undefined, events: 0 },
        ...{ registeredIn: laterOf(received, this.openFrom), closedIn: null, attachments: [] },
        limits: new NaiveLimits(act.receivedAt),
      });
    }
    const of = this.cases.get(act.case);
    invariant(of, 'the case was registered');
    of.events += act.events.filter(({ stream }) => stream === 'case').length;
    if (act.did === 'corrected') {
      if (this.isLocked(of.registeredIn)) this.correct('fields', act);
      of.facts = act.facts;
    }
    if (act.did === 'attached') of.attachments.push(act.sha256);
    if (act.did === 'step') this.step(of, act);
    for (const event of act.events) {
      if (event.type === 'supervision-ordered') of.limits.ordered(event.order, act.at);
      if (event.type === 'supervision-answered') of.limits.answered(event.order, act.at);
    }
    return undefined;
  }

  private step(of: NaiveCase, act: Extract<Act, { readonly did: 'step' }>): void {
    of.limits.step(act.step, act.at);
    of.phase = PHASE_AFTER[act.step] ?? of.phase;
    of.satisfaction = act.satisfaction ?? of.satisfaction;
    if (OVER.includes(of.phase)) {
      of.closedIn ??= laterOf(laterOf(monthOfText(act.at), this.openFrom), of.registeredIn);
      return;
    }
    if (this.isLocked(of.closedIn)) this.correct('reopened', act);
    of.closedIn = null;
  }

  private close(period: PlainMonth, now: string): NaiveMonth {
    this.openFrom = laterOf(this.openFrom, monthAfter(period));
    const all = [...this.cases.values()];
    const registered = all.filter(each => each.registeredIn === period);
    const closed = all.filter(each => each.closedIn === period);
    const late = closed.filter(({ limits }) => limits.wasLate);
    const open = all.filter(each => each.registeredIn <= period && !OVER.includes(each.phase));
    const asked = closed.filter(each => each.satisfaction !== undefined);
    const told = all.filter(
      each =>
        each.registeredIn === period ||
        each.closedIn === period ||
        (each.registeredIn < period && this.moved.has(each.id)),
    );
    const categories = [...new Set([...registered, ...closed].map(({ category }) => category))].sort();
    const of = (list: readonly NaiveCase[], name: string): number =>
      list.filter(({ category }) => category === name).length;
    const month: NaiveMonth = {
      ...{ period, registered: registered.length, closed: closed.length, asked: asked.length },
      ...{ onTime: closed.length - late.length, open: open.length },
      overdue: open.filter(({ limits }) => limits.isOverdue(now)).length,
      satisfied: asked.filter(({ satisfaction }) => satisfaction !== 'dissatisfied').length,
      byCategory: categories.map(
        name => `${name} ${of(registered, name)} ${of(closed, name)} ${of(late, name)}`,
      ),
      corrections: this.corrections
        .filter(each => each.in === period)
        .map(each => `${each.kind} ${each.case}`),
      told: told.map(each => ({ ...each, attachments: [...each.attachments] })),
      events: this.events,
    };
    this.moved = new Set();
    this.events = [];
    return month;
  }
}

/** Every locked month of an office, from what the simulator remembers. */
export function countMonths(book: OfficeBook): readonly NaiveMonth[] {
  const pencil = new Pencil(book);
  return book.acts.flatMap(act => pencil.write(act) ?? []);
}
