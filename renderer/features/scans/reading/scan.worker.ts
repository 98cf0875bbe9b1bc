import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { greyOf } from './grey-picture.ts';
import { isBlank, paperBounds } from './paper-bounds.ts';
import { prepareReader, readCodes } from './read-codes.ts';
import type { DrawnTiff, ReadAnswer, ReadPage, ReadQuestion } from './reading.types.ts';
import { countTiffPages, drawTiffPage, isTiffPageTooLarge } from './tiff.reader.ts';
import { uprightOf } from './tiff.upright.ts';
import { noTurn, turnUpright } from './turn.ts';

/** 300 dpi of an A4 page; a telephone takes more than a code needs. */
const LONGEST_READ = 3600;
/** About 200 dpi: handwriting stays legible, and a page takes some hundred kilobytes. */
const LONGEST_KEPT = 2400;
/** Enough to find the sheet and to tell an empty page. */
const LONGEST_LOOKED_AT = 1000;
const JPEG_QUALITY = 0.85;
/** Enough to turn the page by it; what it says is read where the papers are known. */
const OWN = /^PD\d+:/;

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ReadQuestion>) => void) | null;
  postMessage: (answer: ReadAnswer, transfer: Transferable[]) => void;
};

let reader: Promise<void> | undefined;

async function loadReader(): Promise<void> {
  prepareReader(await (await fetch(wasmUrl)).arrayBuffer());
}

type Source = ImageBitmap | OffscreenCanvas;

/** Draws onto a new white canvas of that size. */
function canvasOf(width: number, height: number, draw: (context: OffscreenCanvasRenderingContext2D) => void) {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  draw(context);
  return { canvas, context };
}

const shrunk = (source: Source, longest: number) => {
  const scale = Math.min(1, longest / Math.max(source.width, source.height));
  const [width, height] = [source.width * scale, source.height * scale];
  return canvasOf(width, height, context => context.drawImage(source, 0, 0, width, height));
};

function greyPicture(source: Source) {
  const { canvas, context } = shrunk(source, LONGEST_LOOKED_AT);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return greyOf(data, canvas.width, canvas.height);
}

async function readPage(bitmap: ImageBitmap): Promise<ReadPage> {
  const { canvas, context } = shrunk(bitmap, LONGEST_READ);
  const { width, height } = canvas;
  reader ??= loadReader();
  await reader;
  const codes = await readCodes(context.getImageData(0, 0, width, height));
  const own = codes.find(({ text }) => OWN.test(text));
  const turn = own ? turnUpright(own.corners, width, height) : noTurn(width, height);
  const { canvas: upright } = canvasOf(turn.width, turn.height, drawn => {
    drawn.translate(turn.width / 2, turn.height / 2);
    drawn.rotate(turn.angle);
    drawn.drawImage(canvas, -width / 2, -height / 2);
  });
  const small = greyPicture(upright);
  const { left, top, right, bottom } = paperBounds(small);
  const [x, y] = [left * upright.width, top * upright.height];
  const [w, h] = [(right - left) * upright.width, (bottom - top) * upright.height];
  const cut = canvasOf(w, h, drawn => drawn.drawImage(upright, -x, -y)).canvas;
  const kept = shrunk(cut, LONGEST_KEPT).canvas;
  const jpeg = await kept.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  return {
    texts: codes.map(({ text }) => text),
    blank: codes.length === 0 && isBlank(small),
    jpeg: new Uint8Array(await jpeg.arrayBuffer()),
  };
}

async function drawTiff(file: Blob, page: number): Promise<ImageBitmap | null> {
  const drawn = drawTiffPage(await file.arrayBuffer(), page);
  if (!drawn) return null;
  const { width, height, rgba, stretch } = drawn;
  const pixels = new ImageData(new Uint8ClampedArray(rgba.buffer), width, height);
  return createImageBitmap(pixels, { resizeWidth: width, resizeHeight: Math.round(height * stretch) });
}

/** A page of a TIFF to be looked at, as upright as it says it is. */
async function lookAt(file: Blob, page: number, longest: number): Promise<DrawnTiff> {
  const bytes = await file.arrayBuffer();
  if (isTiffPageTooLarge(bytes, page)) return 'too-large';
  const drawn = drawTiffPage(bytes, page);
  if (!drawn) return 'cannot';
  const { width, height, rgba, stretch, orientation } = drawn;
  const pixels = new ImageData(new Uint8ClampedArray(rgba.buffer), width, height);
  const scale = Math.min(1, longest / Math.max(width, height * stretch));
  const [wide, high] = [width, height * stretch].map(side => Math.max(1, Math.round(side * scale)));
  const bitmap = await createImageBitmap(pixels, {
    ...{ resizeWidth: wide ?? 1, resizeHeight: high ?? 1, resizeQuality: 'medium' },
  });
  const upright = uprightOf(orientation, bitmap.width, bitmap.height);
  const { canvas } = canvasOf(upright.width, upright.height, context => {
    context.setTransform(...upright.matrix);
    context.drawImage(bitmap, 0, 0);
  });
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}

async function draw(picture: Blob | ImageBitmap, tiffPage: number | undefined): Promise<ImageBitmap | null> {
  if (picture instanceof ImageBitmap) return picture;
  if (tiffPage !== undefined) return drawTiff(picture, tiffPage);
  try {
    return await createImageBitmap(picture);
  } catch {
    return null; // No picture, or none this browser knows.
  }
}

async function answer(question: ReadQuestion): Promise<void> {
  const { id } = question;
  if ('tiff' in question) {
    scope.postMessage({ id, pages: countTiffPages(await question.tiff.arrayBuffer()) }, []);
    return;
  }
  if ('look' in question) {
    scope.postMessage({ id, drawn: await lookAt(question.look, question.page, question.longest) }, []);
    return;
  }
  const bitmap = await draw(question.picture, question.tiffPage);
  if (!bitmap) {
    scope.postMessage({ id, page: null }, []);
    return;
  }
  const page = await readPage(bitmap).finally(() => bitmap.close());
  scope.postMessage({ id, page }, [page.jpeg.buffer]);
}

scope.onmessage = event => {
  // What breaks here reaches the window as the error of the worker.
  answer(event.data).catch((cause: unknown) => {
    setTimeout(() => {
      throw cause;
    });
  });
};
