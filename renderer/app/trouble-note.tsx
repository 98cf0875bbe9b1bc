import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '#shared/core/text.ts';
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
  const { t, i18n } = useTranslation('app');
  const desk = useDesk();
  const { trouble, brokenPacks } = useOpenDesk();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
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
        {brokenPacks.map(({ pack, file, line, message }) => (
          <FaultNotice
            key={pack}
            title={t('brokenPack', { pack })}
            fault={{
              code: 'packs/broken',
              detail: { place: `${file}:${line}`, fault: inLanguage(message, language) },
            }}
          />
        ))}
      </PageColumns>
    </>
  );
}
