import { isPossibleFigure } from '#shared/calendar/limit-bounds.ts';
import type { OfficeHours } from '#shared/calendar/limit.types.ts';
import { assertNever } from '#shared/core/assert.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Indicator, IndicatorFormula } from '#shared/procedure/indicator.ts';
import { header, type DecideContext } from './decide.context.ts';
import { enteredFigure } from './entered-figures.ts';
import { decideLockAnswer, type AnswerLockCommand } from './month-lock.decide.ts';
import { decideHours } from './office-hours.decide.ts';
import { MOST_CARD_LETTERS, type OfficeEvent } from './office.events.ts';
import type { OfficeState } from './office.state.ts';
import { isPossibleOwn, type Figure, type OwnFigure } from './own-figure.ts';
import {
  decidePeriodClose,
  isAboutPeriods,
  periodDone,
  type PeriodCloseCommand,
} from './period-close.decide.ts';
import { decidePeople, isAboutPeople, type PeopleCommand } from './people.decide.ts';
import type { Refusal } from './refusal.ts';
import { returnTransfer, type TransferCommand } from './transfer.decide.ts';
import { ownRetention, RETENTION_KEY } from './retention.ts';

/** What an administrator or a records officer decides for the whole office. */
export type OfficeCommand =
  PeopleCommand | WorkCommand | AnswerLockCommand | PeriodCloseCommand | TransferCommand;

type WorkCommand =
  | {
      readonly type: 'choose-procedures';
      readonly procedures: readonly string[];
      readonly guidance: readonly string[];
    }
  | {
      readonly type: 'change-setting';
      readonly procedure: string;
      readonly key: string;
      readonly value: string | null;
      readonly reason: string;
    }
  | {
      readonly type: 'set-limit';
      readonly procedure: string;
      readonly limit: string;
      readonly figure: Figure | null;
      readonly reason: string;
    }
  | {
      readonly type: 'set-figure';
      readonly procedure: string;
      readonly set: OwnFigure;
      readonly reason: string;
    }
  | {
      readonly type: 'write-card';
      readonly pack: string;
      readonly card: string;
      readonly text: string | null;
    }
  /** `from` null: from now on. */
  | { readonly type: 'set-hours'; readonly hours: OfficeHours; readonly from: Instant | null }
  | { readonly type: 'start-number'; readonly counter: string; readonly first: number }
  | {
      readonly type: 'reserve-block';
      readonly counter: string;
      readonly from: number;
      readonly to: number;
      readonly for: string;
    }
  | {
      readonly type: 'void-number';
      readonly counter: string;
      readonly n: number;
      readonly number: string;
      readonly reason: string;
    }
  | {
      readonly type: 'mark-duty';
      readonly procedure: string;
      readonly duty: string;
      readonly period: string;
    }
  | {
      readonly type: 'enter-figure';
      readonly procedure: string;
      readonly figure: string;
      readonly month: PlainMonth;
      readonly amount: number | null;
      /** What it was taken from, or why it is changed. */
      readonly reason: string;
    }
  | {
      readonly type: 'choose-formula';
      readonly indicator: Indicator;
      readonly formula: IndicatorFormula | null;
      readonly reason: string;
    };

/** What a slip of the finger adds to a figure of a month. */
const MOST_OF_A_MONTH = 1_000_000_000_000;

type OfficeContext = Omit<DecideContext, 'procedure'>;
type OfficeDecision = Result<readonly OfficeEvent[], Refusal>;

/** Books run to eight digits; a slip of the finger must not end a series. */
const isBookNumber = (n: number): boolean => Number.isSafeInteger(n) && n >= 1 && n <= 99_999_999;

/** Numbers of a block that were given already, or belong to another block. */
function blockIsTaken(office: OfficeState, counter: string, from: number, to: number): boolean {
  const overlaps = office.blocks.some(
    block => block.counter === counter && block.from <= to && from <= block.to,
  );
  return overlaps || from <= (office.counters[counter] ?? 0);
}

const BAD = {
  level: 'office/bad-figure',
  threshold: 'office/bad-threshold',
  duty: 'office/bad-due-day',
} as const satisfies Record<OwnFigure['of'], Refusal['code']>;

const OF_THE_BOOKS: readonly WorkCommand['type'][] = [
  'start-number',
  'reserve-block',
  'void-number',
  'mark-duty',
  'enter-figure',
  'choose-formula',
];

export const decideOffice = (
  office: OfficeState,
  command: OfficeCommand,
  context: OfficeContext,
): OfficeDecision => {
  if (command.type === 'return-transfer') return returnTransfer(office, command, context);
  if (command.type === 'answer-lock') return decideLockAnswer(office, command, context);
  if (isAboutPeriods(command)) return decidePeriodClose(office, command, context);
  return isAboutPeople(command)
    ? decidePeople(office, command, context)
    : decideWork(office, command, context);
};

function decideWork(office: OfficeState, command: WorkCommand, context: OfficeContext): OfficeDecision {
  const role = OF_THE_BOOKS.includes(command.type) ? 'records-officer' : 'administrator';
  if (!context.acting.roles.includes(role)) return err({ code: 'case/role', role });
  const head = { ...header(context, role), stream: 'office' as const };
  const reason = 'reason' in command ? command.reason.trim() : '';
  if ('reason' in command && reason === '') return err({ code: 'case/reason-missing' });

  switch (command.type) {
    case 'choose-procedures': {
      const { procedures, guidance } = command;
      if (procedures.length === 0) return err({ code: 'office/no-procedure' });
      const chosen = { procedures: [...procedures], guidance: [...guidance] };
      return ok([{ ...head, type: 'procedures-chosen', ...chosen }]);
    }
    case 'change-setting': {
      const { procedure, key, value } = command;
      if (key === RETENTION_KEY && value?.trim() && !ownRetention(value))
        return err({ code: 'office/bad-figure' });
      return ok([{ ...head, type: 'setting-changed', procedure, key, value: value?.trim() || null, reason }]);
    }
    case 'set-limit': {
      const { procedure, limit, figure } = command;
      if (figure && !isPossibleFigure(figure.amount, figure.unit)) return err({ code: 'office/bad-figure' });
      return ok([{ ...head, type: 'limit-set', procedure, limit, figure, reason }]);
    }
    case 'set-figure': {
      const { procedure, set } = command;
      if (!isPossibleOwn(set)) return err({ code: BAD[set.of] });
      return ok([{ ...head, type: 'figure-set', procedure, set, reason }]);
    }
    case 'write-card': {
      const { pack, card } = command;
      const text = command.text?.trim() || null;
      if (text !== null && text.length > MOST_CARD_LETTERS)
        return err({ code: 'office/card-too-long', longest: MOST_CARD_LETTERS });
      return ok([{ ...head, type: 'card-written', pack, card, text }]);
    }
    case 'set-hours': {
      const set = decideHours(command, context.now);
      return set.ok ? ok([{ ...head, type: 'office-hours-set', ...set.value }]) : set;
    }
    case 'start-number': {
      const { counter, first } = command;
      if (!isBookNumber(first)) return err({ code: 'office/bad-number' });
      // What was given cannot be given again.
      if (first <= (office.counters[counter] ?? 0))
        return err({ code: 'office/number-taken', number: first });
      return ok([{ ...head, type: 'number-started', counter, first }]);
    }
    case 'reserve-block': {
      const { counter, from, to } = command;
      if (command.for.trim() === '') return err({ code: 'case/reason-missing' });
      if (!isBookNumber(from) || !isBookNumber(to)) return err({ code: 'office/bad-number' });
      if (from > to || blockIsTaken(office, counter, from, to))
        return err({ code: 'office/number-taken', number: from });
      return ok([{ ...head, type: 'block-reserved', counter, from, to, for: command.for }]);
    }
    case 'void-number': {
      const { counter, n, number } = command;
      if (!isBookNumber(n)) return err({ code: 'office/bad-number' });
      if (n > (office.counters[counter] ?? 0)) return err({ code: 'office/number-not-given', number });
      if (office.voided.some(each => each.counter === counter && each.n === n))
        return err({ code: 'case/nothing-changed' });
      return ok([{ ...head, type: 'number-voided', counter, n, number, reason }]);
    }
    case 'mark-duty': {
      const { procedure, duty, period } = command;
      if (periodDone(office, command)) return err({ code: 'case/nothing-changed' });
      return ok([{ ...head, type: 'duty-done', procedure, duty, period }]);
    }
    case 'enter-figure': {
      const { procedure, figure, month, amount } = command;
      if (month > monthOf(dateOf(context.now))) return err({ code: 'office/month-to-come' });
      if (amount !== null && !(amount >= 0 && amount <= MOST_OF_A_MONTH))
        return err({ code: 'office/bad-amount' });
      const before = enteredFigure(office, { procedure, figure, month });
      if ((before?.amount ?? null) === amount) return err({ code: 'case/nothing-changed' });
      return ok([{ ...head, type: 'figure-entered', procedure, figure, month, amount, reason }]);
    }
    case 'choose-formula': {
      const { indicator, formula } = command;
      const before = office.formulas?.findLast(each => each.indicator === indicator)?.formula ?? null;
      if (before?.of === formula?.of && before?.over === formula?.over)
        return err({ code: 'case/nothing-changed' });
      return ok([{ ...head, type: 'formula-chosen', indicator, formula, reason }]);
    }
    default:
      return assertNever(command);
  }
}
