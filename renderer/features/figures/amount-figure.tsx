import type { ReactNode } from 'react';
import type { Language } from '#shared/core/text.ts';
import { casesBehind, type Amount } from '#shared/reports/amount.ts';
import type { CasesBehind } from '#renderer/features/cases/index.ts';
import { FigureButton } from '#renderer/ui/table/figure-button.tsx';
import { amountOnScreen } from './amount-words.ts';

export interface AmountFigureProps {
  readonly amount: Amount;
  /** Of whom and what: for the list that is opened, and for whoever hears it read out. */
  readonly name: string;
  readonly language: Language;
  readonly onOpenCases: (behind: CasesBehind) => void;
}

/** A figure as the paper writes it; where it counts cases it opens them. */
export function AmountFigure({ amount, name, language, onOpenCases }: AmountFigureProps): ReactNode {
  const words = amountOnScreen(amount, language);
  const ids = casesBehind(amount);
  if (ids.length === 0) return words;
  return <FigureButton {...{ name, words }} onOpen={() => onOpenCases({ title: name, ids })} />;
}
