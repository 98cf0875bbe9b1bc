import { createHash } from 'node:crypto';
import { pageCode } from '#shared/documents/html/qr.text.ts';
import { paperHash } from '#shared/documents/paper.hash.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import { printedPaper } from '#shared/documents/print-text.ts';
import { headFaults } from './head-checks.ts';
import { signatureFaults, titleFaults } from './lone-checks.ts';
import { breakFaults, fontFaults, placeFaults, valueFaults } from './page-checks.ts';
import { inspectPdf } from './pdf-inspect.ts';
import { hasPoppler, pictureFaults } from './raster-checks.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Everything that is wrong with a printed paper. Without Poppler the checks of its picture are left out. */
export async function faultsOf(pdf: Uint8Array, raw: Paper): Promise<readonly string[]> {
  const { paper } = printedPaper(raw, bundledFonts);
  const inspected = await inspectPdf(pdf);
  const faults = [
    ...fontFaults(inspected),
    ...placeFaults(inspected, paper),
    ...valueFaults(inspected, paper),
    ...breakFaults(inspected, paper),
    ...headFaults(inspected, paper),
    ...titleFaults(inspected, paper),
    ...signatureFaults(inspected, paper),
    ...(inspected.title === paper.title ? [] : [`title ${String(inspected.title)}`]),
    ...(inspected.language?.toLowerCase() === paper.lang.toLowerCase()
      ? []
      : [`language ${String(inspected.language)}`]),
  ];
  if (!(await hasPoppler())) return faults;
  const { qr } = paper.foot;
  const hash = paperHash(raw, sha256);
  const code = qr && ((page: number) => pageCode({ ...qr, hash }, page));
  return [...faults, ...(await pictureFaults(pdf, paper, code))];
}
