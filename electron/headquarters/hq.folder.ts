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
  /** Orders to the offices, signed: what was asked. Whether it was answered stands in their bundles. */
  orders: path.join(dataDir, 'orders'),
  officeOrders: (code: OfficeCode) => path.join(dataDir, 'orders', code),
  /** Emptied whenever an import begins. */
  temporary: path.join(dataDir, 'tmp'),
  lock: path.join(dataDir, 'lock'),
  /** What lets each office in at the receiver; only a hash of it. */
  tokens: path.join(dataDir, 'tokens'),
  officeToken: (code: OfficeCode) => path.join(dataDir, 'tokens', `${code}.json`),
  /** The card as one office gets it, with its token. To be handed over and then deleted. */
  handedCards: path.join(dataDir, 'cards-to-hand-over'),
  handedCard: (code: OfficeCode) => path.join(dataDir, 'cards-to-hand-over', `${code}.headquarters.json`),
  /** Bundles while they come in over the network. */
  uploads: path.join(dataDir, 'uploads'),
  /** Why an upload was not taken in, where no receipt could be signed. */
  notTaken: path.join(dataDir, 'uploads-not-taken'),
});

export type HqFolder = ReturnType<typeof hqFolder>;
