import type { Icon } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint, ariaKeys } from '#renderer/ui/button/key-hint.tsx';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import './side-column.css';
import { useSideMode } from './side-mode.ts';
import { SideSection } from './side-section.tsx';

export interface SideSectionSpec {
  readonly id: string;
  readonly title: string;
  /** What its folded tab says where the title alone says too little: 接待指引：问清. */
  readonly tab?: string | undefined;
  readonly icon?: Icon | undefined;
  /** How many; drawn on the folded tab. */
  readonly count?: number | undefined;
  /** The same in words beside the title: 1 件. */
  readonly amount?: string | undefined;
  readonly note?: ReactNode;
  /** Leads here from wherever the focus is; drawn on the folded tab. */
  readonly panelKey?: string | undefined;
  readonly content: ReactNode;
  /** Stays in sight at the foot of the column while the others scroll, and moves none of them when it grows. */
  readonly pinned?: boolean | undefined;
}

export interface SideColumnProps {
  /** Name of the whole column. */
  readonly label?: string | undefined;
  readonly sections: readonly SideSectionSpec[];
  /** The one big act; stays in sight while the rest scrolls. */
  readonly foot?: ReactNode;
  /** For keys that lead here: the section to unfold, or to go to where the column is not folded. */
  readonly openId?: string | null | undefined;
  readonly onOpenChange?: ((id: string | null) => void) | undefined;
}

export function SideColumn({ label, sections, foot, openId, onOpenChange }: SideColumnProps): ReactNode {
  const { t } = useTranslation('ui');
  const mode = useSideMode();
  const [own, setOwn] = useState<string | null>(null);
  const openedId = openId === undefined ? own : openId;
  const opened = sections.find(section => section.id === openedId);
  const column = useRef<HTMLElement>(null);
  const target = useRef<HTMLElement>(null);

  const press = (id: string): void => {
    if (id !== openedId) setOpen(id);
    else if (mode === 'column') target.current?.focus();
    else setOpen(null);
  };
  useCommands(
    sections
      .filter(({ panelKey }) => panelKey !== undefined)
      .map(({ id, title, panelKey }) => ({
        ...{ id: `panel-${id}`, name: t('side.go', { panel: title }), key: panelKey },
        group: 'here',
        run: () => press(id),
      })),
  );

  const setOpen = (id: string | null): void => {
    setOwn(id);
    onOpenChange?.(id);
  };

  useEffect(() => {
    if (openedId !== null) target.current?.focus();
  }, [openedId]);

  const folds = opened !== undefined && mode !== 'column';
  const fold = (): void => {
    setOpen(null);
    column.current?.querySelector<HTMLElement>(`[data-tab="${opened?.id}"]`)?.focus();
  };
  // A command, so that a form in the panel with an Esc of its own goes first.
  useCommands(
    folds
      ? [{ id: 'fold-panel', name: t('side.close'), key: 'Esc', group: 'here', run: fold, hidden: true }]
      : [],
    column,
  );

  const drawn = (section: SideSectionSpec): ReactNode => (
    <SideSection
      key={section.id}
      title={section.title}
      icon={section.icon}
      amount={section.amount}
      note={section.note}
      pinned={section.pinned}
      ref={section.id === openedId ? target : undefined}
    >
      {section.content}
    </SideSection>
  );

  return (
    <aside className={`ui-side ui-side-${mode}`} aria-label={label ?? t('side.label')} ref={column}>
      {mode === 'column' ? (
        <div className="ui-side-sections scroll">{sections.map(drawn)}</div>
      ) : (
        <>
          <div className="ui-side-tabs">
            {sections.map(({ id, title, tab, count = 0, panelKey }) => (
              <button
                key={id}
                type="button"
                data-tab={id}
                aria-expanded={id === openedId}
                aria-keyshortcuts={ariaKeys(panelKey)}
                onClick={() => press(id)}
              >
                <span>{tab ?? title}</span>
                {count > 0 && <b>{count}</b>}
                {panelKey !== undefined && <KeyHint keys={panelKey} />}
              </button>
            ))}
          </div>
          {opened !== undefined && <div className="ui-side-panel scroll">{drawn(opened)}</div>}
        </>
      )}
      {foot !== undefined && <div className="ui-side-foot">{foot}</div>}
    </aside>
  );
}
