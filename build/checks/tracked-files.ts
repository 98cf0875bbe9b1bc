import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './run-command.ts';

/** The files of the repository, new ones included, ignored ones not; paths with slashes, from its top. */
export function trackedFiles(): readonly string[] {
  return git(['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
    .split('\0')
    .filter(file => file !== '' && fs.existsSync(path.join(root, file)));
}

/** What differs from the last commit, and what is new. */
export function changedFiles(): readonly string[] {
  const changed = git(['diff', '-z', '--name-only', 'HEAD']).split('\0');
  const created = git(['ls-files', '-z', '--others', '--exclude-standard']).split('\0');
  return [...changed, ...created].filter(file => file !== '' && fs.existsSync(path.join(root, file)));
}

function git(args: readonly string[]): string {
  // CI may run as another user than the one who owns the clone, which git refuses unless told.
  return execFileSync('git', ['-c', `safe.directory=${root}`, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}
