import { z } from 'zod';

/** Indicators that are worked out for any procedure; a rate over what stands in no case is data of a pack. */
export const INDICATORS = ['closure', 'satisfaction', 'own', 'on-time', 'zero', 'recurrence'] as const;
export const Indicator = z.enum(INDICATORS);
export type Indicator = z.infer<typeof Indicator>;

/** What an indicator may be made of. */
export const INDICATOR_COUNTS = [
  'received',
  'received_closed',
  'valid',
  'valid_closed',
  'closed',
  'on_time',
  'asked',
  'satisfied',
  'own',
  'repeated',
] as const;
export const IndicatorCount = z.enum(INDICATOR_COUNTS);
export type IndicatorCount = z.infer<typeof IndicatorCount>;

/** Counted cases over other counted cases, or alone. */
export const IndicatorFormula = z.strictObject({ of: IndicatorCount, over: IndicatorCount.nullable() });
export type IndicatorFormula = z.infer<typeof IndicatorFormula>;
