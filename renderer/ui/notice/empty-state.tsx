import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  /** Why it is empty: 这两个条件下没有“王小明”. A good empty is said as such: 今天没有到期的案件. */
  readonly title: string;
  /** What is nearby: 去掉条件后，有 3 件对得上. */
  readonly nearby?: ReactNode;
  /** The one way on, filled; beside it perhaps another. */
  readonly acts?: ReactNode;
  /** Small, under a rule: other ways to look. */
  readonly more?: ReactNode;
}

export const EmptyState = ({ title, nearby, acts, more }: EmptyStateProps): ReactNode => (
  <div className="ui-empty">
    <h2>{title}</h2>
    {nearby !== undefined && <p className="ui-empty-nearby">{nearby}</p>}
    {acts !== undefined && <div className="ui-empty-acts">{acts}</div>}
    {more !== undefined && <p className="ui-empty-more">{more}</p>}
  </div>
);
