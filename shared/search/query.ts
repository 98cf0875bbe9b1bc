import { normalText } from './normal-text.ts';

/** One word that has to be found somewhere in a case. */
export interface Term {
  readonly text: string;
  /** Nothing but Latin letters: it may be pinyin. */
  readonly letters: boolean;
}

/** Ways to take what was typed: in one of them every word has to be found. */
export type Query = readonly (readonly Term[])[];

/** Longer than any name or number; more was pasted by mistake. */
const LONGEST = 100;

const termOf = (text: string): Term => ({ text, letters: /^[a-z]+$/.test(text) });

/** One letter or figure stands in every case. */
const tells = ({ text }: Term): boolean => text.length > 1 || !/^[a-z0-9]$/.test(text);

const words = (typed: string): readonly string[] =>
  typed.split(/\s+/u).flatMap(word => normalText(word).match(/[a-z]+|[^a-z]+/g) ?? []);

/**
 * What was typed as one text, marks and blanks aside, and as its words: 3号楼 stands in 3 号楼, and 李 dianti finds Li's
 * lift. Empty where it says too little to look for.
 */
export function parseQuery(typed: string): Query {
  const start = Array.from(typed).slice(0, LONGEST).join('');
  const ways = [[normalText(start)], [...new Set(words(start))]].map(way => way.filter(Boolean).map(termOf));
  const [whole = [], parts = []] = ways;
  return [whole, ...(parts.length > 1 ? [parts] : [])].filter(way => way.some(tells));
}
