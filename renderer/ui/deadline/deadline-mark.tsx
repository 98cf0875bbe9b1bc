import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './deadline-mark.css';
import { DeadlineSign } from './deadline-sign.tsx';
import { deadlineWords } from './deadline-words.ts';
import type { DeadlineState } from './deadline.state.ts';

export interface DeadlineMarkProps {
  readonly state: DeadlineState;
  /** Other words for the same state: 已等 18 天; 按时，用了 1 个工作日. */
  readonly words?: string | undefined;
}

/** Shape, weight and words say the same, so that a black-and-white print and a screen reader lose nothing. */
export function DeadlineMark({ state, words }: DeadlineMarkProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <span className={`ui-due ui-due-${state.kind} keep-colors`}>
      <DeadlineSign kind={state.kind} />
      {words ?? deadlineWords(t, state)}
    </span>
  );
}
