import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentAnswer } from '#shared/ipc/answers.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import { PlaceQuestion, useDrives, type PlaceDoubt } from '#renderer/features/drives/index.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';

export type WriteTo = InputOf<'transfers:write'>['to'];

export interface PlaceActsProps {
  /** What the acts are about, for the group they stand in. */
  readonly label: string;
  /** Nothing is written where it answers null: something is missing, and the form says what. */
  readonly write: (to: WriteTo) => Promise<Reply<SentAnswer>> | null;
  readonly onWritten?: (written: SentAnswer) => void;
  /** One of them is what is to be done next. */
  readonly next?: boolean;
  readonly children?: ReactNode;
}

/** It got there. */
export function Written({ written }: { readonly written: SentAnswer }): ReactNode {
  const { t } = useTranslation('transfers');
  return (
    <StatusText tone="ok">
      {written.drive ? t('place.pullOut', { label: written.drive.label }) : t('place.written')}
    </StatusText>
  );
}

/** Where something is written to: a drive that is plugged in, or a folder; and whether it got there. */
export function PlaceActs({ label, write, onWritten, next = false, children }: PlaceActsProps): ReactNode {
  const { t } = useTranslation('transfers');
  const { drives } = useDrives(false);
  const [busy, setBusy] = useState(false);
  const [doubt, setDoubt] = useState<PlaceDoubt | null>(null);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [written, setWritten] = useState<SentAnswer | null>(null);
  useHoldOpen(busy);
  const run = async (to: WriteTo): Promise<void> => {
    const writing = busy ? null : write(to);
    if (!writing) return;
    setBusy(true);
    setDoubt(null);
    setFault(null);
    setWritten(null);
    const reply = await writing;
    setBusy(false);
    if (!reply.ok) {
      setFault(reply.error);
      return;
    }
    setDoubt(reply.value.doubt ?? null);
    if (reply.value.path === undefined) return;
    setWritten(reply.value);
    onWritten?.(reply.value);
  };
  return (
    <div className="transfers-place" role="group" aria-label={label}>
      {children}
      {drives.map(({ volume, label: drive }, at) => (
        <ActButton
          key={volume}
          size="small"
          rank={next && at === 0 ? 'filled' : 'default'}
          busy={busy}
          onClick={() => void run({ kind: 'drive', volume })}
        >
          {t('place.drive', { label: drive })}
        </ActButton>
      ))}
      <ActButton
        size="small"
        rank={next && drives.length === 0 ? 'filled' : 'default'}
        busy={busy}
        onClick={() => void run({ kind: 'choose' })}
      >
        {t('place.choose')}
      </ActButton>
      <p role="status" className="transfers-written">
        {busy && t('place.busy')}
        {written && <Written written={written} />}
      </p>
      {fault && <FaultNotice title={t('place.notWritten')} fault={fault} />}
      {doubt && (
        <PlaceQuestion
          doubt={doubt}
          onAnyway={() => void run({ kind: 'anyway' })}
          onOther={() => void run({ kind: 'choose' })}
          onNot={() => setDoubt(null)}
        />
      )}
    </div>
  );
}
