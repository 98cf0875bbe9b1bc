import type { BundleReadCode, BundleWriteCode } from '#shared/bundle/bundle.refusals.ts';

/**
 * How an expected refusal leaves the middle of a stream. Only `writeBundle`, `readBundle` and their neighbours
 * throw it, and they turn it into a Result at their edge.
 */
export class BundleFault extends Error {
  override readonly name = 'BundleFault';
  readonly code: BundleWriteCode | BundleReadCode;
  /** Which file, line or number it is about; never what a file says. */
  readonly detail: string;

  constructor(code: BundleWriteCode | BundleReadCode, detail = '', cause?: unknown) {
    super(detail === '' ? code : `${code}: ${detail}`, { cause });
    this.code = code;
    this.detail = detail;
  }
}
