import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export type SecondInstance = { readonly argv: string[]; readonly cwd: string; readonly data: unknown };
export type InstanceLock = { readonly release: () => void };

/** Run by a second Node: `requestSingleInstanceLock` must answer at once, and a socket cannot. */
const deliver = `
const socket = require('node:net').connect(process.argv[1], () => socket.end(process.argv[2]));
socket.on('error', () => process.exit(1));
socket.on('close', () => process.exit(0));
socket.resume();
`;

/**
 * One program for each folder: a file names the socket of the one that runs.
 *
 * A file whose socket nobody answers belongs to a program that was killed.
 */
export function takeInstanceLock(
  folder: string,
  message: SecondInstance,
  onSecond: (second: SecondInstance) => void,
): InstanceLock | undefined {
  const file = path.join(folder, 'chromium-shell.lock');
  fs.mkdirSync(folder, { recursive: true });
  const address = socketAddress();
  while (!tryWrite(file, address)) {
    const owner = fs.readFileSync(file, 'utf8');
    const sent = spawnSync(process.execPath, ['-e', deliver, owner, JSON.stringify(message)], {
      timeout: 5000,
    });
    if (sent.status === 0) return undefined;
    fs.rmSync(file, { force: true });
    if (process.platform !== 'win32') fs.rmSync(owner, { force: true });
  }
  const server = net.createServer({ allowHalfOpen: true }, socket => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (text += part));
    socket.on('error', () => socket.destroy());
    socket.on('end', () => {
      socket.end();
      onSecond(JSON.parse(text) as SecondInstance);
    });
  });
  server.listen(address).unref();
  const release = (): void => {
    server.close();
    fs.rmSync(file, { force: true });
  };
  process.once('exit', release);
  return { release };
}

function tryWrite(file: string, address: string): boolean {
  try {
    fs.writeFileSync(file, address, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Not in the folder itself: the path of a socket may have some hundred characters at most. */
function socketAddress(): string {
  const name = `chromium-shell-${randomUUID().slice(0, 13)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(os.tmpdir(), `${name}.sock`);
}
