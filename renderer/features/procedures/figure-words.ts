import type { TFunction } from 'i18next';
import type { Figure } from '#shared/case/own-figure.ts';
import type { Limit } from '#shared/procedure/limit.schema.ts';

type Translate = TFunction<'procedures'>;

export const figureWords = (t: Translate, { amount, unit }: Figure): string =>
  t(`figure.${unit}`, { amount });

/** How long a limit is, in words. */
export function limitWords(t: Translate, { amount, unit, due_in: dueIn }: Limit): string {
  if (dueIn !== undefined) return t('figure.written');
  return amount === undefined ? t('figure.none') : figureWords(t, { amount, unit });
}
