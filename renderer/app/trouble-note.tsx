import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

/** What was not as it should be when the ledger was opened; stays until it was read. */
export function TroubleNote(): ReactNode {
  const { t } = useTranslation('app');
  const desk = useDesk();
  const { trouble, brokenPacks } = useOpenDesk();
  const [pack] = brokenPacks;
  return (
    <>
      {trouble && (
        <FaultNotice
          title={t('trouble')}
          fault={{ code: trouble.code, detail: { seq: trouble.seq } }}
          acts={<ActButton onClick={desk.dismissTrouble}>{t('troubleRead')}</ActButton>}
        />
      )}
      {pack && (
        <FaultNotice
          title={t('brokenPack', { pack: pack.pack })}
          fault={{ code: 'pack/broken', detail: { place: `${pack.file}:${pack.line}` } }}
        />
      )}
    </>
  );
}
