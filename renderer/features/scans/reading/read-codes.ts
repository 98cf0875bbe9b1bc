import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import type { CodeCorners } from './turn.ts';

export interface FoundCode {
  readonly text: string;
  readonly corners: CodeCorners;
}

interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** The reader is given its program: left to itself it would look for it on the net. */
export function prepareReader(wasmBinary: ArrayBuffer): void {
  prepareZXingModule({ overrides: { wasmBinary } });
}

const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  tryDownscale: true,
};

/** One way to tell dark from light misses now and then what the other one sees, so both are tried. */
const BINARIZERS = ['LocalAverage', 'GlobalHistogram'] as const;

/** Every code on a picture; none is no fault. */
export async function readCodes(pixels: Pixels): Promise<readonly FoundCode[]> {
  for (const binarizer of BINARIZERS) {
    const found = await readBarcodes(pixels as unknown as ImageData, { ...OPTIONS, binarizer });
    const codes = found.filter(({ isValid }) => isValid);
    if (codes.length > 0) return codes.map(({ text, position }) => ({ text, corners: position }));
  }
  return [];
}
