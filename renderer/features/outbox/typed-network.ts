import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { NetworkSettings } from '#shared/outbox/network.settings.ts';

/** The settings as they stand in the entries of the form. */
export interface TypedNetwork {
  readonly offline: boolean;
  readonly proxy: NetworkSettings['proxy']['kind'];
  readonly address: string;
  readonly from: string;
  readonly to: string;
  readonly most: string;
  readonly ca: string;
}

export const typedNetwork = (network: NetworkSettings): TypedNetwork => ({
  offline: network.offline,
  proxy: network.proxy.kind,
  address: network.proxy.kind === 'address' ? network.proxy.address : '',
  from: network.window?.from ?? '',
  to: network.window?.to ?? '',
  most: network.mostKilobytes === null ? '' : String(network.mostKilobytes),
  ca: network.ca ?? '',
});

export type NetworkPart = 'proxy' | 'window' | 'most' | 'ca';

const PARTS: Readonly<Record<string, NetworkPart>> = {
  ...{ proxy: 'proxy', window: 'window', mostKilobytes: 'most', ca: 'ca' },
};

/** 20：00 and 8:00 are times of day too. */
const time = (typed: string): string =>
  typed
    .trim()
    .replace('：', ':')
    .replace(/^(\d):/, '0$1:');

/** What was typed as settings, or which part of it cannot be. */
export function networkFrom(typed: TypedNetwork): Result<NetworkSettings, NetworkPart> {
  const from = time(typed.from);
  const to = time(typed.to);
  const most = typed.most.trim();
  const parsed = NetworkSettings.safeParse({
    offline: typed.offline,
    proxy:
      typed.proxy === 'address' ? { kind: 'address', address: typed.address.trim() } : { kind: typed.proxy },
    window: from === '' && to === '' ? null : { from, to },
    mostKilobytes: most === '' ? null : Number(most),
    ca: typed.ca.trim() === '' ? null : typed.ca,
  });
  if (parsed.success) return ok(parsed.data);
  return err(PARTS[String(parsed.error.issues[0]?.path[0])] ?? 'proxy');
}
