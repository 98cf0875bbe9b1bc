import { createHash } from 'node:crypto';
import path from 'node:path';
import type { z } from 'zod';
import type { BagInfo } from '#shared/bundle/bag-info.ts';
import type { CaseLine } from '#shared/bundle/case-line.schema.ts';
import { CHAIN_START, extendsChain, headBefore, headOf, type ChainHead } from '#shared/bundle/event-chain.ts';
import type { EventLine } from '#shared/bundle/event-line.schema.ts';
import { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import { BundleFault } from './bundle.fault.ts';
import type { BundleLimits } from './bundle.limits.ts';
import { parsePlainJson, readNdjson } from './ndjson.reader.ts';
import type { StagedFile } from './staged.bundle.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The lines of a staged ndjson file, each in its shape. */
export async function* readLines<T>(
  schema: z.ZodType<T>,
  name: string,
  { folder, files }: { readonly folder: string; readonly files: ReadonlyMap<string, StagedFile> },
  limits: BundleLimits,
): AsyncGenerator<T> {
  const staged = files.get(name);
  if (staged === undefined) throw new BundleFault('bundle/not-a-bag', name);
  let number = 0;
  for await (const value of readNdjson(path.join(folder, staged.staged), name, limits)) {
    number += 1;
    const line = schema.safeParse(value);
    if (!line.success) throw new BundleFault('bundle/bad-content', `${name}, line ${number}`);
    yield line.data;
  }
}

/** The card in the bag; it must be of the office whose key has just proved the bag, and name that key. */
export function readOffice(
  bytes: Buffer,
  info: Pick<BagInfo, 'officeCode'>,
  signingKey: string,
  limits: BundleLimits,
): OfficeCard {
  const name = 'data/office.json';
  const card = OfficeCard.safeParse(parsePlainJson(bytes, limits));
  if (!card.success) throw new BundleFault('bundle/bad-content', name);
  if (card.data.code !== info.officeCode || card.data.signing_key !== signingKey) {
    throw new BundleFault('bundle/bad-content', `${name} is of another office`);
  }
  return card.data;
}

export async function countCases(lines: AsyncIterable<CaseLine>, info: BagInfo): Promise<number> {
  const name = 'data/cases.ndjson';
  const ids = new Set<string>();
  for await (const { id } of lines) {
    if (ids.has(id)) throw new BundleFault('bundle/bad-content', `${name} has a case twice`);
    ids.add(id);
  }
  if (ids.size !== info.caseCount) {
    throw new BundleFault('bundle/bad-bag-info', `Case-Count: ${info.caseCount}, but ${ids.size} in ${name}`);
  }
  return ids.size;
}

export interface BundleChain {
  readonly events: number;
  readonly before: ChainHead | undefined;
  readonly after: ChainHead | undefined;
}

/** Follows the chain through the bundle and to where `bag-info.txt` says it ends. */
export async function followChain(lines: AsyncIterable<EventLine>, info: BagInfo): Promise<BundleChain> {
  let before: ChainHead | undefined;
  let head: ChainHead | undefined;
  let events = 0;
  for await (const line of lines) {
    events += 1;
    before ??= headBefore(line);
    if (!extendsChain(head ?? before, line, sha256))
      throw new BundleFault('bundle/broken-chain', `event ${events}`);
    head = headOf(line);
  }
  if (before?.seq === 0 && before.hash !== CHAIN_START.hash)
    throw new BundleFault('bundle/broken-chain', 'event 1');
  const { chainHead } = info;
  if (
    head !== undefined &&
    chainHead !== undefined &&
    (head.seq !== chainHead.seq || head.hash !== chainHead.hash)
  ) {
    throw new BundleFault('bundle/broken-chain', 'Event-Chain-Head');
  }
  return { events, before: before ?? chainHead, after: head ?? chainHead };
}
