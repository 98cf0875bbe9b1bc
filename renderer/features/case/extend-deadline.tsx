import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { extensionInWords } from '#shared/calendar/figure.words.ts';
import { ASKING_ROLES } from '#shared/case/approval.decide.ts';
import { isSameMatter } from '#shared/case/approval.matter.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { Clock } from '#shared/case/clocks.ts';
import { whyNotExtended } from '#shared/case/extension.decide.ts';
import type { Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ActWithReason } from './act-with-reason.tsx';

export interface ExtendDeadlineProps {
  readonly clock: Clock;
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly language: Language;
}

/** More time: granted by whoever may, asked for by whoever handles the case. */
export function ExtendDeadline({ clock, procedure, state, language }: ExtendDeadlineProps): ReactNode {
  const { t } = useTranslation('case');
  const { t: roles } = useTranslation('fault');
  const { me } = useOpenDesk();
  const { limit } = clock;
  const { extension } = limit;
  if (!extension || whyNotExtended(limit, procedure, state, [clock])) return null;
  const matter = { about: 'extension', limit: limit.id } as const;
  const role = roles(`role.${extension.role}`);
  if (me.roles.includes(extension.role))
    return (
      <ActWithReason
        id={state.id}
        form="extension"
        of={limit.id}
        words={t('extend')}
        command={reason => ({ type: 'extend-clock', limit: limit.id, reason })}
      />
    );
  if (state.asked.some(asked => isSameMatter(asked.matter, matter)))
    return <span className="case-deadline-original">{t('extensionAsked', { role })}</span>;
  if (!ASKING_ROLES.some(each => me.roles.includes(each))) return null;
  return (
    <ActWithReason
      id={state.id}
      form="extension"
      of={limit.id}
      procedure={procedure}
      words={t('askExtension')}
      command={reason => ({ type: 'ask-approval', matter, reason })}
    >
      <p>{t('extensionOf', { role, figure: extensionInWords(extension.amount, limit.unit, language) })}</p>
    </ActWithReason>
  );
}
