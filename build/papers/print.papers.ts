import type { PrintShop } from '#electron/printing/proof/print-shop.ts';
import { faultsOf } from '#electron/printing/proof/prove.ts';
import type { PackPaper } from './pack.papers.ts';

/** A paper that was printed and looked at. */
export interface PrintedPaper extends PackPaper {
  /** Left out where it could not be printed. */
  readonly pdf?: Uint8Array;
  readonly pages: number;
  readonly faults: readonly string[];
  /** What the person at the preview is told, and is no fault: a character in another font. */
  readonly remarks: readonly string[];
  readonly ms: number;
}

/** Told at the preview of an entry, not a fault of the form. */
const REMARKS: readonly string[] = ['character/substituted', 'form/longer-than-page'];

export async function printAndProve(each: PackPaper, shop: PrintShop): Promise<PrintedPaper> {
  const started = performance.now();
  const printed = await shop.print(each.paper);
  const ms = performance.now() - started;
  if (!printed.ok) {
    const { code, detail } = printed.error;
    return { ...each, pages: 0, faults: [`${code} ${detail}`.trim()], remarks: [], ms };
  }
  const { pdf, pages, warnings } = printed.value;
  const words = warnings.map(({ code, detail }) => ({ code, words: `${code} ${detail}`.trim() }));
  return {
    ...each,
    ...{ pdf, pages, ms },
    faults: [
      ...(await faultsOf(pdf, each.paper)),
      ...words.filter(({ code }) => !REMARKS.includes(code)).map(warning => warning.words),
    ],
    remarks: words.filter(({ code }) => REMARKS.includes(code)).map(warning => warning.words),
  };
}

/**
 * One paper is printed while the one before it is still looked at. Stopped by the signal, those begun are finished;
 * `done` is called in the order in which they come out.
 */
export async function printAll(
  papers: readonly PackPaper[],
  shop: PrintShop,
  done: (printed: PrintedPaper) => Promise<void> | void,
  signal?: AbortSignal,
): Promise<void> {
  const waiting = papers.values();
  const lane = async (): Promise<void> => {
    for (const each of waiting) {
      if (signal?.aborted) return;
      await done(await printAndProve(each, shop));
    }
  };
  await Promise.all([lane(), lane()]);
}
