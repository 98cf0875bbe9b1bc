import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './step-list.css';

export interface StepListProps {
  readonly steps: readonly { readonly id: string; readonly label: string }[];
  /** Index of the step in hand; the ones before it are done. */
  readonly at: number;
  /** Downwards beside a form, across under the head of a page. */
  readonly direction?: 'down' | 'across' | undefined;
  readonly label?: string | undefined;
}

export function StepList({ steps, at, direction = 'down', label }: StepListProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <ol className={`ui-steps ui-steps-${direction}`} aria-label={label ?? t('steps.label')}>
      {steps.map(({ id, label: words }, index) => {
        const state = index < at ? 'done' : index === at ? 'now' : 'ahead';
        return (
          <li key={id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="ui-steps-disc keep-colors" aria-hidden>
              {state === 'done' ? <IconCheck size={16} /> : index + 1}
            </span>
            <span>{words}</span>
            <span className="sr">{t(`steps.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
