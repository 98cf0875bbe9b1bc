import { spawn } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export type Command = {
  /** A script of an installed package, or of this repository. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** `live`: seen as it comes. `kept`: given back for whoever asks. */
  readonly output: 'live' | 'kept';
  /** Milliseconds after which the command and all that it started are ended. */
  readonly limit: number;
};

export type Ended = { readonly exitCode: number; readonly output: string; readonly timedOut: boolean };

/** Colours are for a person at a console; in a log or a summary they are noise. */
function withoutColours(live: boolean): NodeJS.ProcessEnv {
  if (live && process.stdout.isTTY) return process.env;
  const kept = Object.entries(process.env).filter(([name]) => name !== 'FORCE_COLOR');
  return { ...Object.fromEntries(kept), NO_COLOR: '1' };
}

/** Runs with this same Node, from the top of the repository and without a standard input. */
export function runCommand({ script, args, env, output, limit }: Command): Promise<Ended> {
  const live = output === 'live';
  const group = process.platform !== 'win32';
  const child = spawn(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    env: { ...withoutColours(live), ...env },
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    detached: group,
  });
  const kept: Buffer[] = [];
  child.stdout?.on('data', (bytes: Buffer) => kept.push(bytes));
  child.stderr?.on('data', (bytes: Buffer) => kept.push(bytes));

  const end = (): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(group ? -child.pid : child.pid, 'SIGKILL');
    } catch {
      // It ended by itself in this moment.
    }
  };
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    end();
  }, limit);
  // A group of its own does not hear the Ctrl+C of the console.
  const interrupted = (): void => {
    end();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve({ exitCode: code ?? 1, output: Buffer.concat(kept).toString('utf8'), timedOut });
    });
  });
}
