import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import { useCaseRows } from '#renderer/db/live/use-cases.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { AskFirst } from '#renderer/ui/dialog/ask-first.tsx';
import { draftKind } from './draft-words.ts';

export interface DraftRowsProps {
  readonly drafts: readonly Draft[];
  readonly today: PlainDate;
  readonly day: (date: PlainDate) => string;
  readonly onResume: (draft: Draft) => void;
}

/** Everything begun and not sent off: what kind, of which case, when the pen stopped; nothing of what was written. */
export function DraftRows({ drafts, today, day, onResume }: DraftRowsProps): ReactNode {
  const { t, i18n } = useTranslation('workbench');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const desk = useDesk();
  const { procedures } = useOpenDesk();
  const [asked, setAsked] = useState<Draft | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const dropped = useRef(false);
  useEffect(() => {
    // The button that had the focus is gone with its line.
    if (dropped.current && document.activeElement === document.body) {
      dropped.current = false;
      list.current?.querySelector<HTMLElement>('button')?.focus();
    }
  }, [drafts]);
  const cases = useCaseRows([
    ...new Set(drafts.flatMap(({ content }): readonly CaseId[] => (content.case ? [content.case] : []))),
  ]);
  const when = (at: Instant): string =>
    dateOf(at) === today
      ? t('drafts.stopped', { time: timeOf(at) })
      : t('drafts.stoppedOn', { date: day(dateOf(at)), time: timeOf(at) });
  const told = ({ content, savedAt }: Draft) => {
    const summary = content.case && cases?.get(content.case);
    const id = summary ? summary.procedure : content.procedure;
    const procedure = procedures.find(each => each.id === id);
    const name = procedure && inLanguage(procedure.name, language);
    return {
      kind: draftKind(content, procedure, language, t),
      of: summary ? summary.number : content.case ? '' : (name ?? ''),
      when: when(savedAt),
    };
  };
  const drop = (draft: Draft): void => {
    setAsked(null);
    dropped.current = true;
    void desk.drafts.remove(draft.id);
  };
  const question = asked && told(asked);
  return (
    <>
      <ul className="workbench-drafts" aria-label={t('drafts.title')} ref={list}>
        {drafts.map(draft => {
          const { kind, of, when: stopped } = told(draft);
          const name = [kind, of].filter(Boolean).join(' ');
          return (
            <li key={draft.id}>
              <strong>{kind}</strong>
              {of !== '' && <span className="num">{of}</span>}
              <small>{stopped}</small>
              <div className="workbench-draft-acts">
                <ActButton
                  size="small"
                  aria-label={t('drafts.resumeOf', { name })}
                  onClick={() => onResume(draft)}
                >
                  {t('drafts.resume')}
                </ActButton>
                <ActButton
                  size="small"
                  rank="text"
                  aria-label={t('drafts.dropOf', { name })}
                  onClick={() => setAsked(draft)}
                >
                  {t('drafts.drop')}
                </ActButton>
              </div>
            </li>
          );
        })}
      </ul>
      {asked && question && (
        <AskFirst
          title={t('drafts.dropTitle')}
          act={t('drafts.dropNow')}
          keep={t('drafts.keep')}
          onAct={() => drop(asked)}
          onKeep={() => setAsked(null)}
        >
          {t('drafts.dropWhat', {
            ...question,
            name: [question.kind, question.of].filter(Boolean).join(' '),
          })}
        </AskFirst>
      )}
    </>
  );
}
