import { parseArgs } from 'node:util';
import { check } from './check.command.ts';
import { coverage } from './coverage.command.ts';
import { due } from './due.command.ts';
import { list } from './list.command.ts';
import { schema } from './schema.command.ts';
import { show } from './show.command.ts';
import { UseError } from './use-error.ts';

export const USE = `npm run packs -- list                            每个规程一行
npm run packs -- check [FOLDER …]                每处错误的文件、行和说明，并走一遍例子
npm run packs -- show ID                         一个规程的全部：步骤、时限、等级、案卷、未核对的
npm run packs -- coverage [--pack PACK] [--json] 目录里的表单、字段、时限及其数字、报表、验收清单有没有；PACK 是 ID、代码或目录号
npm run packs -- due LIMIT --from INSTANT [--pause FROM..TO]… [--extend N] [--json]
                                                 一个时限几时到期，怎样数的；INSTANT 如 2026-09-24T10:05+08:00
npm run packs -- schema                          重写 resources/schema/`;

export interface Output {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

const OPTIONS = {
  json: { type: 'boolean' },
  pack: { type: 'string' },
  from: { type: 'string' },
  pause: { type: 'string', multiple: true },
  extend: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Option = keyof typeof OPTIONS;

const TAKES: Readonly<
  Record<
    string,
    { readonly names: readonly [least: number, most: number]; readonly options: readonly Option[] }
  >
> = {
  list: { names: [0, 0], options: [] },
  check: { names: [0, Infinity], options: [] },
  show: { names: [1, 1], options: [] },
  coverage: { names: [0, 0], options: ['pack', 'json'] },
  due: { names: [1, 1], options: ['from', 'pause', 'extend', 'json'] },
  schema: { names: [0, 0], options: [] },
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const name = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new UseError(`选项用得不对：${name}`, { cause: error });
  }
}

function checkUse(command: string, names: readonly string[], options: readonly string[]): void {
  const takes = TAKES[command];
  if (!takes) throw new UseError(`没有这个命令：${command}`);
  const strange = options.find(option => !takes.options.some(known => known === option));
  if (strange !== undefined) throw new UseError(`${command} 没有这个选项：--${strange}`);
  const [least, most] = takes.names;
  if (names.length < least)
    throw new UseError(`${command} 后面要写${command === 'due' ? '时限' : '规程'}的编号`);
  if (names.length > most) throw new UseError(`${command} 后面多写了：${names.slice(most).join(' ')}`);
}

function perform(args: readonly string[], say: Output['say']): number {
  const { values, positionals } = parsed(args);
  const [command, ...names] = positionals;
  if (values.help === true) {
    say(USE);
    return 0;
  }
  if (command === undefined) {
    if (args.length > 0) throw new UseError('没有写命令');
    say(USE);
    return 0;
  }
  checkUse(command, names, Object.keys(values));
  const [first = ''] = names;
  const json = values.json ?? false;
  switch (command) {
    case 'list':
      return list(say);
    case 'check':
      return check(names, say);
    case 'show':
      return show(first, say);
    case 'coverage':
      return coverage({ json, pack: values.pack }, say);
    case 'schema':
      return schema(say);
    default: {
      const { from, pause = [], extend = '0' } = values;
      if (from === undefined) throw new UseError('due 要写 --from 时刻');
      return due({ limit: first, from, pause, extend, json }, say);
    }
  }
}

/** @returns the exit code: 0 all is well, 1 something is wrong with the packs, 2 the command was given wrongly */
export function run(args: readonly string[], { say, complain }: Output): number {
  try {
    return perform(args, say);
  } catch (error) {
    if (!(error instanceof UseError)) throw error;
    complain(error.message);
    return 2;
  }
}
