import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PermittedStep } from '#shared/case/permitted.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { useObstacleWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { canBegin, likelyOf } from './use-case-commands.ts';

export interface NextStepsProps {
  readonly steps: readonly PermittedStep[];
  readonly language: Language;
  readonly commandOf: (step: Step) => Command;
  /** A step is being taken, or the case corrected: that has the filled button then. */
  readonly taking: boolean;
  /** Steps for which something is written that was not taken yet. */
  readonly begun: readonly string[];
}

/** What the procedure allows from here: the likely step big, the others in a grid, and who else must act. */
export function NextSteps({ steps, language, commandOf, taking, begun }: NextStepsProps): ReactNode {
  const { t } = useTranslation('case');
  const { t: words } = useTranslation('fault');
  const obstacleWords = useObstacleWords();
  const open = steps.filter(canBegin).map(({ step }) => step);
  const likely = likelyOf(steps);
  const others = open.filter(step => step !== likely);
  const waiting = steps.filter(each => !canBegin(each));
  if (steps.length === 0) return <p>{t('noSteps')}</p>;
  return (
    <div className="case-next">
      {likely && (
        <ActButton
          rank={taking ? 'default' : 'filled'}
          size="big"
          command={commandOf(likely)}
          detail={likely.effect && inLanguage(likely.effect, language)}
        />
      )}
      <div className="case-next-grid">
        {others.map(step => (
          <ActButton key={step.id} command={commandOf(step)} />
        ))}
      </div>
      {open
        .filter(({ id }) => !taking && begun.includes(id))
        .map(step => (
          <p key={step.id} className="case-next-waiting">
            {t('stepBegun', { step: inLanguage(step.name, language) })}
          </p>
        ))}
      {waiting.map(({ step, obstacles }) => (
        <p key={step.id} className="case-next-waiting">
          {t('waiting', {
            step: inLanguage(step.name, language),
            why: obstacles.map(obstacleWords).join(words('list')),
          })}
        </p>
      ))}
    </div>
  );
}
