import path from 'node:path';
import { alternate, median } from '../measure.ts';
import { emptyWindowProgram } from '../program/empty-window.ts';
import { inProgram } from '../program/runtime.ts';
import { sampleProfile } from '#electron/e2e/sample-profile.ts';
import { startDesk, startEmpty, type Started } from '../program/starts.ts';
import { milliseconds } from '../table.ts';

const CASES = 10_000;

/** The passphrase is typed by the driver; what its derivation costs is in the row `unlock`. */
export const startWorkbench = inProgram('start to the workbench', async ({ sizes, folder }) => {
  const profile = path.join(folder, 'profile');
  await sampleProfile(profile, CASES);
  await startDesk(profile);
  const program = await emptyWindowProgram(folder);
  const starts: Started[] = [];
  const { ours, peer } = await alternate(
    {
      ours: async () => {
        const started = await startDesk(profile);
        starts.push(started);
        return started.toLock + started.toDesk;
      },
      peer: () => startEmpty(program, path.join(folder, 'empty-profile')),
    },
    sizes.starts,
  );
  const toLock = median(starts.map(each => each.toLock));
  const toDesk = median(starts.map(each => each.toDesk));
  return [
    {
      work: `start to the workbench, ${CASES} cases`,
      ms: ours,
      peer: { name: 'empty window, same runtime', ms: peer },
      most: { ratio: 1.5 },
      remark: `${milliseconds(toLock)} to the lock screen, ${milliseconds(toDesk)} from there, keys cheaply derived`,
    },
  ];
});
