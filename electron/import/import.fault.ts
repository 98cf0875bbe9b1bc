/** Why an old ledger is not read. */
export type ImportCode =
  | 'imports/kind'
  | 'imports/empty'
  | 'imports/no-table'
  | 'imports/old-word'
  | 'imports/too-large'
  | 'imports/damaged'
  | 'imports/encrypted'
  | 'imports/encoding'
  | 'imports/too-many-rows'
  | 'imports/too-many-columns'
  | 'imports/formulas'
  | 'imports/not-read';

export interface ImportFault {
  readonly code: ImportCode;
  /** Rows, columns or MB that are read at most. */
  readonly most?: number;
  /** Cells whose formula was never worked out. */
  readonly cells?: number;
}
