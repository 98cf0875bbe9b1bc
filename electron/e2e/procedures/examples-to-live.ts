import { readExamples, type ExampleFile } from '#shared/case/example.load.ts';
import type { ExampleLine } from '#shared/case/example.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Pack } from './packs.ts';

const WELL = /settled|closed|solved|mediated|concluded|passed|mended|in-time|on-the-spot|no-harm/;
const TROUBLE =
  /late|again|withdraw|refused|lapsed|anonymous|escalated|untrue|too-old|ended|major|fails|repeat|overdue|unfit|invalid/;

/** Acts this test does not do: what only a step asks for is not corrected on the register form. */
const isLeftOut = (line: ExampleLine, { registration }: Procedure): boolean =>
  'change' in line && Object.keys(line.change).some(key => !registration.fields.includes(key));

const casesOf = ({ example }: ExampleFile): number =>
  new Set(example.lines.map(line => line.case ?? 'A')).size;

const refusals = ({ example }: ExampleFile): number =>
  example.lines.filter(line => line.refused !== undefined).length;

const ends = ({ example }: ExampleFile): string | undefined =>
  example.lines.findLast(({ expect }) => expect?.status !== undefined)?.expect?.status;

const rankOf = (each: ExampleFile): readonly number[] => [
  TROUBLE.test(each.file) ? 1 : 0,
  ends(each) === 'ended' ? 1 : 0,
  WELL.test(each.file) ? 0 : 1,
  casesOf(each),
  refusals(each),
];

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/**
 * The examples of a pack that can be lived through the screen. The first is the one that goes well, by its name and
 * its end; of several, the one with the fewest cases and then with the fewest refusals. Always in the same order.
 */
export const examplesToLive = ({ procedure, files }: Pack): readonly ExampleFile[] =>
  readExamples(files, [])
    .filter(({ example }) => !example.lines.some(line => isLeftOut(line, procedure)))
    .sort((a, b) => compareRanks(rankOf(a), rankOf(b)) || a.file.localeCompare(b.file, 'en'));
