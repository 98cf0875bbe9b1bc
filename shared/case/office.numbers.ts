import { dateOf } from '#shared/core/instant.ts';
import { counterKey, REGISTER_BOOK } from '#shared/procedure/numbering.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { OfficeState } from './office.state.ts';

/**
 * The next number of a counter: after the last one given, or where counting begins if that is further on; never one of a block that was
 * handed to another desk.
 */
export function nextNumber(office: OfficeState, counter: string, first = 1): number {
  const last = office.counters[counter];
  const start = office.starts[counter];
  let n = last === undefined ? (start ?? first) : Math.max(last + 1, start ?? 1);
  const blocks = office.blocks.filter(block => block.counter === counter);
  const blockOf = (number: number) => blocks.find(({ from, to }) => from <= number && number <= to);
  for (let block = blockOf(n); block !== undefined; block = blockOf(n)) n = block.to + 1;
  return n;
}

/**
 * Where a register begins in the period the office was founded in: in the book whose number it was shown then,
 * whichever procedure writes into it first, and in the register of the procedure it was founded with.
 */
export function firstNumberOf(office: OfficeState, { id, numbering }: Procedure, counter: string): number {
  const isBook = id === office.procedure || numbering.pattern === REGISTER_BOOK.pattern;
  return isBook && counter === counterKey(numbering, dateOf(office.foundedAt)) ? office.firstNumber : 1;
}
