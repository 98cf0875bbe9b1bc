import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkSettings } from '#shared/outbox/network.settings.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { NetworkForm } from './network-form.tsx';
import './outbox.css';

/** 报送网络 in the settings; not there in the sample office, from which nothing is sent. */
export function NetworkSection(): ReactNode {
  const { t } = useTranslation('outbox');
  const { api } = useDesk();
  const { me, office } = useOpenDesk();
  const [network, setNetwork] = useState<NetworkSettings>();
  const [changing, setChanging] = useState(false);
  useEffect(() => {
    let wanted = true;
    void api.outbox.network().then(reply => {
      if (wanted && reply.ok) setNetwork(reply.value);
    });
    return () => {
      wanted = false;
    };
  }, [api]);
  if (!network) return null;
  const address = office.headquarters?.address;
  return (
    <section className="settings outbox-network" aria-label={t('settings.title')}>
      <h2>{t('settings.title')}</h2>
      <p className="settings-quiet">{t('settings.note')}</p>
      <p>{address === undefined ? t('settings.noAddress') : t('settings.address', { address })}</p>
      <p>{factsOf(t, network).join(t('gap'))}</p>
      {me.roles.includes('administrator') ? (
        !changing && <ActButton onClick={() => setChanging(true)}>{t('settings.change')}</ActButton>
      ) : (
        <p className="settings-quiet">{t('settings.byAdministrator')}</p>
      )}
      {changing && (
        <NetworkForm
          network={network}
          onLeave={() => setChanging(false)}
          onSaved={saved => {
            setNetwork(saved);
            setChanging(false);
          }}
        />
      )}
    </section>
  );
}

function factsOf(
  t: ReturnType<typeof useTranslation<'outbox'>>['t'],
  { offline, proxy, window, mostKilobytes, ca }: NetworkSettings,
): readonly string[] {
  const proxyWords = { none: t('settings.proxyNone'), system: t('settings.proxySystem') };
  return [
    t(offline ? 'settings.lineOff' : 'settings.lineOn'),
    proxy.kind === 'address' ? proxy.address : proxyWords[proxy.kind],
    window === null ? t('settings.shown.allDay') : t('settings.shown.window', window),
    mostKilobytes === null ? t('settings.shown.free') : t('settings.shown.most', { amount: mostKilobytes }),
    ...(ca === null ? [] : [t('settings.hasCa')]),
  ];
}
