/** One page of an opened PDF. Lengths in CSS pixels at actual size, 96 to the inch. */
export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Its lines, from top to bottom, for whoever listens instead of looking. */
  readonly lines: readonly string[];
  /** Draws onto the canvas, at `scale` times the actual size; resolves early where the signal says stop. */
  readonly draw: (canvas: HTMLCanvasElement, scale: number, signal: AbortSignal) => Promise<void>;
}

export interface OpenedPdf {
  readonly pages: readonly PdfPage[];
  readonly close: () => void;
}

/** Opens the bytes of a PDF; throws where they are none. */
export type OpenPdf = (bytes: Uint8Array) => Promise<OpenedPdf>;
