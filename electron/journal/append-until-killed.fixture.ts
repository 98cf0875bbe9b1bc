import { writeSync } from 'node:fs';
import { expectOk } from '#shared/core/result.ts';
import { KEYS } from './journal.fixture.ts';
import { openJournal } from './journal.open.ts';

/** Run as a program: appends records for ever and prints `ack <name> <seq>` after each answer. */
const [dir = '', run = ''] = process.argv.slice(2);
const journal = expectOk(await openJournal(dir, KEYS));
writeSync(1, 'ready\n');
for (let n = 0; ; n++) {
  const name = `${run}.${n}`;
  const size = (n * 7919) % 40_000;
  const { seq } = expectOk(await journal.append(Buffer.from(`${name} ${'x'.repeat(size)}`)));
  writeSync(1, `ack ${name} ${seq}\n`);
}
