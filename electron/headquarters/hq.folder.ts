import path from 'node:path';
import type { OfficeCode } from '#shared/core/ids.ts';

/** Where everything of a headquarters is. Only `keys/` is secret; `card` is for the offices. */
export const hqFolder = (dataDir: string) => ({
  card: path.join(dataDir, 'headquarters.json'),
  keys: path.join(dataDir, 'keys'),
  bundleKey: path.join(dataDir, 'keys', 'bundle.agekey'),
  sealedKey: path.join(dataDir, 'keys', 'sealed.agekey'),
  signingKey: path.join(dataDir, 'keys', 'signing.key'),
  signingPublicKey: path.join(dataDir, 'keys', 'signing.pub'),
  /** Enrolled offices and what was accepted from each; can be made again from `cards/` and `bundles/`. */
  ledger: path.join(dataDir, 'offices.json'),
  cards: path.join(dataDir, 'cards'),
  officeCard: (code: OfficeCode) => path.join(dataDir, 'cards', `${code}.json`),
  /** Bundles as they came: the truth about what was received. */
  bundles: path.join(dataDir, 'bundles'),
  officeBundles: (code: OfficeCode) => path.join(dataDir, 'bundles', code),
  /** Unpacked content of accepted bundles; can be made again. */
  staged: path.join(dataDir, 'staged'),
  receipts: path.join(dataDir, 'receipts'),
  /** Emptied whenever an import begins. */
  temporary: path.join(dataDir, 'tmp'),
  lock: path.join(dataDir, 'lock'),
});

export type HqFolder = ReturnType<typeof hqFolder>;
