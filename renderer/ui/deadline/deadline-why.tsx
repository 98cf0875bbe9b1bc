import type { ReactNode } from 'react';
import './deadline-why.css';

/** 起算 · 规定 · 算进去 …: what is said, in the order and the words it comes in. */
export interface WhyLine {
  readonly term: string;
  readonly words: string;
}

export interface DeadlineWhyProps {
  /** A `DeadlineCalendar` or a `TimeBar`. */
  readonly children: ReactNode;
  readonly lines: readonly WhyLine[];
  /** 打印这份说明 */
  readonly act?: ReactNode;
}

/** Why this day: the calendar, and beside it the same in words. In large type the words go beneath. */
export const DeadlineWhy = ({ children, lines, act }: DeadlineWhyProps): ReactNode => (
  <div className="ui-why">
    <div className="ui-why-picture">{children}</div>
    <div className="ui-why-words">
      <dl>
        {lines.map(({ term, words }) => (
          <div key={`${term} ${words}`}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {act}
    </div>
  </div>
);
