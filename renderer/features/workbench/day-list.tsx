import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyEntry } from '#shared/agenda/agenda.entry.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { useDueOn } from '#renderer/db/live/use-agenda.ts';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { clockLine, dutyLine, type LineTarget, type LineWords } from './agenda-line.ts';
import { moveAmongLines } from './agenda-list.tsx';
import { AgendaRow } from './agenda-row.tsx';

export interface DayListProps {
  readonly day: PlainDate;
  readonly duties: readonly DutyEntry[];
  /** Somebody wants to go from the day to its first line, which may still be loading. */
  readonly entering: boolean;
  readonly onEntered: () => void;
  readonly words: LineWords;
  readonly onOpen: (target: LineTarget) => void;
}

/** What falls due on one day, near or far. */
export function DayList(props: DayListProps): ReactNode {
  const { day, duties, entering, onEntered, words, onOpen } = props;
  const { t } = useTranslation('workbench');
  const list = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const due = useDueOn(day);
  const isThere = due !== undefined;
  useEffect(() => {
    if (!entering || !isThere) return;
    list.current?.querySelector<HTMLElement>('[data-line]')?.focus();
    onEntered();
  }, [entering, isThere, onEntered]);

  const lines = [
    ...(due ?? []).map(({ due: clock, summary }) => clockLine(words, clock, summary)),
    ...duties.map(entry => dutyLine(words, entry)),
  ];
  const current = lines.some(({ key }) => key === chosen) ? chosen : lines[0]?.key;
  return (
    <section
      ref={list}
      className="workbench-group"
      aria-labelledby="workbench-of-day"
      onKeyDown={event => moveAmongLines(list.current, event)}
    >
      <div className="workbench-group-head">
        <h2 id="workbench-of-day">{t('calendar.list', { date: words.day(day) })}</h2>
      </div>
      {due === undefined && <SkeletonLines count={2} height="list-row" />}
      {due !== undefined && lines.length === 0 && <p className="workbench-quiet">{t('calendar.nothing')}</p>}
      <ul>
        {lines.map(line => (
          <AgendaRow
            key={line.key}
            line={line}
            reachable={line.key === current}
            onFocus={() => setChosen(line.key)}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
}
