import type { ImportId } from '#shared/core/ids.ts';
import type { LeftOut } from '#shared/case/import.decide.ts';
import type { CheckedRow } from '#shared/import/check-rows.ts';
import type { ImportMapping, Table } from '#shared/import/import.mapping.ts';
import type { TableAnswer } from '#shared/ipc/answers.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

/** The file as it was read; nothing of it is kept longer than the page is. */
export interface Source {
  readonly procedure: Procedure;
  readonly name: string;
  readonly file: Uint8Array<ArrayBuffer>;
  readonly answer: TableAnswer;
}

/** How its columns are read. */
export interface Reading {
  readonly source: Source;
  /** The row that names the columns, from 0. */
  readonly head: number;
  readonly table: Table;
  readonly mapping: ImportMapping;
  /** As in an import before, or by the names. */
  readonly from: 'remembered' | 'guessed';
}

/** Where a person is on the way from a file to cases. */
export type Stage =
  | { readonly at: 'choose'; readonly reading: boolean; readonly fault: AnyFault | null }
  | { readonly at: 'mapping'; readonly reading: Reading; readonly fault: AnyFault | null }
  | { readonly at: 'preview'; readonly reading: Reading; readonly rows: readonly CheckedRow[] }
  | { readonly at: 'running'; readonly done: number; readonly total: number; readonly stopping: boolean }
  | { readonly at: 'result'; readonly result: ImportResult };

export interface ImportResult {
  readonly import: ImportId;
  readonly brought: number;
  readonly total: number;
  readonly leftOut: readonly LeftOut[];
  /** Stopped on somebody's word. */
  readonly cancelled: boolean;
  readonly fault: AnyFault | null;
}
