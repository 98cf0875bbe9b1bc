import path from 'node:path';

/** Where everything of one office lies, inside the profile and apart from the browser's own files. */
export interface Places {
  /** Everything below; moved into place as a whole when an office is founded. */
  readonly root: string;
  readonly office: string;
  readonly journal: string;
  readonly vault: string;
  readonly drafts: string;
  /** Files of cases while they come in. */
  readonly arrivals: string;
  /** Papers that were handed to a printer and of which nobody knows yet whether they came out. */
  readonly jobs: string;
  /** Sealed bundles, kept until a receipt for them was verified. */
  readonly outbox: string;
  readonly signingKey: string;
}

export const placesIn = (root: string): Places => ({
  root,
  office: path.join(root, 'office.json'),
  journal: path.join(root, 'journal'),
  vault: path.join(root, 'vault'),
  drafts: path.join(root, 'drafts'),
  arrivals: path.join(root, 'arrivals'),
  jobs: path.join(root, 'jobs'),
  outbox: path.join(root, 'outbox'),
  signingKey: path.join(root, 'signing.key'),
});

export const deskFolder = (profile: string): string => path.join(profile, 'desk');

/** Where an office is put together before its founding is confirmed; nothing in it was ever acknowledged. */
export const foundingFolder = (profile: string): string => path.join(profile, 'desk.founding');
