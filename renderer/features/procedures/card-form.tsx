import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_CARD_LETTERS } from '#shared/case/office.events.ts';
import type { OfficeCard } from '#shared/case/own-cards.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFormDraft } from '#renderer/db/live/use-form-draft.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EntryForm } from '#renderer/ui/entry-form/entry-form.tsx';

export interface CardFormProps {
  readonly card: OfficeCard;
  readonly language: Language;
  readonly onDone: () => void;
}

/** A card that the pack leaves to the office: a line of it on each line. */
export function CardForm({ card, language, onDone }: CardFormProps): ReactNode {
  const { t } = useTranslation('procedures');
  const desk = useDesk();
  const draft = useFormDraft(
    { form: 'card', of: `${card.pack} ${card.id}` },
    { text: card.own?.text ?? card.lines.map(line => inLanguage(line, language)).join('\n') },
  );
  const { text } = draft.texts;
  const [fault, setFault] = useState<AnyFault | null>(null);
  const write = async (own: string | null): Promise<void> => {
    const command = { type: 'write-card', pack: card.pack, card: card.id, text: own } as const;
    const done = await desk.submitOffice(command);
    if (!done.ok) {
      setFault(done.error);
      return;
    }
    await draft.drop();
    onDone();
  };
  const name = inLanguage(card.title, language);
  return (
    <EntryForm
      label={t('card.editOf', { name })}
      small
      leave={t('notNow')}
      onLeave={onDone}
      acts={
        <>
          <ActButton rank="filled" size="small" onClick={() => void write(text)}>
            {t('card.save')}
          </ActButton>
          {card.own && (
            <ActButton size="small" onClick={() => void write(null)}>
              {t('giveBack')}
            </ActButton>
          )}
        </>
      }
    >
      {fault && <FaultNotice title={t('notSaved')} fault={fault} />}
      <label>
        {t('card.text')}
        <textarea
          autoComplete="off"
          autoFocus
          rows={8}
          maxLength={MOST_CARD_LETTERS}
          value={text}
          onChange={event => draft.write({ text: event.currentTarget.value })}
        />
      </label>
    </EntryForm>
  );
}
