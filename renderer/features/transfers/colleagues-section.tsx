import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import './transfers.css';

/** The two cards of the refusal that asks which one holds; of their keys the ends. */
const OtherCard = z.object({
  ...{ code: z.string(), oldName: z.string(), newName: z.string() },
  ...{ oldSigning: z.string(), newSigning: z.string(), oldTransfer: z.string(), newTransfer: z.string() },
});
type OtherCard = z.infer<typeof OtherCard>;

interface QuestionProps {
  readonly card: OtherCard;
  readonly onReplace: () => void;
  readonly onKeep: () => void;
}

function Question({ card, onReplace, onKeep }: QuestionProps): ReactNode {
  const { t } = useTranslation('transfers');
  const lines = [
    ['name', card.oldName, card.newName],
    ['signing', card.oldSigning, card.newSigning],
    ['transfer', card.oldTransfer, card.newTransfer],
  ] as const;
  return (
    <Dialog
      open
      onClose={onKeep}
      title={t('other.title', { code: card.code })}
      acts={
        <>
          <ActButton rank="filled" data-autofocus onClick={onKeep}>
            {t('other.keep')}
          </ActButton>
          <ActButton onClick={onReplace}>{t('other.replace')}</ActButton>
        </>
      }
    >
      <p>{t('other.what')}</p>
      <table className="transfers-cards" aria-label={t('other.rows')}>
        <thead>
          <tr>
            <th scope="col">{t('other.row')}</th>
            <th scope="col">{t('other.old')}</th>
            <th scope="col">{t('other.new')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([line, old, read]) => (
            <tr key={line}>
              <th scope="row">{t(`other.${line}`)}</th>
              <td>{old}</td>
              <td>{old === read ? read : <b>{read}</b>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

/** 其他单位: whom cases are sent to and taken from, each known by its card. */
export function ColleaguesSection(): ReactNode {
  const { t } = useTranslation('transfers');
  const { api } = useDesk();
  const { office, me } = useOpenDesk();
  const { colleagues = [] } = office;
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [other, setOther] = useState<OtherCard | null>(null);
  const begin = (): void => {
    setBusy(true);
    setFault(null);
    setSaid(null);
    setOther(null);
  };
  const read = async (answer: 'read' | 'replace' | 'keep'): Promise<void> => {
    begin();
    const reply = await api.cards.importColleague({ answer });
    setBusy(false);
    if (reply.ok) {
      if (reply.value.name !== null) setSaid(t('colleagues.taken', { name: reply.value.name }));
      return;
    }
    const asked = OtherCard.safeParse(reply.error.detail);
    if (reply.error.code === 'transfers/other-colleague' && asked.success) setOther(asked.data);
    else setFault(reply.error);
  };
  const give = async (): Promise<void> => {
    begin();
    const reply = await api.cards.exportOffice();
    setBusy(false);
    if (!reply.ok) setFault(reply.error);
    else if (reply.value.path !== null) setSaid(t('colleagues.given', { path: reply.value.path }));
  };
  return (
    <section className="settings" aria-label={t('colleagues.title')}>
      <h2>{t('colleagues.title')}</h2>
      <p className="settings-quiet">{t('colleagues.note')}</p>
      {colleagues.length === 0 && <p>{t('colleagues.none')}</p>}
      <ul className="settings-people" aria-label={t('colleagues.title')}>
        {colleagues.map(({ card, at, by }) => (
          <li key={card.code}>
            <div className="settings-person">
              <strong>{card.name}</strong>
              <span className="num">{card.code}</span>
            </div>
            <p className="settings-quiet">{t('colleagues.line', { date: at.slice(0, 10), by })}</p>
          </li>
        ))}
      </ul>
      {me.roles.includes('administrator') ? (
        <p className="settings-acts">
          <ActButton busy={busy} onClick={() => void read('read')}>
            {t('colleagues.read')}
          </ActButton>
          <ActButton busy={busy} onClick={() => void give()}>
            {t('colleagues.give')}
          </ActButton>
        </p>
      ) : (
        <p className="settings-quiet">{t('colleagues.byAdministrator')}</p>
      )}
      <p role="status">{said !== null && <StatusText tone="ok">{said}</StatusText>}</p>
      {fault && <FaultNotice title={t('colleagues.notRead')} fault={fault} />}
      {other && (
        <Question card={other} onReplace={() => void read('replace')} onKeep={() => void read('keep')} />
      )}
    </section>
  );
}
