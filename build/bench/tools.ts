import { execFile, spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export function findMissing(tools: readonly string[]): string | undefined {
  return tools.find(tool => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error !== undefined);
}

/** GNU time, which tells the most memory a program ever had. */
const GNU_TIME = '/usr/bin/time';
const NOTES = 'peaks.txt';

const canTellPeaks = spawnSync(GNU_TIME, ['-f', '%M', 'true'], { stdio: 'ignore' }).status === 0;

/**
 * A line of a shell, as somebody would type it; `$1`, `$2` … are the arguments. A program with `$PEAK` before it has
 * its memory noted.
 */
export async function shell(line: string, args: readonly string[], cwd: string): Promise<void> {
  const peaks = path.join(cwd, NOTES);
  const PEAK = canTellPeaks ? `${GNU_TIME} -a -o ${peaks} -f %M` : '';
  await run('sh', ['-euc', line, 'sh', ...args], {
    cwd,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, PEAK },
  });
}

/** The most memory that any of the noted programs had since this was asked last, in bytes. */
export async function takePeak(cwd: string): Promise<number | undefined> {
  if (!canTellPeaks) return undefined;
  const peaks = path.join(cwd, NOTES);
  const noted = (await readFile(peaks, 'utf8')).trim().split('\n').map(Number);
  await rm(peaks);
  return Math.max(...noted) * 1024;
}
