import { hkdfSync } from 'node:crypto';
import { invariant } from '#shared/core/assert.ts';
import type { PersonId } from '#shared/core/ids.ts';

/** Where the rooms of the shell get their keys; nothing but this is handed to journal, vault and store. */
export interface SubkeySource {
  /** 32 bytes for one purpose, the same for the same label. A new copy, which the caller zeroes. */
  subkey(label: string): Buffer;
}

/**
 * The keys while a person is at work. What is given out are copies: zeroing the original at locking must never
 * leave somebody encrypting under a key of zeros. After `destroy` every call throws.
 */
export interface UnlockedKeys extends SubkeySource {
  readonly keyringId: string;
  readonly personId: PersonId;
  readonly name: string;
  /** Whether this person may open the identities of reporters. */
  readonly holdsSealed: boolean;
  dataKey(): Buffer;
  /** Undefined when the person does not hold it. */
  sealedKey(): Buffer | undefined;
  sealedSubkey(label: string): Buffer | undefined;
  destroy(): void;
}

export interface KeyMaterial {
  readonly data: Buffer;
  readonly sealed: Buffer | undefined;
}

/** Takes over the buffers of `material` and zeroes them in the end. */
export function unlockedKeys(
  who: Pick<UnlockedKeys, 'keyringId' | 'personId' | 'name'>,
  material: KeyMaterial,
): UnlockedKeys {
  let destroyed = false;
  const open = (): KeyMaterial => {
    invariant(!destroyed, 'the keys were used after locking');
    return material;
  };
  const sealedKey = (): Buffer | undefined => {
    const { sealed } = open();
    return sealed && Buffer.from(sealed);
  };
  return {
    keyringId: who.keyringId,
    personId: who.personId,
    name: who.name,
    holdsSealed: material.sealed !== undefined,
    dataKey: () => Buffer.from(open().data),
    sealedKey,
    subkey: label => derive(open().data, `data/${label}`),
    sealedSubkey: label => {
      const { sealed } = open();
      return sealed && derive(sealed, `sealed/${label}`);
    },
    destroy: () => {
      destroyed = true;
      material.data.fill(0);
      material.sealed?.fill(0);
    },
  };
}

const derive = (key: Buffer, label: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `phoenix-desk/1/${label}`, 32));
