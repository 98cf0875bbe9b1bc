import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkSettings } from '#shared/outbox/network.settings.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EntryForm } from '#renderer/ui/entry-form/entry-form.tsx';
import { TickChoice } from '#renderer/ui/paper-form/tick-choice.tsx';
import { networkFrom, typedNetwork, type NetworkPart, type TypedNetwork } from './typed-network.ts';

export interface NetworkFormProps {
  readonly network: NetworkSettings;
  readonly onSaved: (network: NetworkSettings) => void;
  readonly onLeave: () => void;
}

export function NetworkForm({ network, onSaved, onLeave }: NetworkFormProps): ReactNode {
  const { t } = useTranslation('outbox');
  const { api } = useDesk();
  const [typed, setTyped] = useState(() => typedNetwork(network));
  const [wrong, setWrong] = useState<NetworkPart | null>(null);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const change = (to: Partial<TypedNetwork>): void => setTyped({ ...typed, ...to });

  const save = async (): Promise<void> => {
    const read = networkFrom(typed);
    setFault(null);
    setWrong(read.ok ? null : read.error);
    if (!read.ok) return;
    const reply = await api.outbox.setNetwork({ network: read.value });
    if (reply.ok) onSaved(reply.value);
    else setFault(reply.error);
  };
  const entry = (part: NetworkPart, name: 'address' | 'from' | 'to' | 'most', words: string): ReactNode => (
    <label>
      {words}
      <input
        autoComplete="off"
        aria-invalid={wrong === part}
        value={typed[name]}
        onChange={event => change({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <EntryForm
      label={t('settings.change')}
      leave={t('settings.notNow')}
      onLeave={onLeave}
      acts={
        <ActButton rank="filled" onClick={() => void save()}>
          {t('settings.save')}
        </ActButton>
      }
    >
      <TickChoice
        label={t('settings.line')}
        options={[
          { value: 'on', label: t('settings.lineOn') },
          { value: 'off', label: t('settings.lineOff') },
        ]}
        value={typed.offline ? 'off' : 'on'}
        onValueChange={value => value !== null && change({ offline: value === 'off' })}
      />
      <TickChoice
        label={t('settings.proxy')}
        options={[
          { value: 'none', label: t('settings.proxyNone') },
          { value: 'system', label: t('settings.proxySystem') },
          { value: 'address', label: t('settings.proxyAddress') },
        ]}
        value={typed.proxy}
        onValueChange={value => value !== null && change({ proxy: value as TypedNetwork['proxy'] })}
      />
      {typed.proxy === 'address' && entry('proxy', 'address', t('settings.proxyAt'))}
      {entry('window', 'from', t('settings.from'))}
      {entry('window', 'to', t('settings.to'))}
      {entry('most', 'most', t('settings.most'))}
      <label>
        {t('settings.ca')}
        <textarea
          autoComplete="off"
          spellCheck={false}
          aria-invalid={wrong === 'ca'}
          value={typed.ca}
          onChange={event => change({ ca: event.currentTarget.value })}
        />
      </label>
      {wrong !== null && (
        <p role="alert" className="settings-wrong">
          {t(`settings.bad.${wrong}`)}
        </p>
      )}
      {fault && <FaultNotice title={t('settings.notSaved')} fault={fault} />}
    </EntryForm>
  );
}
