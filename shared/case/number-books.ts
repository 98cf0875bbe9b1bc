import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import { counterKey, formatNumber, type NumberSeries } from '#shared/procedure/numbering.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { firstNumberOf, nextNumber } from './office.numbers.ts';
import type { OfficeState } from './office.state.ts';

/** A series of numbers as it stands on one day: what bears them, where it is, what was kept apart or voided. */
export interface NumberBook {
  readonly counter: string;
  readonly series: NumberSeries;
  /** The forms that take a number of their own from it; null for the register of cases. */
  readonly forms: readonly Text[] | null;
  /** The last number given in this period; 0 before the first. */
  readonly last: number;
  readonly next: number;
  readonly blocks: OfficeState['blocks'];
  readonly voided: OfficeState['voided'];
}

/** The number of a book as it would be written on that day. */
export const writtenNumber = (
  office: OfficeState,
  { series }: NumberBook,
  date: PlainDate,
  n: number,
): string => formatNumber(series, { prefix: office.prefix, office: office.code, date, n });

/** The books a procedure writes into: its register, and the series of its papers. */
export function numberBooks(
  office: OfficeState,
  procedure: Procedure,
  date: PlainDate,
): readonly NumberBook[] {
  const book = (series: NumberSeries, forms: NumberBook['forms'], first: (counter: string) => number) => {
    const counter = counterKey(series, date);
    return {
      counter,
      series,
      forms,
      last: office.counters[counter] ?? 0,
      next: nextNumber(office, counter, first(counter)),
      blocks: office.blocks.filter(block => block.counter === counter),
      voided: office.voided.filter(each => each.counter === counter),
    };
  };
  const papers = procedure.documents.map(series => {
    const forms = procedure.forms.filter(({ number }) => number === series.id).map(({ name }) => name);
    return book(series, forms, () => 1);
  });
  return [book(procedure.numbering, null, counter => firstNumberOf(office, procedure, counter)), ...papers];
}
