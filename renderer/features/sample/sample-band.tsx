import { IconSchool } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useDeskState } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import './sample.css';

/** Above every screen of the sample office, and in the title of its window: nobody takes it for the real one. */
export function SampleBand(): ReactNode {
  const state = useDeskState();
  // A screen of trouble knows no more which office this is; a window never changes it.
  const [here, setHere] = useState(false);
  if (!here && 'boot' in state && state.boot.sample.here) setHere(true);
  return here ? <Band /> : null;
}

function Band(): ReactNode {
  const { t } = useTranslation('sample');
  const desk = useDesk();
  const [removing, setRemoving] = useState(false);
  const title = t('windowTitle');

  useEffect(() => {
    document.documentElement.dataset['office'] = 'sample';
    document.title = title;
  }, [title]);

  const leave = async (): Promise<void> => {
    await desk.lock();
    await desk.api.sample.leave();
  };
  const remove = async (): Promise<void> => {
    await desk.lock();
    await desk.api.sample.remove();
  };
  return (
    <>
      <section className="sample-band keep-colors" aria-label={t('label')}>
        <IconSchool size={20} aria-hidden />
        <span className="clip">{t('band')}</span>
        <ActButton size="small" onClick={() => void leave()}>
          {t('leave')}
        </ActButton>
        <ActButton size="small" onClick={() => setRemoving(true)}>
          {t('remove')}
        </ActButton>
      </section>
      {removing && (
        <Dialog
          open
          onClose={() => setRemoving(false)}
          title={t('removing.title')}
          width={32}
          acts={
            <>
              <ActButton rank="filled" onClick={() => void remove()}>
                {t('removing.act')}
              </ActButton>
              <ActButton data-autofocus onClick={() => setRemoving(false)}>
                {t('removing.keep')}
              </ActButton>
            </>
          }
        >
          <p>{t('removing.what')}</p>
        </Dialog>
      )}
    </>
  );
}
