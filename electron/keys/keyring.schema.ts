import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import { PersonId } from '#shared/core/ids.ts';

export const KEYRING_VERSION = 1;
const FORMAT = 'phoenix-desk/keyring';

const Bytes = z.base64().max(1024);

/** Bounds keep a changed file from asking for all the memory of the machine. */
const Kdf = z.strictObject({
  algorithm: z.literal('argon2id'),
  memoryKiB: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(64),
  lanes: z.int().min(1).max(16),
  salt: Bytes,
});

/** One holder's boxes: the data key, and the key of sealed identities if this holder may have it. */
const Wraps = z.strictObject({ data: Bytes, sealed: Bytes.optional() });

const PersonEntry = z.strictObject({
  id: PersonId,
  name: z.string().min(1).max(100),
  kdf: Kdf,
  wraps: Wraps,
});
export type PersonEntry = z.infer<typeof PersonEntry>;

const Keyring = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(KEYRING_VERSION),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  people: z.array(PersonEntry).min(1).max(500),
  recovery: z.strictObject({ salt: Bytes, wraps: Wraps.required() }),
});
export type Keyring = z.infer<typeof Keyring>;

const Versioned = z.looseObject({ format: z.literal(FORMAT), version: z.int().min(1), check: z.string() });

export type ParsedKeyring =
  | { readonly kind: 'keyring'; readonly keyring: Keyring }
  | { readonly kind: 'newer'; readonly version: number };

export const newKeyring = (parts: Omit<Keyring, 'format' | 'version'>): Keyring => ({
  format: FORMAT,
  version: KEYRING_VERSION,
  ...parts,
});

const checkOf = (keyring: object): string =>
  createHash('sha256').update(canonicalJson(keyring)).digest('hex');

/** With a checksum: a flipped bit in a box would otherwise look like a wrong passphrase for ever. */
export const keyringBytes = (keyring: object): Buffer =>
  Buffer.from(`${JSON.stringify({ ...keyring, check: checkOf(keyring) }, null, 1)}\n`);

/** Undefined when the file is damaged. The checksum is the same in every version. */
export function parseKeyring(bytes: Buffer): ParsedKeyring | undefined {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
  const versioned = Versioned.safeParse(json);
  if (!versioned.success) return undefined;
  const { check, ...rest } = versioned.data;
  if (checkOf(rest) !== check) return undefined;
  if (rest.version > KEYRING_VERSION) return { kind: 'newer', version: rest.version };
  const keyring = Keyring.safeParse(rest);
  return keyring.success ? { kind: 'keyring', keyring: keyring.data } : undefined;
}
