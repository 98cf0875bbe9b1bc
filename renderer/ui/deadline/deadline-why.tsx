import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './deadline-why.css';

const TERMS = ['counted', 'notCounted', 'paused', 'rule', 'calendar'] as const;

/** 算进去 · 没有算 · 中止的 · 规定 · 日历, in this order; what does not apply is left out. */
export type WhyFacts = Readonly<Partial<Record<(typeof TERMS)[number], ReactNode>>>;

export interface DeadlineWhyProps {
  /** A `DeadlineCalendar` or a `TimeBar`. */
  readonly children: ReactNode;
  /** 9月23日登记，当天不算。往后数 7 个工作日，最后一天是10月14日（周三）。 */
  readonly sentence: ReactNode;
  /** The provenance is said openly: 规程没有写，本单位设定. */
  readonly facts: WhyFacts;
  /** 打印这份说明 */
  readonly act?: ReactNode;
}

/** Why this day: the calendar, and beside it the same in words. In large type the words go beneath. */
export function DeadlineWhy({ children, sentence, facts, act }: DeadlineWhyProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <div className="ui-why">
      <div className="ui-why-picture">{children}</div>
      <div className="ui-why-words">
        <p>{sentence}</p>
        <dl>
          {TERMS.filter(term => facts[term] !== undefined).map(term => (
            <div key={term}>
              <dt>{t(`why.${term}`)}</dt>
              <dd>{facts[term]}</dd>
            </div>
          ))}
        </dl>
        {act}
      </div>
    </div>
  );
}
