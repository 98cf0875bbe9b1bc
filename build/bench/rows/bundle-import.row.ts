import fs from 'node:fs/promises';
import path from 'node:path';
import { expectOk } from '#shared/core/result.ts';
import { sampleOffice } from '#electron/bundles/bundle.fixture.ts';
import { writeBundle } from '#electron/bundles/bundle.writer.ts';
import { enrolOffice } from '#electron/headquarters/hq.enrol.ts';
import { hqFolder } from '#electron/headquarters/hq.folder.ts';
import { importBundle } from '#electron/headquarters/hq.import.ts';
import { initHeadquarters } from '#electron/headquarters/hq.init.ts';
import { alternate, timed } from '../measure.ts';
import { MemoryWatch, memoryRemark } from '../memory.ts';
import { benchMonth } from '../month.ts';
import type { Row } from '../row.ts';
import { findMissing, shell, takePeak } from '../tools.ts';

const TOOLS =
  '$PEAK age -d -i "$1" -o x.zip "$2" && $PEAK unzip -q x.zip && cd */ && $PEAK sha256sum --quiet -c manifest-sha256.txt';

/** Ours also checks signature, chain and order, keeps the bundle as it came and signs a receipt. */
export const bundleImport: Row = async ({ sizes, folder }) => {
  const work = `import at headquarters, ${sizes.bundleMebibytes} MiB`;
  const missing = findMissing(['age', 'unzip', 'sha256sum']);
  if (missing !== undefined) return [{ work, because: `${missing} is not installed` }];
  const at = (name: string): string => path.join(folder, name);
  const card = expectOk(await initHeadquarters(at('hq'), { name: '样本街道办事处' }));
  const office = sampleOffice();
  expectOk(await enrolOffice(at('hq'), office.card));
  const { input } = await benchMonth(folder, sizes, office, card.bundle_recipients);
  const bundle = expectOk(await writeBundle(input, { directory: folder }));
  const memory = new MemoryWatch();
  let tools: number | undefined;
  const { ours, peer } = await alternate(
    {
      ours: async () => {
        await fs.rm(at('hq-now'), { recursive: true, force: true });
        await fs.cp(at('hq'), at('hq-now'), { recursive: true });
        return memory.over(() => timed(async () => expectOk(await importBundle(bundle.path, at('hq-now')))));
      },
      peer: async () => {
        await fs.rm(at('by-hand'), { recursive: true, force: true });
        await fs.mkdir(at('by-hand'));
        const args = [hqFolder(at('hq')).bundleKey, bundle.path];
        const took = await timed(() => shell(TOOLS, args, at('by-hand')));
        tools = Math.max(tools ?? 0, (await takePeak(at('by-hand'))) ?? 0) || undefined;
        return took;
      },
    },
    sizes.rounds,
  );
  return [
    {
      work,
      ms: ours,
      peer: { name: 'age -d, unzip, sha256sum -c', ms: peer },
      most: { ratio: 1.5 },
      remark: memoryRemark(memory.risen, tools),
    },
  ];
};
