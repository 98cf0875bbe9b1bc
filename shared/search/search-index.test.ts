import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import type { Place } from './composed-text.ts';
import { excerptOf, findingIn } from './finding.ts';
import { normalText } from './normal-text.ts';
import { PLACE_ROLES } from './place.roles.ts';
import { SearchIndex } from './search-index.ts';
import { Spelling, type ReadingsOf } from './spelling.ts';

const readings: ReadingsOf = letter =>
  pinyin(letter, { type: 'array', toneType: 'none', multiple: true, v: true });
const spelling = new Spelling(readings);
const RUNS = { seed: 20261126, numRuns: 300 };

const CHINESE = Array.from(
  '王李张单曾仇查解乐重员区绿女行长银漏水施工噪声电梯困人楼道灯坏了三天晚上看不见台阶样本范例试填',
);
const letter = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...CHINESE) },
  { weight: 2, arbitrary: fc.constantFrom(...Array.from('0123456789abcxyzABC ，。（）-〔〕Ａ１é')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const story = fc.array(letter, { minLength: 2, maxLength: 40 }).map(letters => letters.join(''));
const place: fc.Arbitrary<Place> = fc.record({ role: fc.constantFrom(...PLACE_ROLES), text: story });
const places = fc.array(place, { minLength: 1, maxLength: 6 });
const cases = fc.array(places, { minLength: 1, maxLength: 40 });

function indexOf(all: readonly (readonly Place[])[]): SearchIndex<number> {
  const index = new SearchIndex<number>(spelling);
  all.forEach((each, id) => index.put({ id, places: each, at: id * 60_000 }));
  return index;
}

const one = (...all: readonly Place[]) => indexOf([all]);
const found = (index: SearchIndex<number>, typed: string): readonly number[] => index.search(typed) ?? [];

/** A case, one of its places and a part of that, by numbers between 0 and 1. */
const part = fc.tuple(cases, fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 2, max: 12 }));
const chosen = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

describe('the index of all cases', () => {
  it('finds a case by each part of what stands in it, however it is spaced and marked', () => {
    fc.assert(
      fc.property(part, ([all, which, where, from, length]) => {
        const id = which % all.length;
        const letters = Array.from(chosen(all[id]!, where).text);
        const piece = letters
          .slice(from % letters.length)
          .slice(0, length)
          .join('');
        fc.pre(Array.from(normalText(piece)).length >= 2);
        expect(found(indexOf(all), piece)).toContain(id);
      }),
      RUNS,
    );
  });

  const chinese = fc.array(fc.constantFrom(...CHINESE), { minLength: 3, maxLength: 30 });
  const spelled = fc.tuple(
    fc.array(fc.record({ role: fc.constantFrom(...PLACE_ROLES), letters: chinese }), {
      minLength: 1,
      maxLength: 20,
    }),
    ...([
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 3, max: 6 }),
      fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
    ] as const),
  );

  it('finds it by the pinyin of each part, in any of its readings, and by its initials', () => {
    fc.assert(
      fc.property(spelled, ([all, which, from, length, ways]) => {
        const id = which % all.length;
        const { letters } = all[id]!;
        const piece = letters.slice(from % (letters.length - 2)).slice(0, length);
        const read = piece.map((each, at) => chosen(readings(each), ways[at] ?? 0));
        const index = indexOf(all.map(({ role, letters: text }) => [{ role, text: text.join('') }]));
        expect(found(index, read.join(''))).toContain(id);
        expect(found(index, read.join("'"))).toContain(id);
        expect(found(index, read.map(each => each.charAt(0)).join(''))).toContain(id);
        expect(found(index, read.slice(0, 2).join(''))).toContain(id);
      }),
      RUNS,
    );
  });

  it('finds no more than was removed or replaced, and everything that stays', () => {
    fc.assert(
      fc.property(cases, cases, (before, after) => {
        const index = indexOf(before);
        before.forEach((_, id) => {
          const next = after[id];
          if (next) index.put({ id, places: next, at: 0 });
          else index.remove(id);
        });
        const fresh = indexOf(after.slice(0, before.length));
        expect(index.size).toBe(fresh.size);
        for (const typed of before.flat().map(({ text }) => Array.from(text).slice(0, 4).join('')))
          expect(new Set(found(index, typed))).toEqual(new Set(found(fresh, typed)));
      }),
      { ...RUNS, numRuns: 100 },
    );
  });

  it('stands whatever is typed or indexed', () => {
    fc.assert(
      fc.property(cases, fc.string({ unit: 'binary', maxLength: 200 }), (all, typed) => {
        const ids = found(indexOf(all), typed);
        for (const id of ids) expect(findingIn(all[id]!, typed, spelling)).toBeDefined();
      }),
      RUNS,
    );
  });

  it('finds nothing else than a search through all texts does', () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.constantFrom(...CHINESE), { minLength: 2, maxLength: 4 }),
        (all, letters) => {
          const typed = letters.join('');
          const plain = all.flatMap((each, id) =>
            each.some(({ text }) => normalText(text).includes(typed)) ? [id] : [],
          );
          expect(new Set(found(indexOf(all), typed))).toEqual(new Set(plain));
        },
      ),
      RUNS,
    );
  });

  it('gets along with a word that can be cut in very many ways', () => {
    const index = one({ role: 'text', text: '那那那那那那那那那那那那那那那那那那那那那那那那' });
    expect(found(index, 'nananananananananananananananananananana')).toEqual([0]);
  });

  it('looks for nothing as long as one letter or figure is typed', () => {
    const index = one({ role: 'person', text: '王芳' });
    for (const typed of ['', ' ', 'w', '3', '，', 'w ', '-']) expect(index.search(typed)).toBeUndefined();
    expect(index.search('王')).toEqual([0]);
    expect(index.search('xq')).toEqual([]);
  });

  it('forgets everything when it is cleared', () => {
    const index = one({ role: 'person', text: '王芳' });
    index.clear();
    expect(index.search('王芳')).toEqual([]);
    expect(index.size).toBe(0);
  });
});

describe('what a long story is found by', () => {
  const index = one({ role: 'text', text: '楼上漏水，银行旁的绿地也湿了' });
  const hits = (...typed: readonly string[]) => typed.filter(each => found(index, each).length > 0);

  it('are two whole syllables or three initials, and no single letter', () => {
    expect(hits('loushui', 'yinhang', 'lvdi', 'ludi', 'lsl', 'lslo', 'slsyh')).toEqual([
      ...['loushui', 'yinhang', 'lvdi', 'ludi', 'lsl', 'lslo', 'slsyh'],
    ]);
    expect(hits('ls', 'lous', 'shui', '水')).toEqual([]);
  });
});

describe('the order of what was found', () => {
  const inOrder = (typed: string, ...all: readonly (readonly Place[])[]) =>
    found(indexOf(all.toReversed()), typed);
  const down = (count: number) => Array.from({ length: count }, (_, at) => count - 1 - at);

  it('is number, end of a number, name, end of a telephone, respondent, address, story', () => {
    const all: readonly Place[] = [
      { role: 'number', text: '凤社〔2026〕0139 号' },
      { role: 'number', text: '凤社〔2026〕5139 号' },
      { role: 'person', text: '139先生' },
      { role: 'phone', text: '138 0013 8139' },
      { role: 'respondent', text: '139号楼物业' },
      { role: 'address', text: '样本路139号' },
      { role: 'phone', text: '139 0013 8000' },
      { role: 'words', text: '见139页' },
      { role: 'text', text: '139个人' },
      { role: 'note', text: '139' },
    ];
    expect(inOrder('139', ...all.map(each => [each]))).toEqual(down(all.length));
  });

  it('has the beginning before the middle, what is written before what is read, and the newest first', () => {
    const all = ['王样', '王样本', '老王样', '王阳', '老王阳'].map(text => [
      { role: 'person', text } as const,
    ]);
    expect(inOrder('王样', ...all)).toEqual([4, 3, 2]);
    expect(inOrder('wangyang', ...all).slice(-1)).toEqual([0]);
    expect(found(indexOf([[...all[0]!], [...all[0]!], [...all[0]!]]), '王样')).toEqual([2, 1, 0]);
  });

  it('counts the best place of several words, all of which have to be there', () => {
    const lift: Place = { role: 'text', text: '电梯困人' };
    const all = [
      [{ role: 'person', text: '李样本' }, lift],
      [{ role: 'person', text: '张试填' }, lift, { role: 'note', text: '李样本来问过' }],
      [{ role: 'person', text: '李样本' }],
    ] as const;
    expect(found(indexOf(all), '李样本 dianti')).toEqual([0, 1]);
    expect(found(indexOf(all), 'lyb电梯')).toEqual([0, 1]);
  });
});

describe('a number', () => {
  it('is found as it is printed, by its digits, and by its end without zeros', () => {
    const index = one({ role: 'number', text: '凤社〔2026〕第0139号' });
    for (const typed of [
      '凤社〔2026〕第0139号',
      '凤社[2026]第0139号',
      '20260139',
      '2026-0139',
      '0139',
      '139',
      '39',
      '第0139',
    ])
      expect(found(index, typed), typed).toEqual([0]);
  });

  it('of a telephone is found by its end, also where two stand in one field', () => {
    const all = [[{ role: 'phone', text: '138-0013-8000、139 0013 9111' }]] as const;
    expect(found(indexOf([...all, [{ role: 'phone', text: '18000999911' }]]), '8000')).toEqual([0, 1]);
    expect(found(indexOf(all), '9111')).toEqual([0]);
  });
});

describe('where it was found', () => {
  const marked = (typed: string, ...all: readonly Place[]) => {
    const finding = findingIn(all, typed, spelling);
    return (
      finding && [
        finding.place.role,
        ...finding.ranges.map(({ from, to }) => finding.place.text.slice(from, to)),
      ]
    );
  };

  it('marks exactly what matches', () => {
    fc.assert(
      fc.property(part, ([all, which, where, from, length]) => {
        const each = all[which % all.length]!;
        const letters = Array.from(normalText(chosen(each, where).text));
        const typed = letters
          .slice(from % Math.max(1, letters.length))
          .slice(0, length)
          .join('');
        fc.pre(Array.from(typed).length >= 2 && /^[^a-z]+$/.test(typed));
        const finding = findingIn(each, typed, spelling);
        expect(finding).toBeDefined();
        const { text } = finding!.place;
        const marks = finding!.ranges.map(({ from: first, to }) => normalText(text.slice(first, to)));
        // 三三 stands twice in 三三三, and is marked as one.
        for (const mark of marks) {
          expect(mark.startsWith(typed)).toBe(true);
          expect(mark.endsWith(typed)).toBe(true);
        }
        const unmarked = finding!.ranges.reduceRight(
          (rest, range) => rest.slice(0, range.from) + rest.slice(range.to),
          text,
        );
        expect(marks.length).toBeGreaterThan(0);
        expect(unmarked.length).toBeLessThan(text.length);
        expect(excerptOf(text, finding!.ranges).find(piece => piece.hit)?.text).toBe(
          text.slice(finding!.ranges[0]!.from, finding!.ranges[0]!.to).replace(/\s+/gu, ' '),
        );
      }),
      RUNS,
    );
  });

  it('is shown by the letters that are read so', () => {
    const li: Place = { role: 'person', text: '李小样' };
    expect(marked('lxy', li)).toEqual(['person', '李小样']);
    expect(marked('lixiaoyang', li)).toEqual(['person', '李小样']);
    expect(marked('lixy', li)).toEqual(['person', '李小样']);
    expect(marked('xiaoy', li)).toEqual(['person', '小样']);
    expect(marked('lxy', { role: 'address', text: '凤凰里绿杏园 7 号' })).toEqual(['address', '绿杏园']);
    expect(marked('shxx', { role: 'person', text: '单雄信' })).toEqual(['person', '单雄信']);
    expect(marked('danxx', { role: 'person', text: '单雄信' })).toEqual(['person', '单雄信']);
  });

  it('is the best place, with every word that stands there', () => {
    const all = [
      { role: 'text', text: '三号楼电梯坏了，电梯里有人' },
      { role: 'phone', text: '138 0013 8000' },
    ] as const;
    expect(marked('8000', ...all)).toEqual(['phone', '8000']);
    expect(marked('00138', ...all)).toEqual(['phone', '0013 8']);
    expect(marked('电梯 三号', ...all)).toEqual(['text', '三号', '电梯', '电梯']);
    expect(marked('2026139', { role: 'number', text: '凤社2026年第139号' })).toEqual([
      'number',
      '2026年第139',
    ]);
  });

  it('is cut out of a long text on one line', () => {
    const text = `${'前'.repeat(30)}\n李小燕${'后'.repeat(60)}`;
    const finding = findingIn([{ role: 'text', text }], 'lixiaoyan', spelling)!;
    expect(excerptOf(text, finding.ranges)).toEqual([
      { text: `…${'前'.repeat(7)} `, hit: false },
      { text: '李小燕', hit: true },
      { text: `${'后'.repeat(28)}…`, hit: false },
    ]);
  });
});
