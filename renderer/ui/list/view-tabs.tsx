import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './view-tabs.css';

export interface ViewTab {
  readonly id: string;
  readonly label: string;
  readonly count?: number | undefined;
}

export interface ViewTabsProps {
  readonly tabs: readonly ViewTab[];
  readonly at: string;
  readonly onChange: (id: string) => void;
  readonly label?: string | undefined;
  /** Id of the element that shows the chosen view, if it is always in the document. */
  readonly controls?: string | undefined;
  /** At the right end: 保存这个视图. */
  readonly act?: ReactNode;
}

/** Views of one list, with what is in each. Arrows go from one to the next. */
export function ViewTabs({ tabs, at, onChange, label, controls, act }: ViewTabsProps): ReactNode {
  const { t, i18n } = useTranslation('ui');
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent): void => {
    const index = tabs.findIndex(tab => tab.id === at);
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: (index + 1) % tabs.length,
      ArrowLeft: (index - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const target = targets[event.key];
    const next = target === undefined ? undefined : tabs[target];
    if (next === undefined || target === undefined) return;
    event.preventDefault();
    onChange(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[target]?.focus();
  };

  return (
    <div className="ui-tabs-line">
      <div
        className="ui-tabs"
        role="tablist"
        aria-label={label ?? t('tabs.label')}
        ref={list}
        onKeyDown={move}
      >
        {tabs.map(({ id, label: words, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={id === at}
            aria-controls={controls}
            tabIndex={id === at ? 0 : -1}
            onClick={() => onChange(id)}
          >
            {words}
            {count !== undefined && (
              <span className="ui-tabs-count"> {count.toLocaleString(i18n.language)}</span>
            )}
          </button>
        ))}
      </div>
      {act}
    </div>
  );
}
