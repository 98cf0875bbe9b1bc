import fs from 'node:fs/promises';
import type { FilePort } from '#electron/files/file-port.ts';

/** For making a long journal quickly: nothing that is measured is written through this. */
export const unsynced: FilePort = {
  ...fs,
  open: async (...args) => {
    const handle = await fs.open(...args);
    handle.datasync = handle.sync = () => Promise.resolve();
    return handle;
  },
};
