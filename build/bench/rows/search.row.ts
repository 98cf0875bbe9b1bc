import MiniSearch from 'minisearch';
import { normalText } from '#shared/search/normal-text.ts';
import { SearchIndex, type Indexed } from '#shared/search/search-index.ts';
import { spelling } from '#renderer/db/search/readings.ts';
import { alternate, percentile, timed } from '../measure.ts';
import { sampleTexts } from '../program/sample-texts.ts';
import type { Context, Figure } from '../row.ts';

const WRITTEN = [
  '施工噪声',
  '电梯困人',
  '王样本',
  '物业收费',
  '2026-00123',
  '00456',
  '8000',
  '外墙渗水',
  '样本路12号',
];
const READ = ['wyb', 'wangyb', 'dtkr', 'sgzs', 'wqss', 'waiqiang', 'dianti', 'liushifan'];

/** Of more the library's memory of all pairs of letters is too large for a machine of an office. */
const MOST_FOR_LIBRARY = 10_000;

const pairsOf = (text: string): string[] => {
  const letters = Array.from(normalText(text));
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => (letters[at] ?? '') + letter);
};

/** MiniSearch over pairs of letters, all of which have to be there: it ranks, knows no pinyin and no neighbours. */
function library(all: readonly Indexed<string>[]): (typed: string) => void {
  const index = new MiniSearch<{ id: string; text: string }>({
    fields: ['text'],
    tokenize: pairsOf,
    processTerm: term => term,
    searchOptions: { combineWith: 'AND' },
  });
  index.addAll(all.map(({ id, places }) => ({ id, text: places.map(({ text }) => text).join('\n') })));
  return typed => index.search(typed);
}

async function p95(questions: readonly string[], look: (typed: string) => void): Promise<number> {
  const times: number[] = [];
  for (const typed of questions)
    times.push(
      await timed(() => {
        look(typed);
        return Promise.resolve();
      }),
    );
  return percentile(times, 95);
}

/** The scan has the same texts ready and goes through all of them; it knows no pinyin and no order. */
async function searchOf(cases: number, { sizes }: Context): Promise<readonly Figure[]> {
  const all = sampleTexts(cases);
  const texts = all.map(({ places }) => places.map(({ text }) => normalText(text)).join('\n'));
  const index = new SearchIndex<string>(spelling);
  const build = await timed(() => {
    for (const each of all) index.put(each);
    return Promise.resolve();
  });
  const lookInLibrary = cases <= MOST_FOR_LIBRARY ? library(all) : undefined;
  const scan = (typed: string): void => {
    const word = normalText(typed);
    texts.filter(text => text.includes(word));
  };
  const { written, read, scanned, peer } = await alternate(
    {
      written: () => p95(WRITTEN, typed => index.search(typed)),
      read: () => p95(READ, typed => index.search(typed)),
      scanned: () => p95(WRITTEN, scan),
      peer: () => (lookInLibrary ? p95(WRITTEN, lookInLibrary) : Promise.resolve(NaN)),
    },
    sizes.rounds,
  );
  const most = { ms: 16 };
  const work = `search ${cases} cases for words and numbers, p95`;
  return [
    {
      ...{ work, ms: written, most, peer: { name: 'a scan through all texts', ms: scanned } },
      remark: `ranked; the index was made in ${build.toFixed(0)} ms`,
    },
    ...(lookInLibrary
      ? [{ work: `${work}, the same figure`, ms: written, peer: { name: 'MiniSearch', ms: peer } }]
      : []),
    { work: `search ${cases} cases for pinyin and initials, p95`, ms: read, most },
  ];
}

export async function search(context: Context): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const cases of context.sizes.cases) figures.push(...(await searchOf(cases, context)));
  return figures;
}
