import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import type { UnfinishedRecording } from '#shared/ipc/answers.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { momentWords, sizeWords } from './size-words.ts';
import { attach } from './use-arrivals.ts';

/** Recordings of a case that were cut off by a crash or by locking: as far as they came they are here. */
export function CutOffRecordings({ id }: { readonly id: CaseId }): ReactNode {
  const { t } = useTranslation('attachments');
  const { t: ui } = useTranslation('ui');
  const desk = useDesk();
  const words = useFaultWords();
  const [found, setFound] = useState<readonly UnfinishedRecording[]>([]);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const { api } = desk;

  useEffect(() => {
    let wanted = true;
    void api.attachments.unfinished({ owner: id }).then(answer => {
      if (wanted && answer.ok) setFound(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, [api, id]);

  const done = (upload: string): void => setFound(before => before.filter(each => each.upload !== upload));
  const keep = async ({ upload, name }: UnfinishedRecording): Promise<void> => {
    const kept = await api.attachments.finish({ upload });
    const attached = kept.ok ? await attach(desk, id, name, { ...kept.value, upload }) : kept;
    setFault(attached.ok ? null : attached.error);
    if (attached.ok || attached.error.code === 'case/attachment-there') done(upload);
  };
  const drop = async ({ upload }: UnfinishedRecording): Promise<void> => {
    const dropped = await api.attachments.drop({ upload });
    setFault(dropped.ok ? null : dropped.error);
    if (dropped.ok) done(upload);
  };

  return (
    <>
      {fault && <p role="alert">{words(fault).short}</p>}
      {found.map(recording => (
        <div key={recording.upload} className="attach-recording" role="group" aria-label={t('cutOff.title')}>
          <p>
            {t('cutOff.told', {
              when: momentWords(ui, recording.begun),
              size: sizeWords(t, recording.bytes),
            })}
          </p>
          <div className="attach-acts">
            <ActButton size="small" rank="filled" onClick={() => void keep(recording)}>
              {t('cutOff.keep')}
            </ActButton>
            <ActButton size="small" onClick={() => void drop(recording)}>
              {t('cutOff.drop')}
            </ActButton>
          </div>
        </div>
      ))}
    </>
  );
}
