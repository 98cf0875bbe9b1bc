import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { Progress } from '#renderer/ui/notice/progress.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import './import-page.css';
import { PastImports } from './past-imports.tsx';
import { PreviewRows } from './preview-rows.tsx';
import type { Importing } from './use-importing.ts';

export interface ImportPageProps {
  readonly importing: Importing;
  readonly procedures: readonly Procedure[];
  readonly onBack: () => void;
}

function Step({ importing, procedures, onBack }: ImportPageProps): ReactNode {
  const { t, i18n } = useTranslation('import');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { stage } = importing;
  switch (stage.at) {
    case 'choose':
      return (
        <>
          <ChooseFile
            {...{ procedures, language, reading: stage.reading, fault: stage.fault }}
            onFile={(file, procedure) => void importing.choose(file, procedure)}
          />
          <PastImports />
        </>
      );
    case 'mapping':
      return <ColumnMapping {...{ reading: stage.reading, fault: stage.fault, language, importing }} />;
    case 'preview':
      return null;
    case 'running':
      return (
        <section className="import-part" aria-label={t('running.title')}>
          <Progress
            label={stage.stopping ? t('running.stopping') : t('running.title')}
            done={stage.done}
            total={stage.total}
            words={t('running.words', { done: stage.done, total: stage.total })}
            {...(stage.stopping ? {} : { onCancel: importing.stop })}
          />
        </section>
      );
    case 'result':
      return <ImportOutcome result={stage.result} onCases={onBack} onAgain={importing.again} />;
  }
}

/** 导入旧台账: from a file to cases, with nothing written before everything was seen. */
export function ImportPage(props: ImportPageProps): ReactNode {
  const { importing, onBack } = props;
  const { t, i18n } = useTranslation('import');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { me } = useOpenDesk();
  const { stage } = importing;
  const head = (
    <PageHead
      title={t('title')}
      sub={t('sub')}
      above={
        <ActButton size="small" rank="text" icon={<IconArrowLeft size={18} aria-hidden />} onClick={onBack}>
          {t('back')}
        </ActButton>
      }
    />
  );
  if (!me.roles.includes('records-officer'))
    return (
      <>
        {head}
        <EmptyState title={t('byRecordsOfficer')} nearby={t('byRecordsOfficerNext')} />
      </>
    );
  if (stage.at === 'preview')
    return (
      <>
        {head}
        <PageColumns padded={false}>
          <PreviewRows {...{ reading: stage.reading, rows: stage.rows, language, importing }} />
        </PageColumns>
      </>
    );
  return (
    <>
      {head}
      <PageColumns>
        <div className="import-page">
          <Step {...props} />
        </div>
      </PageColumns>
    </>
  );
}
