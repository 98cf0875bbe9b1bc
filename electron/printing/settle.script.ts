import { z } from 'zod';
import type { PaperFont } from '#shared/documents/paper.fonts.ts';

/** What the page of a paper answers when it is ready to be printed. */
export const Settled = z.strictObject({
  /** Files of fonts that did not load. */
  missing: z.array(z.string()),
  /** Keys of values that stick out of their cell. */
  outside: z.array(z.string()),
});
export type Settled = z.infer<typeof Settled>;

/**
 * An expression that loads the fonts, waits for the layout, and looks whether any text leaves its cell. Frames are
 * not drawn in a hidden window, so waiting for one is given up after a moment.
 */
export const settleScript = (fonts: readonly PaperFont[]): string => `(async () => {
  const missing = new Set();
  for (const { font, file, sample } of ${JSON.stringify(fonts)}) {
    const faces = await document.fonts.load(font, sample).catch(() => []);
    if (faces.length === 0 || faces.some(face => face.status !== 'loaded')) missing.add(file);
  }
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  const frame = () => Promise.race([new Promise(requestAnimationFrame), new Promise(done => setTimeout(done, 100))]);
  await frame();
  await frame();
  const outside = new Set();
  const range = document.createRange();
  for (const box of document.querySelectorAll('td, th, h1, .line > span, .closing, .space')) {
    const { paddingLeft, paddingRight } = getComputedStyle(box);
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const sticksOut = rect => rect.width > 0 && (rect.left < left + parseFloat(paddingLeft) - 1 || rect.right > right - parseFloat(paddingRight) + 1 || rect.top < top - 2 || rect.bottom > bottom + 2);
    const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      range.selectNodeContents(text);
      if (![...range.getClientRects()].some(sticksOut)) continue;
      // Spaces hang over the end of a line: it is what is drawn that counts.
      for (const { index, 0: word } of text.data.matchAll(/\\S+/g)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if ([...range.getClientRects()].some(sticksOut))
          outside.add(text.parentElement.closest('[data-key]')?.dataset.key ?? '');
      }
    }
  }
  return { missing: [...missing], outside: [...outside] };
})()`;
