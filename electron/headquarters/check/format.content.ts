import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { BagInfo } from '#shared/bundle/bag-info.ts';
import { CaseLine } from '#shared/bundle/case-line.schema.ts';
import { CHAIN_START, extendsChain, headBefore, headOf, type ChainHead } from '#shared/bundle/event-chain.ts';
import { EventLine } from '#shared/bundle/event-line.schema.ts';
import type { FormatRuleName, ReportFormatFault } from '#shared/bundle/format.rules.ts';
import { BundleFault } from '#electron/bundles/bundle.fault.ts';
import type { BundleLimits } from '#electron/bundles/bundle.limits.ts';
import { byteLines, parsePlainJson } from '#electron/bundles/ndjson.reader.ts';
import type { BagFile } from './bag.source.ts';
import type { FoundSums } from './bag.sums.ts';
import { hashFile } from './file.hashes.ts';

const CASES = 'data/cases.ndjson';
const EVENTS = 'data/events.ndjson';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The files of the bag, and what checking its manifests has found of them. */
interface ReadFiles {
  readonly files: ReadonlyMap<string, BagFile>;
  readonly sums: FoundSums;
}

interface Checking {
  readonly limits: BundleLimits;
  readonly report: ReportFormatFault;
}

/** Each line in its shape, with its number; one that is not is reported, and undefined. */
async function* shapedLines<T>(
  schema: z.ZodType<T>,
  file: BagFile,
  rule: FormatRuleName,
  { limits, report }: Checking,
): AsyncGenerator<readonly [number, T | undefined]> {
  let number = 0;
  try {
    for await (const bytes of byteLines(await file.open(), file.path, limits.lineBytes)) {
      number += 1;
      const line = schema.safeParse(parsePlainJson(bytes, limits));
      if (!line.success) {
        const fields = line.error.issues.map(issue => issue.path.join('.')).join(', ');
        report(rule, file.path, `${number}: ${fields}`);
      }
      yield [number, line.data];
    }
  } catch (cause) {
    // A line too long; what cannot be read has been reported with the bag.
    if (cause instanceof BundleFault) report(rule, file.path, `${number + 1}: ${cause.code}`);
  }
}

async function checkCases(file: BagFile, info: BagInfo | undefined, checking: Checking): Promise<void> {
  const { report } = checking;
  const ids = new Set<string>();
  let lines = 0;
  for await (const [number, line] of shapedLines<CaseLine>(CaseLine, file, 'format1/case', checking)) {
    lines = number;
    if (line === undefined) continue;
    const { id } = line;
    if (ids.has(id)) report('format1/case-twice', CASES, String(number));
    ids.add(id);
  }
  if (info === undefined) return;
  if (info.caseCount !== lines) report('format1/case-count', 'bag-info.txt', `${info.caseCount} ≠ ${lines}`);
  if (info.zeroReport !== (info.caseCount === 0)) report('format1/zero-report', 'bag-info.txt');
}

async function checkEvents(file: BagFile, info: BagInfo | undefined, checking: Checking): Promise<void> {
  const { report } = checking;
  let head: ChainHead | undefined;
  for await (const [number, line] of shapedLines<EventLine>(EventLine, file, 'format1/event', checking)) {
    if (line === undefined) continue;
    const before = headBefore(line);
    const first = head === undefined && before.seq === 0 && before.hash !== CHAIN_START.hash;
    if (first || !extendsChain(head ?? before, line, sha256)) report('format1/chain', EVENTS, String(number));
    head = headOf(line);
  }
  const said = info?.chainHead;
  if (head === undefined || said === undefined) return;
  if (head.seq !== said.seq || head.hash !== said.hash)
    report('format1/chain-head', EVENTS, String(said.seq));
}

/** Where no manifest asked for its SHA-256, the file is read here. What cannot be read has been reported. */
async function sha256Of(file: BagFile, sums: FoundSums): Promise<string | undefined> {
  const known = sums.get(file.path)?.get('sha256');
  if (known !== undefined) return known;
  const hashed = await hashFile(file, ['sha256']).catch(() => undefined);
  return hashed?.checksums.get('sha256');
}

async function checkAttachments({ files, sums }: ReadFiles, { report }: Checking): Promise<void> {
  for (const [path, file] of files) {
    const named = /^data\/attachments\/([0-9a-f]{64})\./.exec(path)?.[1];
    if (named === undefined) continue;
    const sha256 = await sha256Of(file, sums);
    if (sha256 !== undefined && sha256 !== named) report('format1/attachment-name', path);
  }
}

/** The lines of cases and events, and the attachments by their names. */
export async function checkContent(
  read: ReadFiles,
  info: BagInfo | undefined,
  checking: Checking,
): Promise<void> {
  const { files } = read;
  const [cases, events] = [files.get(CASES), files.get(EVENTS)];
  if (cases !== undefined) await checkCases(cases, info, checking);
  if (events !== undefined) await checkEvents(events, info, checking);
  await checkAttachments(read, checking);
}
