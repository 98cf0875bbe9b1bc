import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/core/text.ts';
import { chapterStarts, manualPaper } from '#shared/documents/manual.paper.ts';
import type { ManualChapter } from '#shared/manual/manual.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { openPdf, SetPaperPage, type OpenPdf } from '#renderer/features/paper/index.ts';
import { BackButton } from '#renderer/ui/frame/back-button.tsx';
import { keyWords } from '#renderer/ui/command/command.keys.ts';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { keyOfCommand } from './manual.keys.ts';
import { useManual } from './use-manual.ts';

export interface ManualPaperPageProps {
  readonly onBack: () => void;
  readonly opens?: OpenPdf | undefined;
}

const printedKey = (command: string): string | undefined => {
  const key = keyOfCommand(command);
  return key === undefined ? undefined : keyWords(key);
};

/** The manual as one paper, in the language of the screen. */
export function ManualPaperPage({ onBack, opens = openPdf }: ManualPaperPageProps): ReactNode {
  const { t, i18n } = useTranslation('manual');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { chapters, fault } = useManual();
  const back = <BackButton onBack={onBack}>{t('backToManual')}</BackButton>;
  if (fault) return <FaultNotice title={t('notRead')} fault={fault} acts={back} />;
  if (!chapters) return <SkeletonLines count={10} height="row" />;
  return <Printed key={language} {...{ chapters, language, back, opens }} />;
}

interface PrintedProps {
  readonly chapters: readonly ManualChapter[];
  readonly language: Language;
  readonly back: ReactNode;
  readonly opens: OpenPdf;
}

function Printed({ chapters, language, back, opens }: PrintedProps): ReactNode {
  const { t } = useTranslation('manual');
  const { t: app } = useTranslation('app');
  const { boot } = useOpenDesk();
  const [subject] = useState({
    ...{ chapters, language, keyOf: printedKey },
    version: app('version', { version: boot.version }),
  });
  return (
    <SetPaperPage
      paper={manualPaper({ ...subject, starts: [] })}
      // Contents with pages are known only once it has been set.
      settle={pages =>
        manualPaper({
          ...subject,
          starts: chapterStarts(
            subject,
            pages.map(({ lines }) => lines),
          ),
        })
      }
      title={t('title')}
      fileName={t('fileName')}
      hint={t('notKept')}
      {...{ back, opens }}
    />
  );
}
