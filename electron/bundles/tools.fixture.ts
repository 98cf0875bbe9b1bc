import { spawnSync } from 'node:child_process';

/** Whether a command-line tool is installed, to let it judge what was written here. */
export const hasTool = (name: string): boolean =>
  spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined;
