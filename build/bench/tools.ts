import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export function findMissing(tools: readonly string[]): string | undefined {
  return tools.find(tool => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error !== undefined);
}

/** A line of a shell, as somebody would type it; `$1`, `$2` … are the arguments. */
export async function shell(line: string, args: readonly string[], cwd: string): Promise<void> {
  await run('sh', ['-euc', line, 'sh', ...args], { cwd, maxBuffer: 64 * 1024 * 1024 });
}
