import { beforeAll, describe, expect, it } from 'vitest';
import type { GreyRaster } from '#shared/fixtures/made-scan.ts';
import { GOLDEN_DPI, GOLDEN_PAPERS, goldenFile, readGolden } from './golden-papers.ts';
import { missingLines, ruledLines, type Direction, type RuledLine } from './ruled-lines.ts';
import { differences } from './same-page.ts';

const MINUTES = 60_000;

/** A line with all its pixels. */
interface Band extends RuledLine {
  readonly last: number;
}

function bandsOf(picture: GreyRaster): readonly Band[] {
  const bands: Band[] = [];
  for (const line of ruledLines(picture)) {
    const above = bands.findIndex(
      ({ direction, from, to, last }) =>
        direction === line.direction && from === line.from && to === line.to && last === line.at - 1,
    );
    const before = bands[above];
    if (before) bands[above] = { ...before, last: line.at };
    else bands.push({ ...line, last: line.at });
  }
  // What is found in one row only is of letters.
  return bands.filter(({ at, last }) => last > at + 1);
}

function without(picture: GreyRaster, { direction, at, last, from, to }: Band): GreyRaster {
  const cleaned = picture.grey.slice();
  for (let across = at; across <= last; across++)
    for (let along = from; along < to; along++)
      cleaned[direction === 'across' ? across * picture.width + along : along * picture.width + across] = 255;
  return { ...picture, grey: cleaned };
}

/** Every edge falls between two pixels: half of each goes to the next one. */
function betweenPixels(picture: GreyRaster, direction: Direction): GreyRaster {
  const { width, height } = picture;
  const before = direction === 'across' ? width : 1;
  const mixed = (_: unknown, at: number): number =>
    ((picture.grey[at] ?? 255) + (picture.grey[at - before] ?? 255)) / 2;
  return { width, height, grey: Uint8Array.from({ length: width * height }, mixed) };
}

describe('a page beside its golden picture', () => {
  const pages: { readonly name: string; readonly picture: GreyRaster; readonly foot: number }[] = [];
  beforeAll(async () => {
    for (const { name, paper, pages: kept } of GOLDEN_PAPERS)
      for (const page of kept) {
        const picture = await readGolden(goldenFile(name, page));
        const foot = picture.height - (paper.margins[2] / 25.4) * GOLDEN_DPI;
        pages.push({ name: `${name} ${page}`, picture, foot });
      }
  });

  const formPicture = (): GreyRaster => {
    const [form] = pages;
    if (!form) throw new Error('there is a form');
    return form.picture;
  };

  it(
    'is seen to lack any one line of a frame or a table',
    () => {
      const ruled = pages.filter(({ name }) =>
        ['register-form 1', 'form-with-annex 2', 'service-receipt 1', 'register-book 1'].includes(name),
      );
      expect(ruled).toHaveLength(4);
      for (const { name, picture, foot } of ruled) {
        const lines = bandsOf(picture).filter(
          ({ direction, at, from }) => (direction === 'across' ? at : from) < foot,
        );
        expect(lines.length).toBeGreaterThan(5);
        for (const line of lines) {
          const found = missingLines(picture, without(picture, line)).some(
            ({ direction, at }) => direction === line.direction && at >= line.at && at <= line.last,
          );
          expect([name, line, found]).toEqual([name, line, true]);
        }
      }
    },
    2 * MINUTES,
  );

  it('is said to lack a line or to have another one, and where', () => {
    const picture = formPicture();
    const [thin] = bandsOf(picture).filter(
      ({ direction, at, last }) => direction === 'across' && last - at === 2,
    );
    if (!thin) throw new Error('a form has thin rules');
    const y = Math.round((thin.at / GOLDEN_DPI) * 25.4);
    expect(differences(without(picture, thin), picture, GOLDEN_DPI)).toEqual([
      `lacks a line across of 156 mm at 28, ${y} mm`,
    ]);
    expect(differences(picture, without(picture, thin), GOLDEN_DPI)).toEqual([
      `has another line across of 156 mm at 28, ${y} mm`,
    ]);
  });

  it.each(['across', 'down'] as const)(
    'has its lines where they fall between pixels: %s',
    direction => {
      for (const { name, picture } of pages) {
        const moved = betweenPixels(picture, direction);
        const lines = [...missingLines(picture, moved), ...missingLines(moved, picture)];
        expect([name, lines]).toEqual([name, []]);
      }
      expect(differences(betweenPixels(formPicture(), direction), formPicture(), GOLDEN_DPI)).toEqual([]);
    },
    2 * MINUTES,
  );
});
