import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Transferred } from '#shared/case/case.events.ts';
import type { Language } from '#shared/core/text.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { PlaceActs } from './place-acts.tsx';
import { ReceivedSignatures } from './received-signatures.tsx';
import { useReceived } from './use-received.ts';

/** It was sent here: from whom, what was signed there on the screen, and the answer they get. */
export function CaseOrigin({
  transfer: id,
  from,
  number,
  language,
}: Transferred & { readonly language: Language }): ReactNode {
  const { t } = useTranslation('transfers');
  const desk = useDesk();
  const { transfer } = useReceived(id);
  return (
    <>
      <p>{t('origin.line', { from: from.name, number })}</p>
      {transfer && <ReceivedSignatures papers={transfer.papers} language={language} />}
      <PlaceActs label={t('answer.act')} write={to => desk.api.transfers.answer({ transfer: id, to })}>
        <p className="transfers-quiet">{t('answer.note', { from: from.name })}</p>
      </PlaceActs>
    </>
  );
}
