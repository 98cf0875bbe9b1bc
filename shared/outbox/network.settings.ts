import { z } from 'zod';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day');

/** When bundles may be sent, in civil time; `from` after `to` goes over midnight, both the same is the whole day. */
export const SendWindow = z.strictObject({ from: TimeOfDay, to: TimeOfDay }).readonly();
export type SendWindow = z.infer<typeof SendWindow>;

const isPort = (port: number): boolean => port > 0 && port < 65_536;

/** `host:port` of a proxy that passes TLS through. Without a passphrase: it would lie here in clear. */
const ProxyAddress = z
  .string()
  .regex(/^(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]):\d{1,5}$/, 'not a host with a port')
  .refine(text => isPort(Number(text.slice(text.lastIndexOf(':') + 1))), 'not a port');

/** Some certificates at most. */
const MOST_CA = 64 * 1024;

export const CaText = z
  .string()
  .max(MOST_CA)
  .regex(
    /^\s*(?:-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/,
    'no certificate',
  );

/** 报送网络: how this PC goes to the headquarters. Where it goes stands on the card of the headquarters alone. */
export const NetworkSettings = z
  .strictObject({
    /** Somebody said that nothing is to go out, whatever the network says. */
    offline: z.boolean().default(false),
    proxy: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('none') }),
        z.strictObject({ kind: z.literal('system') }),
        z.strictObject({ kind: z.literal('address'), address: ProxyAddress }),
      ])
      .default({ kind: 'none' }),
    /** Of an authority that neither the system nor the card knows. */
    ca: CaText.nullable().default(null),
    /** Kilobytes a second; null is as fast as the line is. */
    mostKilobytes: z.int().min(8).max(1_000_000).nullable().default(null),
    window: SendWindow.nullable().default(null),
  })
  .readonly();
export type NetworkSettings = z.infer<typeof NetworkSettings>;

export const USUAL_NETWORK: NetworkSettings = NetworkSettings.parse({});
