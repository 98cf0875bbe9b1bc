import { findAddress } from '#shared/outbox/address.rules.ts';
import type { NetworkSettings } from '#shared/outbox/network.settings.ts';
import { wayOf } from '#shared/outbox/proxy.rules.ts';
import type { Route } from './dial.ts';
import { LineFault } from './line.fault.ts';
import type { OutboxParts } from './outbox.ts';

/** What the system says how an address is reached, as a PAC file answers. */
export type ResolveProxy = (url: string) => Promise<string>;

async function proxyOf(
  { proxy }: NetworkSettings,
  address: URL,
  resolveProxy: ResolveProxy,
): Promise<string | undefined> {
  if (proxy.kind === 'none') return undefined;
  if (proxy.kind === 'address') return proxy.address;
  const way = await resolveProxy(address.href).then(wayOf, (cause: unknown) => {
    throw new LineFault('proxy', cause);
  });
  if (!way) throw new LineFault('proxy');
  return way.proxy;
}

export const routeWith =
  (resolveProxy: ResolveProxy): OutboxParts['connect'] =>
  async (card, settings): Promise<Route> => {
    const address = findAddress(card.address ?? '');
    if (!address) throw new LineFault('network');
    const ca = [card.ca, settings.ca].filter(text => text !== undefined && text !== null);
    return { address, pins: card.pins, ca, proxy: await proxyOf(settings, address, resolveProxy) };
  };
