import { IconSquare, IconSquareCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDateTime } from '#shared/calendar/chinese-date.ts';
import type { OfficeCard } from '#shared/case/own-cards.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { GuidanceLine } from '#shared/procedure/guidance.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { CardForm } from './card-form.tsx';
import './guidance-cards.css';

export interface GuidanceCardsProps {
  readonly cards: readonly OfficeCard[];
  readonly language: Language;
  /** Whether what a line asks for stands in the form; undefined where the form does not ask it. */
  readonly isFilled?: ((by: readonly string[]) => boolean | undefined) | undefined;
}

/** What to ask, to say and never to say, for the eyes of the clerk: it is never printed and no part of the case. */
export function GuidanceCards({ cards, language, isFilled }: GuidanceCardsProps): ReactNode {
  return (
    <div className="guidance">
      {cards.map((card, index) => (
        <Card
          key={`${card.pack} ${card.id}`}
          card={card}
          language={language}
          isFilled={isFilled}
          first={index === 0}
        />
      ))}
    </div>
  );
}

interface CardProps extends Pick<GuidanceCardsProps, 'language' | 'isFilled'> {
  readonly card: OfficeCard;
  readonly first: boolean;
}

function Card({ card, language, isFilled, first }: CardProps): ReactNode {
  const { t } = useTranslation('procedures');
  const { me } = useOpenDesk();
  const [writing, setWriting] = useState(false);
  const title = inLanguage(card.title, language);
  const { own } = card;
  return (
    <details open={first}>
      <summary>
        {title} <small>{t(`card.${card.kind}`)}</small>
      </summary>
      {card.lines.length === 0 ? (
        <p className="guidance-empty">{t('card.empty')}</p>
      ) : (
        <ul className={`guidance-${card.kind}${card.lines.every(isNumbered) ? ' guidance-numbered' : ''}`}>
          {card.lines.map((line, index) => (
            // The office may write the same line twice.
            <Line key={`${index} ${line.zh}`} line={line} language={language} isFilled={isFilled} />
          ))}
        </ul>
      )}
      {own && (
        <p className="guidance-own">{t('card.own', { by: own.by, at: writtenDateTime(own.at, language) })}</p>
      )}
      {card.editable && me.roles.includes('administrator') && !writing && (
        <p className="guidance-own">
          <ActButton
            size="small"
            aria-label={t('card.editOf', { name: title })}
            onClick={() => setWriting(true)}
          >
            {t('card.edit')}
          </ActButton>
        </p>
      )}
      {writing && <CardForm {...{ card, language }} onDone={() => setWriting(false)} />}
    </details>
  );
}

/** The source numbers its steps itself: 1 问好. */
const isNumbered = ({ zh }: GuidanceLine): boolean => /^\d/.test(zh);

/** With a box where the form on the screen answers it. */
function Line({
  line,
  language,
  isFilled,
}: Pick<CardProps, 'language' | 'isFilled'> & { readonly line: GuidanceLine }): ReactNode {
  const { t } = useTranslation('procedures');
  const done = line.filled_by && isFilled?.(line.filled_by);
  if (done === undefined) return <li>{inLanguage(line, language)}</li>;
  return (
    <li className="guidance-tick">
      {done ? <IconSquareCheck size={18} aria-hidden /> : <IconSquare size={18} aria-hidden />}
      <span className="sr">{t(done ? 'card.asked' : 'card.notAsked')}</span>
      {inLanguage(line, language)}
    </li>
  );
}
