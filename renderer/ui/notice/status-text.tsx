import { IconAlertTriangle, IconCheck, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './status-text.css';

export interface StatusTextProps {
  readonly tone?: 'plain' | 'ok' | 'soon' | 'over' | undefined;
  /** Spoken when it changes. */
  readonly live?: boolean | undefined;
  readonly children: ReactNode;
}

const SIGNS = { ok: IconCheck, soon: IconAlertTriangle, over: IconCircleX } as const;

/** A fact with its sign: ✓ 已收讫. The colour only repeats what sign and words say. */
export function StatusText({ tone = 'plain', live = false, children }: StatusTextProps): ReactNode {
  const { t } = useTranslation('ui');
  const Sign = tone === 'plain' ? undefined : SIGNS[tone];
  return (
    <span className={`ui-status ui-status-${tone}`} role={live ? 'status' : undefined}>
      {Sign !== undefined && tone !== 'plain' && (
        <Sign size={18} role="img" aria-label={t(`status.${tone}`)} />
      )}
      <span>{children}</span>
    </span>
  );
}
