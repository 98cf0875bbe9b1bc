import { parseArgs } from 'node:util';
import { UseError } from '#build/packs/use-error.ts';
import type { Language } from '#shared/core/text.ts';
import { FILLS, type Fill } from './fill.values.ts';

export const USE = `npm run papers -- --out DIR [--pack ID]… [--fill sample|long|blank]… [--lang zh-CN|en] [--json]

把每个规程的每张表单打成 PDF，逐页核对，写出 index.html（缩略图、页数、问题）。
--out   要是新的、空的或上次打出来的文件夹
--pack  只打这个规程，可以写几次；编号见 npm run packs -- list
--fill  sample 试填，long 填到不能再长，blank 空表；不写就三种都打
--json  另写 papers.json
有问题时退出码是 1，命令写错是 2，用 Ctrl-C 停下是 130（已打好的仍在）。`;

export interface PapersOrder {
  readonly out: string;
  readonly packs: readonly string[];
  readonly fills: readonly Fill[];
  readonly language: Language;
  readonly json: boolean;
}

const isFill = (word: string): word is Fill => FILLS.some(fill => fill === word);

function languageOf(word: string): Language {
  if (word === 'zh-CN' || word === 'en') return word;
  throw new UseError(`--lang 只能是 zh-CN 或 en：${word}`);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        pack: { type: 'string', multiple: true },
        fill: { type: 'string', multiple: true },
        lang: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const name = /'([^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new UseError(`命令写得不对：${name}`, { cause: error });
  }
}

/** What is to be printed; undefined where only the use of the command was asked for. */
export function readOrder(args: readonly string[], known: readonly string[]): PapersOrder | undefined {
  const { out, pack = [], fill = [], lang = 'zh-CN', json = false, help = false } = parsed(args);
  if (help || args.length === 0) return undefined;
  if (out === undefined) throw new UseError('没有写 --out 文件夹');
  const strange = pack.find(id => !known.includes(id));
  if (strange !== undefined) throw new UseError(`没有这个规程：${strange}`);
  const fills = fill.filter(isFill);
  if (fills.length < fill.length)
    throw new UseError(`--fill 只能是 ${FILLS.join('、')}：${fill.find(word => !isFill(word)) ?? ''}`);
  return {
    ...{ out, json, language: languageOf(lang) },
    packs: pack.length > 0 ? pack : known,
    fills: fills.length > 0 ? FILLS.filter(each => fills.includes(each)) : FILLS,
  };
}
