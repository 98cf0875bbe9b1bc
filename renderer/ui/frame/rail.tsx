import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface RailItem {
  readonly id: string;
  readonly label: string;
  readonly icon: Icon;
  /** What waits there; 0 and absent are not shown. */
  readonly count?: number | undefined;
  /** A rule is drawn above it. */
  readonly apart?: boolean | undefined;
}

export interface RailProps {
  readonly items: readonly RailItem[];
  readonly at: string;
  readonly onOpen: (id: string) => void;
  /** Shown here where the top bar has no room for it. */
  readonly office: string;
  readonly foot: readonly string[];
  /** Between the items and the foot, in the room that is left. */
  readonly children?: ReactNode;
}

export function Rail({ items, at, onOpen, office, foot, children }: RailProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <nav className="ui-rail scroll" id="ui-rail" aria-label={t('frame.rail')}>
      <div className="ui-rail-office">{office}</div>
      <ul>
        {items.map(({ id, label, icon: Drawn, count = 0, apart = false }) => (
          <li key={id} className={apart ? 'ui-rail-apart' : ''}>
            <button
              type="button"
              data-place={id}
              aria-current={id === at ? 'page' : undefined}
              onClick={() => onOpen(id)}
            >
              <Drawn size={20} aria-hidden />
              <span>{label}</span>
              {count > 0 && (
                <b className="ui-rail-count">
                  <span aria-hidden>{count}</span>
                  <span className="sr">{t('frame.count', { count })}</span>
                </b>
              )}
            </button>
          </li>
        ))}
      </ul>
      {children && <div className="ui-rail-guide scroll">{children}</div>}
      <div className="ui-rail-foot">
        {foot.map(line => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </nav>
  );
}
