import type { TFunction } from 'i18next';
import { dateOf } from '#shared/core/instant.ts';
import { monthDay } from '#renderer/i18n/day-words.ts';
import type { FaultWords, AnyFault } from '#renderer/features/fault/index.ts';
import type { ScanOutcome } from './scan-line.types.ts';

export interface DoubtWords {
  readonly what: string;
  readonly next: string;
}

interface Translators {
  readonly t: TFunction<'scans'>;
  readonly ui: TFunction<'ui'>;
  readonly faultWords: (fault: AnyFault) => FaultWords;
}

/** Why a page was not filed and what to do now. */
export function doubtWords(outcome: Exclude<ScanOutcome, { kind: 'filed' }>, told: Translators): DoubtWords {
  const { t, ui, faultWords } = told;
  if (outcome.kind === 'failed') return faultWords(outcome.fault);
  if (outcome.kind !== 'doubt')
    return { what: t(`doubt.${outcome.kind}.what`), next: t(`doubt.${outcome.kind}.next`) };
  const { doubt } = outcome;
  const given = {
    ...('office' in doubt ? { office: doubt.office } : {}),
    ...('number' in doubt ? { number: doubt.number } : {}),
    ...('page' in doubt ? { page: doubt.page } : {}),
    ...('pages' in doubt ? { pages: doubt.pages } : {}),
    ...('madeAt' in doubt ? { day: monthDay(ui, dateOf(doubt.madeAt)) } : {}),
  };
  const words = (part: 'what' | 'next'): string =>
    t(`doubt.${doubt.code}.${part}` as 'doubt.voided.what', given);
  return { what: words('what'), next: words('next') };
}

const BY_HAND: readonly string[] = [
  ...['unreadable', 'foreign', 'newer', 'unknown-document', 'other-text', 'no-such-page', 'not-printed'],
  'replaced',
];

/** Somebody may say which page it is. What is known to belong elsewhere is not filed here. */
export const mayPlaceByHand = (outcome: ScanOutcome): boolean =>
  outcome.kind === 'blank' || (outcome.kind === 'doubt' && BY_HAND.includes(outcome.doubt.code));
