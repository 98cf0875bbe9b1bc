import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskFault } from '#shared/ipc/result.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { ErrorNotice } from '#renderer/ui/notice/error-notice.tsx';
import { Progress } from '#renderer/ui/notice/progress.tsx';
import './sample.css';
import { useSample, type SampleWork } from './use-sample.ts';

/** What the sample office is, and the way to make, open and throw it away. */
export function SampleDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('sample');
  const work = useSample();
  const [removing, setRemoving] = useState(false);
  const leave = (): void => {
    if (work.progress) work.stop();
    else onClose();
  };
  return (
    <Dialog
      open
      onClose={leave}
      title={removing ? t('removing.title') : t('title')}
      width={36}
      acts={
        work.progress ? undefined : removing ? (
          <RemoveActs work={work} onDone={() => setRemoving(false)} />
        ) : (
          <Acts work={work} onClose={onClose} onRemove={() => setRemoving(true)} />
        )
      }
    >
      <div className="sample-words">
        {removing ? (
          <p>{t('removing.what')}</p>
        ) : (
          <>
            <p>{t('what')}</p>
            <p>{t('apart')}</p>
            <p>{t('noReal')}</p>
          </>
        )}
        {work.fault && <Trouble fault={work.fault} />}
        <p role="status">{work.stopped && t('stopped')}</p>
        {work.progress && (
          <Progress label={t('making')} {...work.progress} onCancel={work.stop} cancelWords={t('stop')} />
        )}
      </div>
    </Dialog>
  );
}

function Trouble({ fault }: { readonly fault: DeskFault }): ReactNode {
  const { t } = useTranslation('sample');
  const words = useFaultWords()(fault);
  const { what, kept, next, code } = words;
  return (
    <ErrorNotice
      {...{ title: t('notDone'), what, kept, next, code }}
      onCopy={() => navigator.clipboard.writeText(code)}
    />
  );
}

function Acts({
  work,
  onClose,
  onRemove,
}: {
  readonly work: SampleWork;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation('sample');
  return (
    <>
      {work.made ? (
        <ActButton rank="filled" data-autofocus onClick={() => void work.open()}>
          {t('open')}
        </ActButton>
      ) : (
        <ActButton rank="filled" data-autofocus onClick={() => void work.make()}>
          {t('make')}
        </ActButton>
      )}
      {work.made && <ActButton onClick={onRemove}>{t('remove')}</ActButton>}
      <ActButton onClick={onClose}>{t('notNow')}</ActButton>
    </>
  );
}

function RemoveActs({ work, onDone }: { readonly work: SampleWork; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation('sample');
  return (
    <>
      <ActButton rank="filled" onClick={() => void work.remove().then(onDone)}>
        {t('removing.act')}
      </ActButton>
      <ActButton data-autofocus onClick={onDone}>
        {t('removing.keep')}
      </ActButton>
    </>
  );
}
