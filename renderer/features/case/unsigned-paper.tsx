import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ASKING_ROLES } from '#shared/case/approval.decide.ts';
import {
  CAUSE_NAMES,
  isSameMatter,
  UNSIGNED_CAUSES,
  UnsignedCause,
  WAIVES_SIGNATURES,
} from '#shared/case/approval.matter.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { standingPaper, waivedSignature } from '#shared/case/owed-papers.ts';
import { whyNotWaived } from '#shared/case/waiver.decide.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ActWithReason } from './act-with-reason.tsx';
import { waiverInWords } from './approval-words.ts';

export interface UnsignedPaperProps {
  /** Id of the form. */
  readonly form: string;
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly language: Language;
}

const FIRST_CAUSE: UnsignedCause = 'refuses';

/** That a paper went without signature and why, or the way to go on without one. */
export function UnsignedPaper({ form, procedure, state, language }: UnsignedPaperProps): ReactNode {
  const { t } = useTranslation('case');
  const { t: roles } = useTranslation('fault');
  const { me } = useOpenDesk();
  const waived = waivedSignature(state, form);
  if (waived) return <p className="case-paper-unsigned">{waiverInWords(waived, { t, language })}</p>;
  const document = standingPaper(state, form)?.id;
  if (document === undefined || whyNotWaived({ document }, procedure, state)) return null;
  const matter = { about: 'unsigned', document, form, cause: FIRST_CAUSE } as const;
  const approves = me.roles.includes(WAIVES_SIGNATURES);
  if (!approves && state.asked.some(asked => isSameMatter(asked.matter, matter)))
    return (
      <p className="case-paper-unsigned">
        {t('unsigned.waits', { role: roles(`role.${WAIVES_SIGNATURES}`) })}
      </p>
    );
  if (!approves && !ASKING_ROLES.some(role => me.roles.includes(role))) return null;
  return (
    <ActWithReason
      id={state.id}
      form="unsigned"
      of={document}
      procedure={procedure}
      words={t(approves ? 'unsigned.act' : 'unsigned.ask')}
      command={(reason, chosen) => {
        const cause = UnsignedCause.parse(chosen);
        return approves
          ? { type: 'waive-signature', document, cause, reason }
          : { type: 'ask-approval', matter: { ...matter, cause }, reason };
      }}
      choice={{
        label: t('unsigned.causeLabel'),
        options: UNSIGNED_CAUSES.map(id => ({ id, name: inLanguage(CAUSE_NAMES[id], language) })),
        first: FIRST_CAUSE,
      }}
    />
  );
}
