import { FIELD_WIDTH, inkLines, type Strokes } from './strokes.ts';

/** A signature as a picture of a published format, for whoever has no program of ours. */
export function signatureSvg({ height, strokes }: Strokes): string {
  const lines = strokes.flatMap(inkLines).map(({ d, width }) => `<path d="${d}" stroke-width="${width}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FIELD_WIDTH} ${height}" fill="none" stroke="#000" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</svg>\n`;
}
