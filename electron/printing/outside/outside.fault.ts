/** Why a file from outside is not taken in. */
export type OutsideCode =
  | 'papers/outside-kind'
  | 'papers/outside-empty'
  | 'papers/outside-too-large'
  | 'papers/outside-damaged'
  | 'papers/outside-encrypted'
  | 'papers/outside-no-pages'
  | 'papers/outside-too-many-pages'
  | 'papers/outside-active'
  | 'papers/outside-attachment'
  | 'papers/outside-picture'
  | 'papers/outside-not-read';

export interface OutsideFault {
  readonly code: OutsideCode;
  /** Of bytes in MB, or of pages. */
  readonly most?: number;
}
