import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaKind } from '#shared/agenda/agenda.entry.ts';
import type { AgendaGroup } from '#shared/agenda/agenda.order.ts';
import type { LiveAgenda } from '#renderer/db/live/use-agenda.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { KeyLine } from '#renderer/ui/button/key-line.tsx';
import { lineOf, type LineTarget, type LineWords } from './agenda-line.ts';
import { AgendaRow } from './agenda-row.tsx';

/** Of each kind at first, and more at a time: a long list is worked through from its beginning. */
const PORTION = 30;

export interface AgendaListProps {
  readonly groups: readonly AgendaGroup[];
  readonly summary: LiveAgenda['summary'];
  readonly words: LineWords;
  readonly onOpen: (target: LineTarget) => void;
}

const linesIn = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[data-line]'),
];

/** Arrows go from one line to the next, also from one kind to another. */
export function moveAmongLines(list: HTMLElement | null, event: KeyboardEvent): void {
  if (!list) return;
  const lines = linesIn(list);
  const at = lines.findIndex(line => line === document.activeElement);
  if (at < 0) return;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: lines.length - 1,
  };
  const target = lines[targets[event.key] ?? -1];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** Everything that is on the desk, kind by kind, the most pressing first. */
export function AgendaList({ groups, summary, words, onOpen }: AgendaListProps): ReactNode {
  const { t } = useTranslation('workbench');
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [shown, setShown] = useState<Partial<Record<AgendaKind, number>>>({});
  const visible = groups.map(group => ({
    ...group,
    lines: group.entries
      .slice(0, shown[group.kind] ?? PORTION)
      .map(entry => lineOf(words, entry, 'case' in entry ? summary(entry.case) : undefined)),
  }));
  const keys = visible.flatMap(({ lines }) => lines.map(({ key }) => key));
  const current = chosen !== null && keys.includes(chosen) ? chosen : keys[0];

  // Whoever has just unlocked begins with the first line; nobody is taken away from where they are.
  useLayoutEffect(() => {
    if (document.activeElement === document.body && list.current) linesIn(list.current)[0]?.focus();
  }, []);

  return (
    <div ref={list} onKeyDown={event => moveAmongLines(list.current, event)}>
      {visible.map(({ kind, entries, lines }) => (
        <section key={kind} className="workbench-group" aria-labelledby={`workbench-${kind}`}>
          <div className="workbench-group-head">
            <h2 id={`workbench-${kind}`}>
              {t(`group.${kind}`)} <span className="num">{t('groupCount', { count: entries.length })}</span>
            </h2>
            <span>{t(`groupNote.${kind}`)}</span>
          </div>
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
          {entries.length > lines.length && (
            <ActButton
              size="small"
              rank="text"
              onClick={() => setShown({ ...shown, [kind]: lines.length + PORTION })}
            >
              {t('more', { count: Math.min(PORTION, entries.length - lines.length) })}
            </ActButton>
          )}
        </section>
      ))}
      <div className="workbench-keys">
        <KeyLine
          keys={[
            { keys: '↑ ↓', does: t('keys.move') },
            { keys: 'Enter', does: t('keys.open') },
          ]}
        />
      </div>
    </div>
  );
}
