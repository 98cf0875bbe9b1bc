import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDay } from '#shared/calendar/chinese-date.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { EscalationFinding } from '#shared/case/escalation.ts';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

export interface CaseLadderProps {
  readonly state: CaseState;
  readonly escalation: EscalationFinding;
  readonly language: Language;
}

/** How far up a case has gone, who took it on, and when it goes further. */
export function CaseLadder({ state, escalation, language }: CaseLadderProps): ReactNode {
  const { t } = useTranslation('case');
  const desk = useDesk();
  const spoken = (at: Instant): string => `${writtenDay(dateOf(at), language)} ${timeOf(at)}`;
  const { reached, next } = escalation;
  return (
    <ul className="case-ladder">
      {reached.map(({ level, reachedAt, takenAt }) => (
        <li key={level.id}>
          <strong>{inLanguage(level.to, language)}</strong>{' '}
          {takenAt
            ? t('ladder.taken', { at: spoken(takenAt) })
            : t('ladder.reached', { at: spoken(reachedAt) })}
          {!takenAt && (
            <ActButton
              size="small"
              onClick={() => void desk.submitCase(state.id, { type: 'take-escalation', level: level.id })}
            >
              {t('ladder.take')}
            </ActButton>
          )}
        </li>
      ))}
      {next?.counted.due && (
        <li>{t('ladder.next', { to: inLanguage(next.level.to, language), at: spoken(next.counted.due) })}</li>
      )}
    </ul>
  );
}
