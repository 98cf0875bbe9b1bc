import { useEffect, useRef, useState } from 'react';
import type { MonthRemark } from '#shared/case/office.state.ts';
import { JOURNAL_CHECK, MONTH_CHECKS } from '#shared/reports/month.checks.ts';
import { useFormDraft, type FormPlace } from '#renderer/db/live/use-form-draft.ts';

const ITEMS: readonly string[] = [...MONTH_CHECKS, JOURNAL_CHECK];
const keyOf = (span: string, item: string): string => `${span} ${item}`;

/** Remarks to the open questions of a month, or of another period, while they are written. */
export interface MonthRemarks {
  readonly textOf: (item: string) => string;
  readonly write: (item: string, text: string) => void;
  /** What the cell of a remark is found by: several check lists may stand on the page. */
  readonly cellOf: (item: string) => string;
  /** Questions without a remark, once somebody wanted to go on without. */
  readonly missing: readonly string[];
  /** The remarks to these questions, or nothing where one is missing; the first of those is gone to. */
  readonly collect: (questions: readonly string[]) => readonly MonthRemark[] | undefined;
  /** They were taken. */
  readonly clear: () => void;
}

export interface RemarksPlace {
  readonly place: FormPlace;
  /** What is remarked on here, and what of it now. */
  readonly spans: readonly string[];
  readonly span: string;
}

interface Written {
  readonly texts: Readonly<Record<string, string>>;
  /** Where somebody wrote: what was remarked before does not come back there when it is emptied. */
  readonly touched: ReadonlySet<string>;
}

function focusOn(cell: string | undefined): void {
  const cells = [...document.querySelectorAll<HTMLElement>('[data-remark]')];
  cells.find(({ dataset }) => dataset['remark'] === cell)?.focus();
}

/**
 * Kept as one draft for all the months the page offers, or for a period. What was sent back is remarked on from what
 * was remarked before.
 */
export function useRemarks(
  { place, spans, span }: RemarksPlace,
  sentBack: readonly MonthRemark[],
): MonthRemarks {
  const none = Object.fromEntries(spans.flatMap(each => ITEMS.map(item => [keyOf(each, item), ''])));
  const draft = useFormDraft<Record<string, string>>(place, none);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [gone, setGone] = useState<{ readonly to: string | undefined }>();
  // Once the list is unfolded and drawn, and has done what unfolding does.
  useEffect(() => focusOn(gone?.to), [gone]);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const now: Written = { texts: draft.texts, touched };
  // Somebody may go on writing while the books are looked at; what is collected then is what stands there then.
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  const textOf = (item: string, { texts, touched }: Written = now): string => {
    const key = keyOf(span, item);
    if (texts[key]) return texts[key];
    return touched.has(key) ? '' : (sentBack.find(each => each.item === item)?.text ?? '');
  };
  const cellOf = (item: string): string => `${place.of ?? ''} ${keyOf(span, item)}`;
  return {
    textOf: item => textOf(item),
    cellOf,
    write: (item, text) => {
      draft.write({ [keyOf(span, item)]: text });
      setTouched(keys => new Set([...keys, keyOf(span, item)]));
      setMissing(items => items.filter(each => each !== item));
    },
    missing,
    collect: questions => {
      const remarks = questions.map(item => ({ item, text: textOf(item, latest.current).trim() }));
      const blank = remarks.filter(({ text }) => text === '').map(({ item }) => item);
      setMissing(blank);
      const [first] = blank;
      if (first === undefined) return remarks;
      setGone({ to: cellOf(first) });
      return undefined;
    },
    clear: () => {
      draft.write(Object.fromEntries(ITEMS.map(item => [keyOf(span, item), ''])));
      setTouched(new Set());
    },
  };
}
