import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { expectOk } from '#shared/core/result.ts';
import { verifyWritten } from './bundle.copies.ts';
import { sampleMonth } from './bundle.fixture.ts';
import { writeBundle } from './bundle.writer.ts';

const NAME = 'PHX-0371_2026-10_0001.bag.zip.age';

/** Starts a process that writes a bundle and kills it, without warning, once it is as far as `when`. */
async function killWhile(folder: string, when: (phase: string, bytes: number) => boolean): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'bundle.writer.child.ts'), folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<NodeJS.Signals | null>(resolve =>
    child.on('exit', (_, signal) => resolve(signal)),
  );
  for await (const line of createInterface(child.stdout)) {
    const [phase = '', bytes = ''] = line.split(' ');
    if (when(phase, Number(bytes))) child.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
}

describe('a process killed while it writes a bundle', () => {
  it.each([1, 4_000_000])('leaves nothing under its name when %i bytes were written', async bytes => {
    const folder = await tempFolder();
    await killWhile(folder, (phase, done) => phase === 'writing' && done >= bytes);
    expect(await readdir(folder)).toEqual([`${NAME}.part`]);
    const { input } = await sampleMonth();
    expectOk(await writeBundle(input, { directory: folder }));
    expect((await readdir(folder)).sort()).toEqual([NAME, `${NAME}.sha256`]);
  });

  it('leaves a whole bundle when it had only to be read back', async () => {
    const folder = await tempFolder();
    await killWhile(folder, phase => phase === 'reading-back');
    expectOk(await verifyWritten(path.join(folder, NAME)));
  });
});
