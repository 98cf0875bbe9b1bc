import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingsInFigures, readOpenings } from './opening.words.ts';

const two = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '17:30' },
];

describe('opening times of a day', () => {
  it.each([
    '9:00-12:00 14:00-17:30',
    '09:00—12:00，14:00—17:30',
    '９：００－１２：００；１４：００～１７：３０',
    '9点至12点、14点到17点30分',
    ' 9-12, 14-17:30 ',
    '0900-1200 1400-1730',
  ])('are read from %s', typed => {
    expect(readOpenings(typed)).toEqual(two);
  });

  it('are none where the office is closed, and a whole day', () => {
    for (const typed of ['', ' ', '不开', '休息', 'Closed']) expect(readOpenings(typed)).toEqual([]);
    expect(readOpenings('全天')).toEqual([{ from: '00:00', to: '24:00' }]);
  });

  it.each(['看情况', '9:00', '9:00-', '9-12-14', '9:00-12:00 之后再说', '9:0-12:00'])(
    'are not guessed from %s',
    typed => {
      expect(readOpenings(typed)).toBeUndefined();
    },
  );

  it('are read back as they are written', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(fc.array(fc.record({ from: time, to: time })), openings => {
        expect(readOpenings(openingsInFigures(openings))).toEqual(openings);
      }),
    );
  });
});
