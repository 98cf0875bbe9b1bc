import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export interface LoopDrive {
  /** Where desktops mount what is plugged in. */
  readonly path: string;
  readonly label: string;
  /** Takes away what lies under the file system: every write to it fails from now on. */
  readonly breakOff: () => Promise<void>;
  readonly remountReadOnly: () => void;
}

const run = (...[command, ...rest]: [string, ...string[]]): void => {
  execFileSync(command, rest, { stdio: 'ignore' });
};

/** A real file system in a file, mounted where a stick would be; undefined where this user may not or cannot. */
export async function loopDrive(bytes: number, label = '样本盘'): Promise<LoopDrive | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const work = await mkdtemp(path.join(os.tmpdir(), 'phoenix-drive-'));
  const image = path.join(work, 'stick.img');
  const user = path.join('/run/media', path.basename(work));
  const at = path.join(user, label);
  await mkdir(at, { recursive: true });
  const clean = async (): Promise<void> => {
    await rm(user, { recursive: true, force: true });
    await rm(work, { recursive: true, force: true });
  };
  try {
    await writeFile(image, '');
    await truncate(image, bytes);
    run('mkfs.ext4', '-q', '-F', '-O', '^has_journal', '-m', '0', image);
    run('mount', '-o', 'loop', image, at);
  } catch {
    await clean();
    return undefined;
  }
  onTestFinished(async () => {
    run('umount', '-l', at);
    await clean();
  });
  return {
    path: at,
    label,
    breakOff: () => truncate(image, 0),
    remountReadOnly: () => run('mount', '-o', 'remount,ro', at),
  };
}
