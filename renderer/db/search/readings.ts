import { pinyin } from 'pinyin-pro';
import { Spelling } from '#shared/search/spelling.ts';

/** One for the whole window: how letters are read is no secret and never forgotten. */
export const spelling = new Spelling(letter =>
  pinyin(letter, { type: 'array', toneType: 'none', multiple: true, v: true }),
);
