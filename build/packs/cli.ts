import { parseArgs } from 'node:util';
import { check } from './check.command.ts';
import { coverage } from './coverage.command.ts';
import { due } from './due.command.ts';
import { list, show } from './list.command.ts';
import { schema } from './schema.command.ts';

const USE = `npm run packs -- list
npm run packs -- check [FOLDER …]
npm run packs -- show ID
npm run packs -- schema
npm run packs -- coverage [--pack ID] [--json]
npm run packs -- due LIMIT --from INSTANT [--pause FROM..TO]… [--extend N] [--json]`;

const say = (line: string): void => console.log(line);

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      pack: { type: 'string' },
      from: { type: 'string' },
      pause: { type: 'string', multiple: true, default: [] },
      extend: { type: 'string', default: '0' },
    },
  });
  const [command, ...rest] = positionals;
  const [first] = rest;
  if (command === 'list' && rest.length === 0) return list(say);
  if (command === 'check') return check(rest, say);
  if (command === 'show' && first !== undefined) return show(first, say);
  if (command === 'schema' && rest.length === 0) return schema(say);
  if (command === 'coverage') return coverage(values, say);
  if (command === 'due' && first !== undefined && values.from !== undefined)
    return due({ ...values, limit: first, from: values.from }, say);
  say(USE);
  return 2;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
