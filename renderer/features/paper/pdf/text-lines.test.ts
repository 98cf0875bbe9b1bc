import { describe, expect, it } from 'vitest';
import { textLines } from './text-lines.ts';

const piece = (str: string, x: number, y: number) => ({ str, transform: [1, 0, 0, 1, x, y] });

describe('the text of a page', () => {
  it('is read from the top, each line from the left, whatever order it was drawn in', () => {
    expect(
      textLines([
        piece('李样本', 120, 600.2),
        piece('标题', 200, 700),
        piece('姓　名', 60, 600),
        piece(' ', 90, 600),
      ]),
    ).toEqual(['标题', '姓　名 李样本']);
  });

  it('is nothing on an empty page', () => {
    expect(textLines([])).toEqual([]);
  });
});
