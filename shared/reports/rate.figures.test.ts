import { describe, expect, it } from 'vitest';
import { enteredFigure } from '#shared/case/entered-figures.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { at } from '#shared/fixtures/community.ts';
import { figuresStanding } from './rate.figures.ts';

const SOLD = { procedure: 'ladder', figure: 'sold', month: '2026-10' as PlainMonth };
const entered = (amount: number | null) => ({
  ...{ ...SOLD, amount, reason: '样本表', at: at('2026-11-01T09:00'), by: '孙统计' },
});

describe('a figure that a rate of a closed period is over', () => {
  it('stays what it was then, whatever is entered later', () => {
    const standing = figuresStanding({ figures: [entered(100)] }, { figures: [entered(100), entered(200)] });
    expect(enteredFigure(standing, SOLD)).toMatchObject({ amount: 100, stands: true });
  });

  it('may still come, and be corrected, where there was none or it had been taken away', () => {
    const later = { figures: [entered(100), entered(null), entered(200), entered(210)] };
    const taken = figuresStanding({ figures: [entered(100), entered(null)] }, later);
    expect(enteredFigure(taken, SOLD)?.amount).toBe(210);
    expect(enteredFigure(taken, SOLD)).not.toHaveProperty('stands');
    expect(enteredFigure(figuresStanding({}, later), SOLD)?.amount).toBe(210);
  });
});
