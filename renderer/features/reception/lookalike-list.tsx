import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lookalike } from '#shared/case/lookalikes.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { EarlierChoice } from '#renderer/db/live/drafts.types.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import './lookalike-list.css';
import { LookalikeItem } from './lookalike-item.tsx';

/** More than these nobody reads while a person talks. */
const MOST = 3;

export interface LookalikeListProps {
  readonly found: readonly Lookalike[];
  readonly choice: EarlierChoice;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly onChoose: (choice: EarlierChoice) => void;
  readonly onLook: (id: CaseId) => void;
}

/** Those nobody has put aside yet. */
export const toConsider = (found: readonly Lookalike[], { notSame }: EarlierChoice): readonly Lookalike[] =>
  found.filter(({ matter }) => !notSame.includes(matter.id));

/** Earlier cases that look like the one being written down; nothing of it stops anybody. */
export function LookalikeList(props: LookalikeListProps): ReactNode {
  const { found, choice, procedure, language, onChoose, onLook } = props;
  const { t } = useTranslation('reception');
  const list = useRef<HTMLDivElement>(null);
  const considered = toConsider(found, choice);
  const { repeatOf, notSame } = choice;
  // What was chosen stays in sight, though what was typed since looks like something else.
  const away = repeatOf && !considered.slice(0, MOST).some(({ matter }) => matter.id === repeatOf.id);
  const putAside = (id: CaseId): void => {
    onChoose({
      ...(repeatOf === undefined || repeatOf.id === id ? {} : { repeatOf }),
      notSame: [...notSame, id],
    });
    // Its button is gone: whoever works by keys goes on from here.
    list.current?.focus();
  };
  return (
    <div className="lookalikes" ref={list} tabIndex={-1}>
      {away && (
        <div className="lookalike-acts">
          <span>{t('lookalikes.chosen', { number: repeatOf.number })}</span>
          <ActButton size="small" onClick={() => onChoose({ notSame })}>
            {t('lookalikes.unlink')}
          </ActButton>
        </div>
      )}
      {considered.length === 0 && !away && <p className="lookalike-about">{t('lookalikes.none')}</p>}
      <ul>
        {considered.slice(0, MOST).map((lookalike, nth) => {
          const { id, number } = lookalike.matter;
          const linked = repeatOf?.id === id;
          return (
            <LookalikeItem
              key={id}
              {...{ lookalike, nth, procedure, language, linked }}
              onLink={() => onChoose(linked ? { notSame } : { repeatOf: { id, number }, notSame })}
              onNotSame={() => putAside(id)}
              onLook={() => onLook(id)}
            />
          );
        })}
      </ul>
      {considered.length > MOST && (
        <p className="lookalike-about">{t('lookalikes.more', { count: considered.length - MOST })}</p>
      )}
      {notSame.length > 0 && (
        <ActButton
          size="small"
          rank="text"
          onClick={() => onChoose({ ...(repeatOf ? { repeatOf } : {}), notSame: [] })}
        >
          {t('lookalikes.again', { count: notSame.length })}
        </ActButton>
      )}
    </div>
  );
}
