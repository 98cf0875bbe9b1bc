import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedApproval, CaseState } from '#shared/case/case.state.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { findStep } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { ActWithReason } from './act-with-reason.tsx';

export interface CaseAskedProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly language: Language;
}

/** Steps that wait for approval, before whoever may give it. */
export function CaseAsked({ procedure, state, language }: CaseAskedProps): ReactNode {
  const { t } = useTranslation('case');
  const { t: roles } = useTranslation('fault');
  const { me } = useOpenDesk();
  const desk = useDesk();
  const faultWords = useFaultWords();
  const [fault, setFault] = useState<AnyFault | null>(null);
  const give = async (asked: AskedApproval): Promise<void> => {
    const done = await desk.submitCase(state.id, {
      type: 'answer-approval',
      asked: asked.id,
      answer: 'given',
    });
    setFault(done.ok ? null : done.error);
  };
  return (
    <>
      {state.asked.map(asked => {
        const step = findStep(procedure, asked.step);
        const role = step?.approval;
        const name = step ? inLanguage(step.name, language) : asked.step;
        return (
          <div key={asked.id} className="case-asked">
            <p>
              {t('asked.line', { person: asked.by.name, step: name, reason: asked.reason })}
              {role !== undefined &&
                !me.roles.includes(role) &&
                t('asked.waits', { role: roles(`role.${role}`) })}
            </p>
            {role !== undefined && me.roles.includes(role) && (
              <div className="case-step-acts">
                <ActButton size="small" rank="filled" onClick={() => void give(asked)}>
                  {t('asked.give', { step: name })}
                </ActButton>
                <ActWithReason
                  id={state.id}
                  words={t('asked.refuse')}
                  command={reason => ({
                    type: 'answer-approval',
                    asked: asked.id,
                    answer: 'refused',
                    reason,
                  })}
                />
              </div>
            )}
          </div>
        );
      })}
      {fault && <p role="alert">{faultWords(fault, procedure).short}</p>}
    </>
  );
}
