import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { OfficeCode } from '#shared/core/ids.ts';
import { hqFolder } from '../headquarters/hq.folder.ts';
import { readLedger } from '../headquarters/hq.store.ts';
import { findOffice, type AcceptedBundle } from '../headquarters/ledger.schema.ts';

/** Read by hand, so that nothing of the program stands between the judge and what lies there. */
const Index = z.object({
  info: z.object({ format: z.string() }),
  files: z.record(z.string(), z.object({ staged: z.string(), sha256: z.string() })),
});
const Line = z.object({
  id: z.string(),
  state: z.object({ main: z.string() }),
  fields: z.record(z.string(), z.unknown()),
  attachments: z.array(z.object({ sha256: z.string(), file: z.string().optional() })).optional(),
  last_event: z.number(),
});
const Event = z.object({
  seq: z.number(),
  journal: z.string(),
  event: z.looseObject({ id: z.string() }),
  prev: z.string(),
  hash: z.string(),
});
const Figures = z.looseObject({
  period: z.string(),
  registered: z.number(),
  closed: z.number(),
  onTime: z.number(),
  open: z.number(),
  overdue: z.number(),
  asked: z.number(),
  satisfied: z.number(),
  byCategory: z.array(
    z.looseObject({ key: z.string(), registered: z.number(), closed: z.number(), late: z.number() }),
  ),
  zeroReport: z.boolean(),
  corrections: z.array(z.looseObject({ case: z.string(), kind: z.string() })).optional(),
});

export interface ReceivedBundle extends AcceptedBundle {
  readonly format: string;
  readonly cases: readonly z.infer<typeof Line>[];
  readonly events: readonly z.infer<typeof Event>[];
  readonly figures: z.infer<typeof Figures>;
  /** As they lie there. */
  readonly text: string;
  readonly attachments: readonly string[];
}

/** Where a file of a bundle lies at headquarters. */
export async function stagedFile(
  dataDir: string,
  code: OfficeCode,
  bundle: string,
  name: string,
): Promise<string> {
  const folder = path.join(hqFolder(dataDir).staged, code, bundle);
  const { files } = Index.parse(JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8')));
  const staged = files[name]?.staged;
  if (staged === undefined) throw new Error(`${name} is not in the bundle`);
  return path.join(folder, staged);
}

/** What headquarters has from an office, in its order. */
export async function receivedFrom(dataDir: string, code: OfficeCode): Promise<readonly ReceivedBundle[]> {
  const bundles = findOffice(await readLedger(dataDir), code)?.bundles ?? [];
  const received: ReceivedBundle[] = [];
  for (const bundle of bundles) {
    const folder = path.join(hqFolder(dataDir).staged, code, bundle.id);
    const index = Index.parse(JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8')));
    const read = async (name: string): Promise<string> =>
      readFile(await stagedFile(dataDir, code, bundle.id, name), 'utf8');
    const lines = (text: string): readonly unknown[] =>
      text.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line) as unknown]));
    const cases = await read('data/cases.ndjson');
    const events = await read('data/events.ndjson');
    received.push({
      ...bundle,
      format: index.info.format,
      cases: lines(cases).map(line => Line.parse(line)),
      events: lines(events).map(line => Event.parse(line)),
      figures: Figures.parse(JSON.parse(await read('data/reports/statistics.json'))),
      text: cases + events,
      attachments: Object.keys(index.files).filter(name => name.startsWith('data/attachments/')),
    });
  }
  return received;
}
