import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferAnswerTold, TransferTold } from '#shared/ipc/answers.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';

export interface TransfersToldProps {
  readonly transfers: readonly TransferTold[];
  readonly answers: readonly TransferAnswerTold[];
}

interface Refused {
  readonly code: FaultCode;
  readonly from: string;
}

/** Each reason once for every office it is about. */
const refusedOf = (told: readonly (TransferTold | TransferAnswerTold)[]): readonly Refused[] => {
  const found = new Map<string, Refused>();
  for (const { outcome, code, from = '' } of told)
    if (outcome === 'refused' && code !== undefined) found.set(`${code} ${from}`, { code, from });
  return [...found.values()];
};

/** Which cases of other offices came in, what became of those that were sent, and why one was not taken. */
export function TransfersTold({ transfers, answers }: TransfersToldProps): ReactNode {
  const { t } = useTranslation('transfers');
  const seen = [...transfers, ...answers].filter(({ outcome }) => outcome === 'seen').length;
  return (
    <>
      <div role="status" className="transfers-told">
        {transfers
          .filter(({ outcome }) => outcome === 'taken')
          .map(({ from = '', number = '' }) => (
            <StatusText key={`${from} ${number}`} tone="ok">
              {t('told.taken', { from, number })}
            </StatusText>
          ))}
        {answers.map(({ outcome, from = '', number = '', there = '' }) =>
          outcome === 'accepted' || outcome === 'returned' ? (
            <StatusText key={`${from} ${number}`} tone={outcome === 'accepted' ? 'ok' : 'soon'}>
              {t(`told.${outcome}`, { from, number, there })}
            </StatusText>
          ) : null,
        )}
        {seen > 0 && <StatusText>{t('told.seen', { count: seen })}</StatusText>}
      </div>
      {refusedOf([...transfers, ...answers]).map(({ code, from }) => (
        <FaultNotice key={`${code} ${from}`} title={t('told.refused')} fault={{ code, detail: { from } }} />
      ))}
    </>
  );
}
