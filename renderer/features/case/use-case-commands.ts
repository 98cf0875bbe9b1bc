import { useTranslation } from 'react-i18next';
import type { CaseState } from '#shared/case/case.state.ts';
import { owedPapers } from '#shared/case/owed-papers.ts';
import type { PermittedStep } from '#shared/case/permitted.ts';
import { registrationForm } from '#shared/case/registration-form.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { isCaseForm } from '#shared/procedure/form.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';

export interface CaseCommandsSubject {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly steps: readonly PermittedStep[];
  /** A step is being taken, or the case corrected: Ctrl+Enter is for that. */
  readonly taking: boolean;
  readonly language: Language;
  readonly onChoose: (step: Step) => void;
  readonly onOpenPaper: (form: string) => void;
}

/** Whether somebody here may begin it; who must approve is asked on the way. */
export const canBegin = ({ obstacles }: PermittedStep): boolean =>
  obstacles.every(({ code }) => code === 'approval');

/** The step that is taken most from here. */
export const likelyOf = (steps: readonly PermittedStep[]): Step | undefined =>
  steps.filter(canBegin).findLast(({ step }) => step.likely)?.step;

/** Steps and papers of a case, which work where the side column is folded away too; gives the command of a step. */
export function useCaseCommands(subject: CaseCommandsSubject): (step: Step) => Command {
  const { procedure, state, steps, taking, language, onChoose, onOpenPaper } = subject;
  const { t } = useTranslation('case');
  const likely = likelyOf(steps);
  const commandOf = (step: Step): Command => ({
    ...{ id: `step-${step.id}`, name: inLanguage(step.name, language), group: 'here' },
    ...(step === likely && !taking ? { key: 'Ctrl+Enter' } : {}),
    run: () => onChoose(step),
  });
  const forms = procedure.forms.filter(isCaseForm);
  const [owed] = owedPapers(procedure, state);
  const usual = owed?.form ?? registrationForm(procedure, state.values);
  useCommands([
    ...steps.filter(canBegin).map(({ step }) => commandOf(step)),
    ...forms.map((form): Command => ({
      ...{ id: `paper-${form.id}`, name: t('printForm', { form: inLanguage(form.name, language) }) },
      ...{ key: form.id === usual ? 'Ctrl+P' : undefined, group: 'here' },
      run: () => onOpenPaper(form.id),
    })),
  ]);
  return commandOf;
}
