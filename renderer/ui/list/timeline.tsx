import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './timeline.css';

export interface TimelineEntry {
  readonly id: string;
  /** As a person says it: 今天 09:05, 9月28日 17:10. */
  readonly time: string;
  /** The same for machines: `2026-09-28T17:10:00+08:00`. */
  readonly dateTime?: string | undefined;
  /** A step of the procedure has a filled dot; a note or what the clock did an open one. */
  readonly kind: 'step' | 'note';
  readonly person?: string | undefined;
  readonly act: ReactNode;
  /** Attachments, the reason. */
  readonly more?: ReactNode;
}

export interface TimelineProps {
  readonly label: string;
  /** The newest first. */
  readonly entries: readonly TimelineEntry[];
}

export function Timeline({ label, entries }: TimelineProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <ol className="ui-timeline" aria-label={label}>
      {entries.map(({ id, time, dateTime, kind, person, act, more }) => (
        <li key={id} data-kind={kind}>
          <time className="num" dateTime={dateTime}>
            {time}
          </time>
          <span className="ui-timeline-dot keep-colors">
            <span className="sr">{t(`timeline.${kind}`)}</span>
          </span>
          <div>
            <p>
              {person !== undefined && <b>{person} </b>}
              {act}
            </p>
            {more !== undefined && <div className="ui-timeline-more">{more}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
