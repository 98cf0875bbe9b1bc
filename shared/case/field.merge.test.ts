import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Values } from '#shared/procedure/values.ts';
import { changedSinceSeen, isSameValue, mergeFields } from './field.merge.ts';

const KEYS = ['name', 'phone', 'facts', 'urgent'];
const value = fc.constantFrom<Values[string]>('甲', '乙', '', null, true, 3);
const values = fc.dictionary(fc.constantFrom(...KEYS), value);

const SEED = { seed: 20_261_126, numRuns: 500 };

describe('a change of fields begun before the case was changed elsewhere', () => {
  it('takes over what was untouched here and asks about what was changed in both places', () => {
    expect(
      mergeFields(KEYS, {
        seen: { name: '李样本', phone: '1', facts: '灯坏了' },
        mine: { name: '李样本', phone: '2', facts: '灯坏了三天' },
        theirs: { name: '李范例', phone: '3', facts: '灯坏了' },
      }),
    ).toEqual({ taken: ['name'], conflicts: [{ key: 'phone', mine: '2', theirs: '3' }] });
  });

  it('has nothing to ask where both say the same', () => {
    expect(mergeFields(['phone'], { seen: {}, mine: { phone: '2' }, theirs: { phone: '2' } })).toEqual({
      ...{ taken: [], conflicts: [] },
    });
  });

  it('asks also where one of the two emptied the field', () => {
    expect(
      mergeFields(['phone'], { seen: { phone: '1' }, mine: {}, theirs: { phone: '2' } }).conflicts,
    ).toEqual([{ key: 'phone', mine: null, theirs: '2' }]);
  });

  it('loses no change of anybody: each is kept, taken or asked about', () => {
    fc.assert(
      fc.property(values, values, values, (seen, mine, theirs) => {
        const { taken, conflicts } = mergeFields(KEYS, { seen, mine, theirs });
        const asked = conflicts.map(({ key }) => key);
        for (const key of KEYS) {
          const theyChanged = !isSameValue(seen[key], theirs[key]);
          const iChanged = !isSameValue(seen[key], mine[key]);
          const agree = isSameValue(mine[key], theirs[key]);
          expect(taken.includes(key)).toBe(theyChanged && !iChanged && !agree);
          expect(asked.includes(key)).toBe(theyChanged && iChanged && !agree);
        }
      }),
      SEED,
    );
  });
});

describe('fields that changed since they were seen', () => {
  it('are told only where they were seen at all', () => {
    expect(
      changedSinceSeen(KEYS, { name: '甲', phone: null }, { name: '乙', phone: '', facts: '新' }),
    ).toEqual(['name', 'phone']);
    expect(changedSinceSeen(KEYS, { name: '甲' }, { name: '甲' })).toEqual([]);
  });
});
