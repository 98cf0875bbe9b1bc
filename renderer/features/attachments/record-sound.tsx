import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { clockWords, momentWords } from './size-words.ts';
import type { Recorder } from './use-recorder.ts';

/** The button that begins, beside the one that chooses files. */
export function BeginRecording({ recorder }: { readonly recorder: Recorder }): ReactNode {
  const { t } = useTranslation('attachments');
  const { t: ui } = useTranslation('ui');
  const desk = useDesk();
  const { phase, begin } = recorder;
  if (phase !== 'idle' && phase !== 'opening') return null;
  return (
    <ActButton
      size="small"
      busy={phase === 'opening'}
      onClick={() => void begin(t('record.name', { when: momentWords(ui, desk.now()) }))}
    >
      {t(phase === 'opening' ? 'record.opening' : 'record.begin')}
    </ActButton>
  );
}

/** What is being recorded, or why nothing is. */
export function RecordingBar({ recorder }: { readonly recorder: Recorder }): ReactNode {
  const { t } = useTranslation('attachments');
  const words = useFaultWords();
  const { phase, seconds, loudness, fault, pause, resume, stop } = recorder;
  const isRunning = phase === 'recording' || phase === 'paused' || phase === 'keeping';
  return (
    <>
      {fault && <p role="alert">{words(fault).short}</p>}
      {isRunning && (
        <div className="attach-recording" role="group" aria-label={t('record.bar')}>
          <p>
            <strong role="status">{t(`record.${phase}`)}</strong>{' '}
            <span className="num">{clockWords(seconds)}</span>{' '}
            {phase === 'recording' && t(`record.${loudness}`)}
          </p>
          <div className="attach-acts">
            <ActButton size="small" busy={phase === 'keeping'} onClick={phase === 'paused' ? resume : pause}>
              {t(phase === 'paused' ? 'record.resume' : 'record.pause')}
            </ActButton>
            <ActButton size="small" rank="filled" busy={phase === 'keeping'} onClick={stop}>
              {t('record.stop')}
            </ActButton>
          </div>
          <p className="attach-quiet">{t('record.safe')}</p>
        </div>
      )}
    </>
  );
}
