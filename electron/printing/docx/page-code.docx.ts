import {
  HorizontalPositionRelativeFrom,
  ImageRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';
import { PNG } from 'pngjs';
import { pageCode, pageCodeModules } from '#shared/documents/html/qr.text.ts';
import type { Foot } from '#shared/documents/paper.model.ts';

/** Of the picture, for each module of the code. */
const DOTS = 8;
/** A module is 0.53 mm, as on the program's own papers: 2 px of 96 to the inch. */
const MODULE_PX = 2;
const EMU_PER_TWIP = 635;

function pngOf(modules: readonly (readonly boolean[])[]): Uint8Array {
  const side = modules.length * DOTS;
  const png = new PNG({ width: side, height: side, colorType: 0 });
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const dark = modules[Math.floor(y / DOTS)]?.[Math.floor(x / DOTS)] === true;
      png.data.fill(dark ? 0 : 255, (y * side + x) * 4, (y * side + x) * 4 + 3);
      png.data[(y * side + x) * 4 + 3] = 255;
    }
  return new Uint8Array(PNG.sync.write(png, { colorType: 0 }));
}

/** Where on the page the code is, in twips. */
export interface CodePlace {
  readonly side: 'left' | 'right';
  readonly margin: number;
  readonly pageWidth: number;
  readonly top: number;
}

/** The code of page 1 as a picture at a fixed place, so that it moves no text. */
export function pageCodeDocx(qr: NonNullable<Foot['qr']>, place: CodePlace): ImageRun {
  const payload = pageCode(qr, 1);
  const modules = pageCodeModules(payload);
  const px = modules.length * MODULE_PX;
  const twips = px * 15;
  const left = place.side === 'left' ? place.margin : place.pageWidth - place.margin - twips;
  return new ImageRun({
    type: 'png',
    data: pngOf(modules),
    transformation: { width: px, height: px },
    altText: { id: '1', name: payload, title: payload, description: payload },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: left * EMU_PER_TWIP },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: place.top * EMU_PER_TWIP },
      wrap: { type: TextWrappingType.NONE },
      allowOverlap: true,
    },
  });
}
