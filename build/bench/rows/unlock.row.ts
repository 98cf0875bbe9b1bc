import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { ARGON2_COST, passphraseKey } from '#electron/keys/passphrase.kdf.ts';
import { alternate, timed } from '../measure.ts';
import { inProgram } from '../program/runtime.ts';
import { sampleProfile } from '#electron/e2e/sample-profile.ts';
import { startDesk } from '../program/starts.ts';

/** In a program just started: the first unlocking of the day, which reads the packs too and draws the first page. */
export const unlock = inProgram('unlock', async ({ sizes, folder }) => {
  const cases = sizes.cases.at(-1) ?? 0;
  const profile = path.join(folder, 'profile');
  await sampleProfile(profile, cases, ARGON2_COST);
  await startDesk(profile);
  const { whole, keys } = await alternate(
    {
      whole: async () => (await startDesk(profile)).toDesk,
      keys: () => timed(() => passphraseKey('试填 口令 一二三', randomBytes(16), ARGON2_COST)),
    },
    sizes.starts,
  );
  return [
    { work: `unlock, ${cases} cases, to the first page`, ms: whole, most: { ms: 2000 } },
    { work: 'of which the key from the passphrase', ms: keys, most: { ms: 1000 } },
  ];
});
