import { z } from 'zod';
import { CaseId, OfficeCode, OrderId } from '#shared/core/ids.ts';
import { dateOf, Instant } from '#shared/core/instant.ts';
import { daysBetween, PlainDate } from '#shared/core/plain-date.ts';
import { PlainName, plainText } from './bundle.formats.ts';

export const ORDER_FORMAT = 'phoenix-order';
/** The major version this program writes, and the newest one it reads. */
export const ORDER_VERSION = 1;

/** 督办, or 催办: a reminder of what is owed anyhow. */
export const ORDER_KINDS = ['supervise', 'urge'] as const;

export const MOST_ORDER_TEXT = 2000;
/** A date farther off is a slip of the pen. */
export const MOST_ORDER_DAYS = 1100;
export const MOST_ORDER_WORKING_DAYS = 250;

/** By when: a day, or so many working days after the office has it, by the calendar of the office. */
export const OrderDue = z.union([
  z.strictObject({ date: PlainDate }).readonly(),
  z.strictObject({ working_days: z.int().min(1).max(MOST_ORDER_WORKING_DAYS) }).readonly(),
]);
export type OrderDue = z.infer<typeof OrderDue>;

/** What is asked, as the file says it and the event on the case keeps it. */
export const orderShape = {
  kind: z.enum(ORDER_KINDS),
  headquarters: PlainName,
  text: plainText(MOST_ORDER_TEXT),
  issued_at: Instant,
  due: OrderDue,
  /** Whether the answer may come before the day it is due. */
  answer_early: z.boolean(),
};

/** 督办单: what a headquarters asks of an office about one case. Valid only with its minisign signature beside it. */
export const SupervisionOrder = z
  .strictObject({
    format: z.literal(ORDER_FORMAT),
    version: z.literal(ORDER_VERSION),
    order_id: OrderId,
    office: OfficeCode,
    /** As the bundle told of it. */
    case_id: CaseId,
    /** The register number of the case, for people to read. */
    number: PlainName,
    ...orderShape,
  })
  .refine(
    ({ due, issued_at }) => {
      const days = 'date' in due ? daysBetween(dateOf(issued_at), due.date) : 0;
      return days >= 0 && days <= MOST_ORDER_DAYS;
    },
    { error: 'an answer is due on the day of the order or later, and not years off' },
  )
  .readonly();
export type SupervisionOrder = z.infer<typeof SupervisionOrder>;

/** What tells an order of a newer format from a broken one. */
export const OrderHead = z.looseObject({ format: z.literal(ORDER_FORMAT), version: z.int() });

export const ORDER_SUFFIX = '.order.json';
export const orderFileName = (id: OrderId): string => `${id}${ORDER_SUFFIX}`;
export const orderSignatureName = (id: OrderId): string => `${orderFileName(id)}.minisig`;

/** The id in the name of an order's file; undefined for any other name. */
export function orderIdIn(fileName: string): OrderId | undefined {
  if (!fileName.endsWith(ORDER_SUFFIX)) return undefined;
  return OrderId.safeParse(fileName.slice(0, -ORDER_SUFFIX.length)).data;
}
