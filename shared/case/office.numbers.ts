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
