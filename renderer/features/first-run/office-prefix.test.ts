import { describe, expect, it } from 'vitest';
import { suggestPrefix } from './office-prefix.ts';

describe('the head of the numbers', () => {
  it.each([
    ['凤凰社区居委会', '凤社'],
    ['凤凰社区居民委员会', '凤社'],
    ['凤凰社区', '凤社'],
    ['样本街道办事处', '样街'],
    ['试填市场监督管理所', '试市监'],
    ['范例村村民委员会', '范村'],
    ['样本市试填区凤凰社区居委会', '凤社'],
    ['凤凰里物业服务中心', '凤物'],
    ['样本医院', '样医'],
    ['凤凰服务站', '凤凰'],
    [' 凤凰 社区 ', '凤社'],
    ['', ''],
  ])('of %s is guessed as %s', (name, prefix) => {
    expect(suggestPrefix(name)).toBe(prefix);
  });

  it('is never longer than what fits', () => {
    for (const name of ['社区', '居委会', '市', '省市区县', '𠮷凰社区', 'Phoenix Community'])
      expect(Array.from(suggestPrefix(name)).length).toBeLessThanOrEqual(3);
  });
});
