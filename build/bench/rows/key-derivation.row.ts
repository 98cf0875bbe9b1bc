import { randomBytes } from 'node:crypto';
import { ARGON2_COST, passphraseKey } from '#electron/keys/passphrase.kdf.ts';
import { alternate, timed } from '../measure.ts';
import type { Row } from '../row.ts';

/** Slow on purpose: what a guess of the passphrase costs whoever has stolen the machine. */
export const keyDerivation: Row = async ({ sizes }) => {
  const derive = () => passphraseKey('试填 口令 一二三', randomBytes(16), ARGON2_COST);
  const { ours } = await alternate({ ours: () => timed(derive) }, sizes.rounds);
  const { memoryKiB, passes } = ARGON2_COST;
  return [
    {
      work: `key from passphrase, Argon2id ${memoryKiB / 1024} MiB × ${passes}`,
      ms: ours,
      most: { ms: 1000 },
    },
  ];
};
