import type { ScanDoubt, Placement } from '#shared/case/scan-filing.rules.ts';
import type { CaseId, DocumentId } from '#shared/core/ids.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

/** Where a page was filed. */
export interface FiledPage {
  readonly caseId: CaseId;
  readonly number: string;
  readonly procedure: string;
  readonly document: DocumentId;
  readonly form: string;
  readonly page: number;
  readonly pages: number;
  /** Pages of that paper still awaited when this one was filed. */
  readonly missing: readonly number[];
}

export type ScanOutcome =
  | { readonly kind: 'filed'; readonly filed: FiledPage }
  | { readonly kind: 'doubt'; readonly doubt: ScanDoubt; readonly placement?: Placement }
  /** Nothing is on it: the back of a page, most likely. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'not-a-picture' }
  | { readonly kind: 'failed'; readonly fault: AnyFault; readonly placement?: Placement };

/** One page somebody handed in, and what became of it. */
export interface ScanLine {
  readonly id: number;
  /** As the person knows it; only on the screen. */
  readonly file: string;
  readonly pageInFile?: number;
  readonly outcome: ScanOutcome;
  /** The page as a picture, until it is filed. */
  readonly jpeg: Uint8Array<ArrayBuffer> | null;
}

export interface Progressed {
  readonly done: number;
  readonly total: number;
}
