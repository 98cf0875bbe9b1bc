/** What `bagit.txt` declares. */
export interface BagDeclaration {
  readonly major: number;
  readonly minor: number;
  /** As written. */
  readonly encoding: string;
}

/** The drafts that were in use before RFC 8493, and the RFC. */
const KNOWN = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'];

export const isKnownVersion = ({ major, minor }: BagDeclaration): boolean =>
  KNOWN.includes(`${major}.${minor}`);

/** Rules RFC 8493 made stricter hold from 1.0 on. */
export const isStrict = ({ major }: BagDeclaration): boolean => major >= 1;
