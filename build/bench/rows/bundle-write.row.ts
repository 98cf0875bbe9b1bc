import fs from 'node:fs/promises';
import path from 'node:path';
import { expectOk } from '#shared/core/result.ts';
import { hasNativeCipher } from '#electron/bundles/age.stream.ts';
import { agePair, sampleOffice } from '#electron/bundles/bundle.fixture.ts';
import { writeBundle } from '#electron/bundles/bundle.writer.ts';
import { alternate, timed } from '../measure.ts';
import { MemoryWatch, memoryRemark } from '../memory.ts';
import { benchMonth } from '../month.ts';
import type { Row } from '../row.ts';
import { findMissing, shell, takePeak } from '../tools.ts';

const TOOLS = `$PEAK zip -q -0 -r - "$1" | $PEAK age -r "$2" -o "$3" && sync "$3"`;

/** Ours also hashes and signs, and reads the medium back; the tools only pack and encrypt. */
export const bundleWrite: Row = async ({ sizes, folder }) => {
  const work = `month bundle, ${sizes.bundleCases} cases, ${sizes.bundleMebibytes} MiB`;
  const missing = findMissing(['zip', 'age']);
  if (missing !== undefined) return [{ work, because: `${missing} is not installed` }];
  const { recipient } = await agePair();
  const { input, attachments } = await benchMonth(folder, sizes, sampleOffice(), [recipient]);
  const directory = path.join(folder, 'usb');
  const ofTools = path.join(folder, 'tools.age');
  // Each writes to a place where nothing is, as a month is written to a stick.
  const empty = async (): Promise<void> => {
    for (const each of [directory, ofTools]) await fs.rm(each, { recursive: true, force: true });
    await fs.mkdir(directory);
  };
  const memory = new MemoryWatch();
  const { ours, peer } = await alternate(
    {
      ours: async () => {
        await empty();
        return memory.over(() => timed(async () => expectOk(await writeBundle(input, { directory }))));
      },
      peer: async () => {
        await empty();
        return timed(() => shell(TOOLS, [attachments, recipient, ofTools], folder));
      },
    },
    sizes.rounds,
  );
  const cipher = hasNativeCipher ? 'cipher of OpenSSL' : 'cipher in JavaScript';
  return [
    {
      work,
      ms: ours,
      peer: { name: 'zip -0 | age, same files', ms: peer },
      most: { ratio: 1.3 },
      remark: `${memoryRemark(memory.risen, await takePeak(folder))}; ${cipher}`,
    },
  ];
};
