import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { USUAL_NETWORK, type NetworkSettings } from '#shared/outbox/network.settings.ts';
import { networkFrom, typedNetwork } from './typed-network.ts';

const typed = typedNetwork(USUAL_NETWORK);

describe('the delivery network as it is typed', () => {
  it('is read as it was shown', () => {
    const set: NetworkSettings = {
      ...{ offline: true, proxy: { kind: 'address', address: '10.0.0.8:3128' }, ca: null },
      ...{ mostKilobytes: 64, window: { from: '20:00', to: '06:30' } },
    };
    for (const each of [USUAL_NETWORK, set]) expect(expectOk(networkFrom(typedNetwork(each)))).toEqual(each);
  });

  it('takes a time of day as people write it', () => {
    const read = expectOk(networkFrom({ ...typed, from: '8:00', to: ' 20：30 ' }));
    expect(read.window).toEqual({ from: '08:00', to: '20:30' });
  });

  it('says which part cannot be', () => {
    const part = (change: object): unknown => networkFrom({ ...typed, ...change });
    expect(part({ proxy: 'address', address: '10.0.0.8' })).toMatchObject({ error: 'proxy' });
    expect(part({ from: '20:00' })).toMatchObject({ error: 'window' });
    expect(part({ from: '25:00', to: '06:00' })).toMatchObject({ error: 'window' });
    for (const most of ['快', '1.5', '7', '1e9'])
      expect(part({ most }), most).toMatchObject({ error: 'most' });
    expect(part({ ca: '不是证书' })).toMatchObject({ error: 'ca' });
  });
});
