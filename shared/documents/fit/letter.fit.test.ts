import { describe, expect, it } from 'vitest';
import { bundledFonts } from '../metrics/font-metrics.ts';
import { blankDate, closing, notes, para, paper, part, titlePara } from '../paper.build.ts';
import type { Block, Paper, Sheet } from '../paper.model.ts';
import { typeArea } from '../paper.sheets.ts';
import { blocksHeight } from './block-height.ts';
import { fit } from './fit.ts';

const letter = (lines: number, more: readonly Block[] = [], sheet: Sheet = 'letter'): Paper =>
  paper(sheet, {
    id: 'A',
    title: '通知书',
    parts: [
      part([
        titlePara('通知书'),
        ...Array.from({ length: lines }, () => para('body', '特此通知。')),
        closing('样本区样本局', blankDate(), 42),
        ...more,
      ]),
    ],
  });

const pitchOf = (source: Paper, lessLines = 0) => fit(source, bundledFonts, lessLines).paper.pitch;

describe('the lines of a letter', () => {
  it('have the pitch of the standard where the letter has room, and where it has a page more to fill', () => {
    expect(pitchOf(letter(10))).toBeUndefined();
    expect(pitchOf(letter(15))).toBeUndefined();
    expect(pitchOf(letter(40))).toBeUndefined();
  });

  it('are as much closer as its closing needs to stay on the page', () => {
    const pitches = [16, 17].map(lines => pitchOf(letter(lines)) ?? 0);
    for (const pitch of pitches) expect(pitch).toBeGreaterThanOrEqual(25);
    expect(pitches[0]).toBeGreaterThan(pitches[1] ?? 0);
    const { paper: fitted } = fit(letter(17), bundledFonts);
    const [first] = fitted.parts;
    expect(first && blocksHeight(first.blocks, fitted, first, bundledFonts)).toBeLessThan(
      typeArea(fitted).height,
    );
  });

  it('make room for notes as well', () => {
    const two = [notes(['本通知书适用于样本。', '本通知书可以当面送达。'])];
    expect(pitchOf(letter(13))).toBeUndefined();
    expect(pitchOf(letter(14, two))).toBeGreaterThanOrEqual(25);
  });

  it('are closer by a line for a letter that turned out longer, and no closer than can be read', () => {
    expect(pitchOf(letter(16), 1)).toBeLessThan(pitchOf(letter(16)) ?? 0);
    expect(pitchOf(letter(16), 3)).toBeUndefined();
    expect(pitchOf(letter(24))).toBeUndefined();
  });

  it('are left alone on other sheets', () => {
    expect(pitchOf(letter(40, [], 'record'))).toBeUndefined();
  });
});
