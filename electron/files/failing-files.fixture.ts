import * as disk from 'node:fs/promises';
import type { FileHandle, FilePort } from './file-port.ts';

export type DiskCall = 'open' | 'write' | 'sync' | 'rename' | 'truncate' | 'close' | 'mkdir';

export interface DiskFault {
  readonly errno: string;
  /** Bytes a failing write still puts down, as a full disk does. */
  readonly bytesFirst?: number;
}

const systemError = (errno: string, syscall: string): Error =>
  Object.assign(new Error(`${errno}: injected, ${syscall}`), { code: errno, syscall });

/** The real disk, except that `plan` may make a call fail; `file` is the path the call is about. */
export function failingFiles(plan: (call: DiskCall, file: string) => DiskFault | undefined): FilePort {
  const check = (call: DiskCall, file: string): void => {
    const fault = plan(call, file);
    if (fault) throw systemError(fault.errno, call);
  };
  return {
    ...disk,
    open: async (file, flags, mode) => {
      check('open', String(file));
      return failingHandle(await disk.open(file, flags, mode), String(file), plan, check);
    },
    rename: async (from, to) => {
      check('rename', String(to));
      await disk.rename(from, to);
    },
  };
}

function failingHandle(
  handle: FileHandle,
  file: string,
  plan: (call: DiskCall, file: string) => DiskFault | undefined,
  check: (call: DiskCall, file: string) => void,
): FileHandle {
  const replaced = {
    write: async (bytes: Uint8Array, offset: number, length: number, position: number) => {
      const fault = plan('write', file);
      if (!fault) return handle.write(bytes, offset, length, position);
      if (fault.bytesFirst) await handle.write(bytes, offset, Math.min(length, fault.bytesFirst), position);
      throw systemError(fault.errno, 'write');
    },
    sync: async () => {
      check('sync', file);
      await handle.sync();
    },
    datasync: async () => {
      check('sync', file);
      await handle.datasync();
    },
    truncate: async (length: number) => {
      check('truncate', file);
      await handle.truncate(length);
    },
  };
  return new Proxy(handle, {
    get(target, name) {
      if (name in replaced) return replaced[name as keyof typeof replaced];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });
}
