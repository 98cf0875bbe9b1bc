import { normalText } from '#shared/search/normal-text.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
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

/** The peer has the same texts ready and goes through all of them; it knows no pinyin and no order. */
async function searchOf(cases: number, { sizes }: Context): Promise<readonly Figure[]> {
  const all = sampleTexts(cases);
  const texts = all.map(({ places }) => places.map(({ text }) => normalText(text)).join('\n'));
  const index = new SearchIndex<string>(spelling);
  const build = await timed(() => {
    for (const each of all) index.put(each);
    return Promise.resolve();
  });
  const p95 = (questions: readonly string[], look: (typed: string) => void) => async () => {
    const times: number[] = [];
    for (const typed of questions)
      times.push(
        await timed(() => {
          look(typed);
          return Promise.resolve();
        }),
      );
    return percentile(times, 95);
  };
  const scan = (typed: string): void => {
    const word = normalText(typed);
    texts.filter(text => text.includes(word));
  };
  const { written, read, peer } = await alternate(
    {
      written: p95(WRITTEN, typed => index.search(typed)),
      read: p95(READ, typed => index.search(typed)),
      peer: p95(WRITTEN, scan),
    },
    sizes.rounds,
  );
  return [
    {
      work: `search ${cases} cases for words and numbers, p95`,
      ms: written,
      peer: { name: 'a scan through all texts', ms: peer },
      most: { ms: 16 },
      remark: `ranked; the index was made in ${build.toFixed(0)} ms`,
    },
    { work: `search ${cases} cases for pinyin and initials, p95`, ms: read, most: { ms: 16 } },
  ];
}

export async function search(context: Context): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const cases of context.sizes.cases) figures.push(...(await searchOf(cases, context)));
  return figures;
}
