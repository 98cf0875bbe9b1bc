import { pinyin } from 'pinyin-pro';

/**
 * Keys of an input method with full pinyin: the letters of each syllable, a key to take the candidate for every two
 * characters (running Chinese is made of words of one or two, and input methods take phrases of many), one for each
 * mark. That is a little over three and a half a character; with what has been learnt by heart a method asks for
 * fewer, and none of that is counted here.
 */
export function pinyinKeys(text: string): number {
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  const letters = runs.flatMap(run => pinyin(run, { toneType: 'none', type: 'array' })).join('').length;
  const taken = runs.reduce((sum, run) => sum + Math.ceil(Array.from(run).length / 2), 0);
  const marks = Array.from(text).length - runs.join('').length;
  return letters + taken + marks;
}
