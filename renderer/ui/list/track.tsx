import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './track.css';

export interface TrackStep {
  /** 打印 2 份, 送达, 签回; for what is awaited with its days: 等签回，已 18 天 */
  readonly label: string;
  readonly state: 'done' | 'waiting' | 'open';
}

/** Where a paper stands: boxes in a line, filled, or dashed and bold where it is waited for. */
export function Track({ steps }: { readonly steps: readonly TrackStep[] }): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <ol className="ui-track">
      {steps.map(({ label, state }) => (
        <li key={label} data-state={state}>
          <span className="ui-track-box keep-colors" aria-hidden>
            {state === 'done' && <IconCheck size={14} />}
          </span>
          {label}
          <span className="sr">{t(`track.${state}`)}</span>
        </li>
      ))}
    </ol>
  );
}
