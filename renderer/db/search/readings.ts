import { pinyin } from 'pinyin-pro';
import { Spelling, type ReadingsOf } from '#shared/search/spelling.ts';

export const readings: ReadingsOf = letter =>
  pinyin(letter, { type: 'array', toneType: 'none', multiple: true, v: true });

/** One for the whole window: how letters are read is no secret and never forgotten. */
export const spelling = new Spelling(readings);
