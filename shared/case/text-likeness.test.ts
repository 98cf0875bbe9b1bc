import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALIKE, gramsOf, likeness, VERY_ALIKE } from './text-likeness.ts';

const alike = (one: string, other: string): number => likeness(gramsOf(one), gramsOf(other));

const letter = fc.constantFrom(...Array.from('楼道灯坏了三天电梯没人修物业不管夜里吵'));
const text = fc.string({ unit: letter, maxLength: 80 });
const longEnough = text.filter(each => gramsOf(each).length >= 8);
const mark = fc.constantFrom('，', '。', ' ', '\n', '！');

describe('how alike two texts are', () => {
  it('is a share, and the same both ways round', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const share = alike(one, other);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(alike(other, one)).toBe(share);
      }),
      { seed: 2026 },
    );
  });

  it('is all of it for the same text, and for one that is still being typed', () => {
    fc.assert(
      fc.property(longEnough, text, (beginning, rest) => {
        expect(alike(beginning, beginning)).toBe(1);
        expect(alike(beginning, beginning + rest)).toBe(1);
      }),
      { seed: 2026 },
    );
  });

  it('does not hang on marks, spaces and lines', () => {
    fc.assert(
      fc.property(longEnough, longEnough, mark, fc.nat(), (one, other, sign, place) => {
        const at = place % (one.length + 1);
        expect(alike(one.slice(0, at) + sign + one.slice(at), other)).toBe(alike(one, other));
      }),
      { seed: 2026 },
    );
  });

  it('is nothing between texts that share no two characters, or are too short to tell', () => {
    expect(alike('楼道灯坏了三天没有人修', '健身房停业以后不退年卡的钱')).toBe(0);
    expect(alike('电梯坏了', '电梯坏了')).toBe(0);
    expect(alike('', '楼道灯坏了三天没有人修')).toBe(0);
  });

  it('tells one matter told twice from two matters', () => {
    const lamp = '三单元楼道灯坏了三天，晚上看不见路，老人差点摔倒，要求尽快修好。';
    const lampAgain = '楼道灯坏了三天了，晚上看不见，老人差点摔倒，希望快点修。';
    const noise = '楼上每天夜里十一点以后拖桌子、放音乐，影响休息，找过物业没有用。';
    const noiseAgain = '楼上邻居夜里十一点还在放音乐拖桌子，影响孩子休息，物业也管不了。';
    expect(alike(lamp, lampAgain)).toBeGreaterThanOrEqual(VERY_ALIKE);
    expect(alike(noise, noiseAgain)).toBeGreaterThanOrEqual(ALIKE);
    for (const one of [lamp, lampAgain])
      for (const other of [noise, noiseAgain]) expect(alike(one, other)).toBeLessThan(ALIKE);
  });

  it('reads a text of astral characters and one of many pages', () => {
    expect(alike('𠮷野家门口的灯坏了三天了', '𠮷野家门口的灯坏了三天了')).toBe(1);
    expect(gramsOf('灯坏'.repeat(20_000)).length).toBeLessThan(200);
  });
});
