import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

/** Whether something was not as it should be when the ledger was opened, and nobody has read it yet. */
export function useTrouble(): boolean {
  const { trouble, brokenPacks } = useOpenDesk();
  return trouble !== null || brokenPacks.length > 0;
}

/** What was wrong, on a page of its own that must be read before the work goes on. */
export function TroubleNote({ onRead }: { readonly onRead: () => void }): ReactNode {
  const { t } = useTranslation('app');
  const desk = useDesk();
  const { trouble, brokenPacks } = useOpenDesk();
  const [pack] = brokenPacks;
  const read = (): void => {
    desk.dismissTrouble();
    onRead();
  };
  return (
    <>
      <PageHead
        title={t('trouble')}
        actions={
          <ActButton rank="filled" onClick={read}>
            {t('troubleRead')}
          </ActButton>
        }
      />
      <PageColumns>
        {trouble && (
          <FaultNotice
            title={t('trouble')}
            fault={{ code: trouble.code, detail: { ...trouble.detail, seq: trouble.seq } }}
          />
        )}
        {pack && (
          <FaultNotice
            title={t('brokenPack', { pack: pack.pack })}
            fault={{ code: 'packs/broken', detail: { place: `${pack.file}:${pack.line}` } }}
          />
        )}
      </PageColumns>
    </>
  );
}
