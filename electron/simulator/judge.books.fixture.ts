import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import { openSealed } from '../bundles/age.identity.ts';
import type { NaiveCase, NaiveMonth } from './naive.count.fixture.ts';
import type { ReceivedBundle } from './received.fixture.ts';

export type Say = (what: string) => void;

/** Office events that the contract tells headquarters of. */
const TOLD = ['number-allocated', 'month-locked'];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function twice(list: readonly string[]): readonly string[] {
  return list.filter((each, at) => list.indexOf(each) !== at);
}

/** Whether two lists hold the same, each exactly once. */
export function judgeSame(
  what: string,
  found: readonly string[],
  expected: readonly string[],
  say: Say,
): void {
  const missing = expected.filter(each => !found.includes(each));
  const strange = found.filter(each => !expected.includes(each));
  const doubled = twice(found);
  if (missing.length > 0) say(`${what}: missing ${missing.join(' ')}`);
  if (strange.length > 0) say(`${what}: nobody knows ${strange.join(' ')}`);
  if (doubled.length > 0) say(`${what}: twice ${doubled.join(' ')}`);
}

/** Every event once, in its order, as it was made, in one chain. */
export function judgeEvents(
  received: readonly ReceivedBundle[],
  told: readonly NaiveMonth[],
  say: Say,
): void {
  let head = { seq: 0, hash: '0'.repeat(64) };
  const secret = new Set(told.flatMap(month => month.told.filter(each => each.secret).map(({ id }) => id)));
  received.forEach(({ period, events, chain }, nth) => {
    for (const { seq, journal, event, prev, hash } of events) {
      const own = sha256(`${prev}\n${canonicalJson({ seq, journal, event })}`);
      if (seq !== head.seq + 1 || prev !== head.hash || hash !== own)
        say(`${period}: the chain breaks at ${seq}`);
      head = { seq, hash };
    }
    if (chain.seq !== head.seq || chain.hash !== head.hash)
      say(`${period}: another end of the chain is noted`);
    const expected = (told[nth]?.events ?? []).filter(
      each => each.stream === 'case' || TOLD.includes(each.type),
    );
    const ids = events.map(({ event }) => event.id);
    judgeSame(
      `${period}: events`,
      ids,
      expected.map(({ id }) => id),
      say,
    );
    if (ids.join() !== expected.map(({ id }) => id).join()) say(`${period}: events in another order`);
    for (const made of expected) {
      if (made.stream === 'case' && secret.has(made.case)) continue;
      const came = events.find(({ event }) => event.id === made.id)?.event;
      if (came && canonicalJson(came) !== canonicalJson(JSON.parse(JSON.stringify(made))))
        say(`${period}: event ${made.id} came as another`);
    }
  });
  const all = received.flatMap(({ events }) => events.map(({ event }) => event.id));
  if (twice(all).length > 0) say(`events in two months: ${twice(all).join(' ')}`);
}

/** Every case of the month once, as it stood. */
export async function judgeCases(
  bundle: ReceivedBundle,
  month: NaiveMonth,
  secondKey: string,
  say: Say,
): Promise<void> {
  const { period, cases, counts, text } = bundle;
  judgeSame(
    `${period}: cases`,
    cases.map(({ id }) => id),
    month.told.map(({ id }) => id),
    say,
  );
  if (counts.cases !== month.told.length) say(`${period}: the ledger counts ${counts.cases} cases`);
  for (const known of month.told) {
    const line = cases.find(({ id }) => id === known.id);
    if (!line) continue;
    const about = `${period}: case ${known.id}`;
    if (line.state.main !== known.phase) say(`${about} is ${line.state.main}, not ${known.phase}`);
    if (line.last_event !== known.events) say(`${about} has ${line.last_event} events, not ${known.events}`);
    if (line.fields['facts'] !== known.facts) say(`${about} says something else`);
    const attachments = (line.attachments ?? []).map(each => each.sha256);
    judgeSame(`${about}: attachments`, attachments, known.attachments, say);
    for (const { file } of line.attachments ?? [])
      if (file !== undefined && !bundle.attachments.includes(`data/attachments/${file}`))
        say(`${about}: a file is named and not there`);
    await judgeName(known, line.fields['complainant_name'], { text, secondKey, about }, say);
  }
}

async function judgeName(
  { secret, name }: NaiveCase,
  came: unknown,
  { text, secondKey, about }: { readonly text: string; readonly secondKey: string; readonly about: string },
  say: Say,
): Promise<void> {
  if (!secret || name === undefined) {
    if (came !== name) say(`${about} has another name`);
    return;
  }
  if (text.includes(name)) say(`${about}: the hidden name is there in clear`);
  const sealed = (came as { readonly sealed?: string } | undefined)?.sealed ?? '';
  const opened = await openSealed(secondKey, sealed);
  if (!opened.ok || JSON.parse(opened.value) !== name) say(`${about}: the second key does not open its name`);
}
