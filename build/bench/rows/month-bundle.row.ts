import fs from 'node:fs/promises';
import path from 'node:path';
import { expectOk } from '#shared/core/result.ts';
import { hasNativeCipher } from '#electron/bundles/age.stream.ts';
import { agePair, sampleOffice } from '#electron/bundles/bundle.fixture.ts';
import { writeBundle } from '#electron/bundles/bundle.writer.ts';
import { alternate, timed } from '../measure.ts';
import { benchMonth } from '../month.ts';
import type { Row } from '../row.ts';
import { findMissing, shell } from '../tools.ts';

const TOOLS = `zip -q -0 -r - "$1" | age -r "$2" -o "$3" && sync "$3"`;

/** Ours also hashes and signs, and reads the medium back; the tools only pack and encrypt. */
export const monthBundle: Row = async ({ sizes, folder }) => {
  const work = `month bundle, ${sizes.bundleCases} cases, ${sizes.bundleMebibytes} MiB`;
  const missing = findMissing(['zip', 'age']);
  if (missing !== undefined) return [{ work, because: `${missing} is not installed` }];
  const { recipient } = await agePair();
  const { input, attachments } = await benchMonth(folder, sizes, sampleOffice(), [recipient]);
  const directory = path.join(folder, 'usb');
  await fs.mkdir(directory);
  let most = 0;
  const watched = async (action: () => Promise<unknown>): Promise<number> => {
    const before = process.memoryUsage().rss;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss - before)), 20);
    try {
      return await timed(action);
    } finally {
      clearInterval(watch);
    }
  };
  const { ours, peer } = await alternate(
    {
      ours: () => watched(async () => expectOk(await writeBundle(input, { directory, replace: true }))),
      peer: () => timed(() => shell(TOOLS, [attachments, recipient, path.join(folder, 'tools.age')], folder)),
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
      remark: `memory rose by ${(most / 1024 / 1024).toFixed(0)} MiB at most; ${cipher}`,
    },
  ];
};
