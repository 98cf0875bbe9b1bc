import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { approvingRole } from '#shared/case/approval.matter.ts';
import { whyPointless } from '#shared/case/approval.decide.ts';
import type { AskedApproval, CaseState } from '#shared/case/case.state.ts';
import type { Clock } from '#shared/case/clocks.ts';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { useIdentity } from '#renderer/features/identity/index.ts';
import { ActWithReason } from './act-with-reason.tsx';
import { askedReason, matterInWords } from './approval-words.ts';
import { stepEntries } from './step-entries.ts';

export interface CaseAskedProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly clocks: readonly Clock[];
  readonly language: Language;
}

function Asked({ asked, ...props }: CaseAskedProps & { readonly asked: AskedApproval }): ReactNode {
  const { procedure, state, clocks, language } = props;
  const { t } = useTranslation('case');
  const { t: roles } = useTranslation('fault');
  const { t: secret } = useTranslation('identity');
  const { me } = useOpenDesk();
  const faultWords = useFaultWords();
  const what = matterInWords(asked.matter, { procedure, language, t });
  const { covered } = useIdentity(procedure, state);
  const wording = { procedure, language, t, covered: { fields: covered, words: secret('value') } };
  const entries = asked.matter.about === 'step' ? stepEntries(asked.matter, wording) : [];
  const role = approvingRole(procedure, asked.matter);
  const mayAnswer = role !== undefined && me.roles.includes(role);
  const pointless = whyPointless(asked.matter, procedure, state, clocks);
  const answer = (given: 'given' | 'refused', reason: string): CaseCommand => ({
    ...{ type: 'answer-approval', asked: asked.id, answer: given },
    ...(reason.trim() === '' ? {} : { reason }),
  });
  return (
    <div className="case-asked" role="group" aria-label={what}>
      <p>
        {t('asked.line', { person: asked.by.name, what, reason: askedReason(asked, { t, language }) })}
        {role !== undefined && !mayAnswer && t('asked.waits', { role: roles(`role.${role}`) })}
      </p>
      {entries.length > 0 && (
        <dl className="case-fields">
          {entries.map(({ key, label, words }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {pointless && <p>{t('asked.pointless', { why: faultWords(pointless, procedure).short })}</p>}
      {mayAnswer && (
        <div className="case-step-acts">
          {!pointless && (
            <ActWithReason
              id={state.id}
              form="approve"
              of={asked.id}
              procedure={procedure}
              rank="filled"
              words={t('asked.give', { what })}
              label={t('remark')}
              command={reason => answer('given', reason)}
            />
          )}
          <ActWithReason
            id={state.id}
            form="decline"
            of={asked.id}
            procedure={procedure}
            words={t('asked.refuse')}
            command={reason => answer('refused', reason)}
          />
        </div>
      )}
    </div>
  );
}

/** What waits for approval, before whoever may give it. */
export const CaseAsked = (props: CaseAskedProps): ReactNode =>
  props.state.asked.map(asked => <Asked key={asked.id} asked={asked} {...props} />);
