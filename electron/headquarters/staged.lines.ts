import path from 'node:path';
import { z } from 'zod';
import { CaseLine } from '#shared/bundle/case-line.schema.ts';
import { EventLine } from '#shared/bundle/event-line.schema.ts';
import { DEFAULT_LIMITS } from '#electron/bundles/bundle.limits.ts';
import { readNdjson } from '#electron/bundles/ndjson.reader.ts';
import { HqFault } from './hq.fault.ts';
import { hqFolder } from './hq.folder.ts';
import { readTextIfThere } from './hq.init.ts';
import { parseJson } from './hq.store.ts';
import type { LedgerOffice } from './ledger.schema.ts';

/** What is where in the unpacked content of a bundle. */
const StagedIndex = z.looseObject({ files: z.record(z.string(), z.looseObject({ staged: z.string() })) });

/** Lines of one file of a bundle that was accepted, as they came. */
async function* stagedLines(
  dataDir: string,
  office: LedgerOffice,
  bundle: LedgerOffice['bundles'][number],
  file: 'data/cases.ndjson' | 'data/events.ndjson',
): AsyncGenerator {
  const folder = path.join(hqFolder(dataDir).staged, office.card.code, bundle.id);
  const text = await readTextIfThere(path.join(folder, 'index.json'));
  const index = StagedIndex.safeParse(parseJson(text ?? ''));
  const staged = index.data?.files[file]?.staged;
  // It can be made again from the bundles that are kept.
  if (staged === undefined) throw new HqFault('hq/damaged', folder);
  yield* readNdjson(path.join(folder, staged), file, DEFAULT_LIMITS);
}

/** The case as the newest bundle tells of it, by its id or its register number. */
export async function findToldCase(
  dataDir: string,
  office: LedgerOffice,
  idOrNumber: string,
): Promise<Pick<CaseLine, 'id' | 'number'> | undefined> {
  for (const bundle of office.bundles.toReversed()) {
    for await (const value of stagedLines(dataDir, office, bundle, 'data/cases.ndjson')) {
      const line = CaseLine.safeParse(value);
      if (line.success && (line.data.id === idOrNumber || line.data.number === idOrNumber)) return line.data;
    }
  }
  return undefined;
}

/** Every event an office has told of, in its order. */
export async function* toldEvents(dataDir: string, office: LedgerOffice): AsyncGenerator<EventLine['event']> {
  for (const bundle of office.bundles) {
    for await (const value of stagedLines(dataDir, office, bundle, 'data/events.ndjson')) {
      const line = EventLine.safeParse(value);
      if (line.success) yield line.data.event;
    }
  }
}
