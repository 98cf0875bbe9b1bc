import { z } from 'zod';

/** SHA-256 in lower-case hexadecimal, as `sha256sum` prints it. */
export const Sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in lower-case hexadecimal');

/** An age X25519 recipient (https://age-encryption.org/v1). */
export const AgeRecipient = z
  .string()
  .regex(/^age1[02-9ac-hj-np-z]{58}$/, 'not an age recipient of the form age1…');

/** A minisign public key as its one base64 line: 2 bytes `Ed`, 8 bytes of key id, 32 bytes of key. */
export const MinisignPublicKeyText = z
  .string()
  .regex(/^RW[QRST][A-Za-z0-9+/]{53}$/, 'not a minisign public key of the form RW…');

/** The major version of the case bundle this program writes, and the newest one it reads. */
export const BUNDLE_FORMAT_MAJOR = 1;
export const BUNDLE_FORMAT = '1.0';

/** A name of an office or a headquarters: one line, since it stands in bag-info.txt and on the console. */
export const PlainName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\s\p{C}](?:[^\p{C}\p{Zl}\p{Zp}]*[^\s\p{C}])?$/u, 'not a name on one line');

/** One paragraph or several; nothing that steers a terminal or turns the direction of writing. */
export const plainText = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^(?:[^\p{C}\p{Zl}\p{Zp}]|\n)+$/u, 'a text holds no control characters')
    .refine(text => text.trim() !== '', { error: 'a text says something' });
