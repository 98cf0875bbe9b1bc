import { spawn } from 'node:child_process';

export type CommandOutcome =
  | { readonly kind: 'done'; readonly exitCode: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'timed-out' };

export interface CommandOptions {
  readonly input?: Uint8Array;
  readonly timeoutMs: number;
  /** Beside the program's own. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program without a shell. Its answers are asked for in the C locale, in which they can be read. */
export function runCommand(
  file: string,
  args: readonly string[],
  { input, timeoutMs, env = {} }: CommandOptions,
): Promise<CommandOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: { ...process.env, ...env, LC_ALL: 'C' }, windowsHide: true });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve({ kind: 'timed-out' });
    }, timeoutMs);
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', (cause: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (cause.code === 'ENOENT') resolve({ kind: 'not-found' });
      else reject(cause);
    });
    child.on('close', code => {
      clearTimeout(timer);
      const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8');
      resolve({ kind: 'done', exitCode: code ?? -1, stdout: text(out), stderr: text(errors) });
    });
    // A program that ends before it has read everything says why by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
