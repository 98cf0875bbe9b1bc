import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { AgeRecipient } from '#shared/bundle/bundle.formats.ts';
import type { SealedValue } from '#shared/bundle/sealed.schema.ts';
import { err, ok, type Result } from '#shared/core/result.ts';

export const newAgeIdentity = (): Promise<string> => generateX25519Identity();

export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity);

/** An identity file as `age-keygen` writes it. Keep it at mode 0600. */
export const identityFile = (identity: string, recipient: string, madeAt: string): string =>
  `# created: ${madeAt}\n# public key: ${recipient}\n${identity}\n`;

/** The identities of such a file; undefined when a line is neither a comment nor one. */
export function parseIdentityFile(text: string): readonly string[] | undefined {
  const lines = text.split(/\r?\n/).filter(line => line !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every(line => /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/.test(line))
    ? lines
    : undefined;
}

/** Whether something can be encrypted to this text; the checksum in it is looked at as well. */
export function isRecipient(text: string): boolean {
  if (!AgeRecipient.safeParse(text).success) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** A field for the sealed-identity key alone, as an armoured age file: `age -d -i sealed.agekey` opens it. */
export async function sealText(recipient: string, text: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(text));
}

export type SealedRefusal = 'sealed/broken' | 'sealed/wrong-key';

const bytesOf = (sealed: string): Uint8Array =>
  sealed.trimStart().startsWith('-----') ? armor.decode(sealed) : Buffer.from(sealed, 'base64');

export async function openSealed(
  identity: string,
  value: SealedValue | string,
): Promise<Result<string, SealedRefusal>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const sealed = typeof value === 'string' ? value : value.sealed;
    return ok(await decrypter.decrypt(bytesOf(sealed), 'text'));
  } catch (cause) {
    const stranger = cause instanceof Error && cause.message.startsWith('no identity matched');
    return err(stranger ? 'sealed/wrong-key' : 'sealed/broken');
  }
}
