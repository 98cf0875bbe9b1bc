import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundleId } from '#shared/core/ids.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';

/** Bundles whose files take up room on this PC though headquarters has them. */
export function useRemovable(): {
  readonly removable: readonly BundleId[];
  readonly removed: (bundle: BundleId) => void;
} {
  const { api } = useDesk();
  const { bundles } = useOpenDesk().office;
  const [removable, setRemovable] = useState<readonly BundleId[]>([]);
  useEffect(() => {
    let wanted = true;
    void api.bundles.removable().then(reply => {
      if (wanted && reply.ok) setRemovable(reply.value);
    });
    return () => {
      wanted = false;
    };
  }, [api, bundles]);
  return { removable, removed: bundle => setRemovable(before => before.filter(id => id !== bundle)) };
}

export interface RemoveBundleProps {
  readonly bundle: BundleId;
  readonly month: string;
  readonly onRemoved: (bundle: BundleId) => void;
}

/** Asked for, and asked about once: a file that has gone cannot be written to a drive again. */
export function RemoveBundle({ bundle, month, onRemoved }: RemoveBundleProps): ReactNode {
  const { t } = useTranslation('month');
  const { api } = useDesk();
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const remove = async (): Promise<void> => {
    setAsking(false);
    const reply = await api.bundles.remove({ bundle });
    if (reply.ok) onRemoved(bundle);
    else setFault(reply.error);
  };
  return (
    <>
      <ActButton rank="text" size="small" onClick={() => setAsking(true)}>
        {t('remove.act')}
      </ActButton>
      {fault && <FaultNotice title={t('notDone')} fault={fault} />}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('remove.title', { month })}
        acts={
          <>
            <ActButton rank="filled" data-autofocus onClick={() => setAsking(false)}>
              {t('remove.keep')}
            </ActButton>
            <ActButton onClick={() => void remove()}>{t('remove.do')}</ActButton>
          </>
        }
      >
        <p>{t('remove.what')}</p>
      </Dialog>
    </>
  );
}
