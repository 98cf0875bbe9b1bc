import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { PlainSearch } from '#shared/fixtures/plain-search.ts';
import { BLOCK } from './case-block.ts';
import { PLACE_ROLES } from './place.roles.ts';
import { SearchIndex, type Indexed } from './search-index.ts';
import { Spelling, type ReadingsOf } from './spelling.ts';

const readings: ReadingsOf = letter =>
  pinyin(letter, { type: 'array', toneType: 'none', multiple: true, v: true });
const spelling = new Spelling(readings);
const plain = new PlainSearch(readings, spelling);

const CHINESE = Array.from('王李单曾重行安恩女绿长张银漏水声号楼样本范例试填我');
const letter = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...CHINESE) },
  { weight: 2, arbitrary: fc.constantFrom(...Array.from('0139abnz ，𠮷')) },
);
const text = fc.array(letter, { minLength: 1, maxLength: 24 }).map(letters => letters.join(''));
const places = fc.array(fc.record({ role: fc.constantFrom(...PLACE_ROLES), text }), {
  minLength: 1,
  maxLength: 5,
});
const indexed: fc.Arbitrary<Indexed<number>> = fc.record({
  id: fc.nat({ max: 12 }),
  places,
  at: fc.integer({ min: 0, max: 4 }).map(minute => minute * 60_000),
});

/** What somebody types of a text: as it is written, by syllables, by initials, or some of each. */
const typedOf = (
  texts: readonly string[],
  [which, from, length]: readonly [number, number, number],
  ways: readonly number[],
) => {
  const letters = Array.from(texts[which % texts.length] ?? '');
  return letters
    .slice(from % letters.length)
    .slice(0, length)
    .map((each, at) => {
      const way = ways[at] ?? 0;
      const all = readings(each).filter(reading => /^[a-z]+$/.test(reading));
      const reading = all[way % Math.max(1, all.length)] ?? each;
      return [each, reading, reading.charAt(0), reading.slice(0, 2), `${reading} `][way % 5] ?? each;
    })
    .join('');
};
const how = fc.oneof(
  fc.integer({ min: 0, max: 4 }).map(way => new Array<number>(6).fill(way)),
  fc.array(fc.nat({ max: 29 }), { minLength: 6, maxLength: 6 }),
);
const asked = fc.tuple(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 5 })), how);

type Step = Indexed<number> | number;

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 4, arbitrary: indexed }, { weight: 1, arbitrary: fc.nat({ max: 12 }) }),
  { minLength: 1, maxLength: 30 },
);
const textsOf = (all: readonly Step[]): readonly string[] => [
  '样本',
  ...all.flatMap(step => (typeof step === 'number' ? [] : step.places.map(place => place.text))),
];

describe('the index beside a plain look through all texts', () => {
  it('finds the same in the same order, whatever was put, changed and removed before', () => {
    let hits = 0;
    const look = (index: SearchIndex<number>, kept: ReadonlyMap<number, Indexed<number>>, typed: string) => {
      const expected = plain.found([...kept.values()], typed);
      const standings = new Map(expected?.map(({ id, standing }) => [id, standing]));
      const found = index.search(typed);
      hits += found?.length ?? 0;
      expect(new Set(found), typed).toEqual(new Set(standings.keys()));
      expect(
        found?.map(id => standings.get(id)),
        typed,
      ).toEqual(expected?.map(({ standing }) => standing));
    };
    fc.assert(
      fc.property(steps, fc.array(asked, { minLength: 1, maxLength: 6 }), (all, questions) => {
        const index = new SearchIndex<number>(spelling);
        const kept = new Map<number, Indexed<number>>();
        const typed = questions.map(([where, ways]) => typedOf(textsOf(all), where, ways));
        all.forEach((step, at) => {
          if (typeof step === 'number') {
            index.remove(step);
            kept.delete(step);
          } else {
            index.put(step);
            kept.set(step.id, step);
          }
          if (at % 5 === 0) look(index, kept, typed[0] ?? '');
        });
        for (const each of typed) look(index, kept, each);
      }),
      { seed: 20261126, numRuns: 200 },
    );
    expect(hits).toBeGreaterThan(500);
  });

  it('does so over several blocks of cases, half of which were changed or removed', () => {
    const texts = fc.sample(places, { seed: 7, numRuns: 2 * BLOCK + 100 });
    const index = new SearchIndex<number>(spelling);
    const kept = new Map<number, Indexed<number>>();
    const put = (id: number, at: number) => {
      const each = { id, places: texts[at % texts.length] ?? [], at: (at % 97) * 60_000 };
      index.put(each);
      kept.set(id, each);
    };
    texts.forEach((_, id) => put(id, id));
    for (let id = 0; id < texts.length; id += 3) put(id, id + 1);
    for (let id = 1; id < texts.length; id += 6) {
      index.remove(id);
      kept.delete(id);
    }
    for (let id = 1; id < texts.length; id += 12) put(id, id + 5);
    for (const typed of [
      '样本',
      '样',
      'yb',
      'wangli',
      'louhao',
      '漏水 wang',
      '01',
      'zhch',
      'lvanen',
      'xianxing',
    ]) {
      const expected = plain.found([...kept.values()], typed);
      const standings = new Map(expected?.map(({ id, standing }) => [id, standing]));
      const found = index.search(typed);
      expect(new Set(found), typed).toEqual(new Set(standings.keys()));
      expect(found?.map(id => standings.get(id))).toEqual(expected?.map(({ standing }) => standing));
    }
  });
});
