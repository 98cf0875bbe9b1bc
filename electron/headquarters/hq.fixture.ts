import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { addMonthsTo, type PlainMonth } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { sampleMonth, sampleOffice, type SampleOffice } from '#electron/bundles/bundle.fixture.ts';
import type { BundleInput, NewBundle } from '#electron/bundles/bundle.input.ts';
import { writeBundle } from '#electron/bundles/bundle.writer.ts';
import { enrolOffice } from './hq.enrol.ts';
import { initHeadquarters } from './hq.init.ts';

export const NOW = Date.parse('2026-11-02T09:00:00+08:00');
export const now = (): number => NOW;

export interface SampleHeadquarters {
  readonly dataDir: string;
  readonly card: HeadquartersCard;
  readonly office: SampleOffice;
  /** Stands for the drive the bundles come on. */
  readonly usb: string;
}

export async function sampleHeadquarters(): Promise<SampleHeadquarters> {
  const folder = await tempFolder();
  const dataDir = path.join(folder, 'hq');
  const usb = path.join(folder, 'usb');
  await mkdir(usb);
  const card = expectOk(await initHeadquarters(dataDir, { name: '样本街道办事处', now }));
  const office = sampleOffice();
  expectOk(await enrolOffice(dataDir, office.card, { now }));
  return { dataDir, card, office, usb };
}

/** The bundle of an office that comes after `last`, written to a folder of the drive. */
export async function nextBundle(
  { card, office, usb }: Pick<SampleHeadquarters, 'card' | 'office' | 'usb'>,
  last: NewBundle | undefined,
  sequence: number,
  changes: Partial<BundleInput> = {},
  cases = 1,
): Promise<NewBundle> {
  const { input } = await sampleMonth(
    {
      recipients: card.bundle_recipients,
      sequence,
      period: addMonthsTo('2026-09' as PlainMonth, sequence),
      previous: last === undefined ? null : { id: last.bundleId, sha256: last.sha256 },
      ...(last === undefined ? {} : { chainHead: last.chainHead }),
      ...changes,
    },
    { office, cases },
  );
  const directory = path.join(usb, input.bundleId);
  await mkdir(directory, { recursive: true });
  return expectOk(await writeBundle(input, { directory }));
}
