import { describe, expect, it } from 'vitest';
import { isSameAnswer } from './values.ts';

describe('two answers', () => {
  it.each([
    ['样本小区消防通道过窄', '样本小区 消防通道过窄。'],
    ['Ａ座３楼', 'a座3楼'],
    ['', ''],
  ])('%s and %s say the same', (one, other) => {
    expect(isSameAnswer(one, other)).toBe(true);
  });

  it.each([
    ['样本小区', '样本花园'],
    ['3楼', '4楼'],
    ['。', '，'],
    ['1', 1],
    [true, false],
    [null, undefined],
  ])('%s and %s do not', (one, other) => {
    expect(isSameAnswer(one, other)).toBe(false);
  });
});
