import { useEffect, useState } from 'react';
import type { MonthRemark } from '#shared/case/office.state.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { JOURNAL_CHECK, MONTH_CHECKS } from '#shared/reports/month.checks.ts';
import { useFormDraft } from '#renderer/db/live/use-form-draft.ts';

const ITEMS: readonly string[] = [...MONTH_CHECKS, JOURNAL_CHECK];
const keyOf = (month: PlainMonth, item: string): string => `${month} ${item}`;

/** Remarks to the open questions of a month while they are written. */
export interface MonthRemarks {
  readonly textOf: (item: string) => string;
  readonly write: (item: string, text: string) => void;
  /** Questions without a remark, once somebody wanted to go on without. */
  readonly missing: readonly string[];
  /** The remarks to these questions, or nothing where one is missing; the first of those is gone to. */
  readonly collect: (questions: readonly string[]) => readonly MonthRemark[] | undefined;
  /** They were taken. */
  readonly clear: () => void;
}

function focusOn(item: string | undefined): void {
  if (item !== undefined) document.querySelector<HTMLElement>(`[data-remark="${item}"]`)?.focus();
}

/**
 * Kept as one draft for all the months the page offers. A lock that was sent back is remarked on from what was
 * remarked before.
 */
export function useRemarks(
  months: readonly PlainMonth[],
  period: PlainMonth,
  sentBack: readonly MonthRemark[],
): MonthRemarks {
  const none = Object.fromEntries(months.flatMap(month => ITEMS.map(item => [keyOf(month, item), ''])));
  const draft = useFormDraft<Record<string, string>>({ form: 'month-remarks' }, none);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [gone, setGone] = useState<{ readonly to: string | undefined }>();
  // Once the list is unfolded and drawn, and has done what unfolding does.
  useEffect(() => focusOn(gone?.to), [gone]);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const before = (item: string): string =>
    touched.has(keyOf(period, item)) ? '' : (sentBack.find(each => each.item === item)?.text ?? '');
  const textOf = (item: string): string => draft.texts[keyOf(period, item)] || before(item);
  return {
    textOf,
    write: (item, text) => {
      draft.write({ [keyOf(period, item)]: text });
      setTouched(keys => new Set([...keys, keyOf(period, item)]));
      setMissing(items => items.filter(each => each !== item));
    },
    missing,
    collect: questions => {
      const blank = questions.filter(item => textOf(item).trim() === '');
      setMissing(blank);
      if (blank.length === 0) return questions.map(item => ({ item, text: textOf(item).trim() }));
      setGone({ to: blank[0] });
      return undefined;
    },
    clear: () => {
      draft.write(Object.fromEntries(ITEMS.map(item => [keyOf(period, item), ''])));
      setTouched(new Set());
    },
  };
}
