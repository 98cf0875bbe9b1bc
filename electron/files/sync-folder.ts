import { realFiles, type FilePort } from './file-port.ts';
import { hasErrno } from './storage-error.ts';

/**
 * Makes a rename or a new file in this folder survive a power cut. Windows cannot open folders and NTFS
 * journals the change itself; some file systems (FUSE, network shares) answer EINVAL and have nothing to sync.
 */
export async function syncFolder(dir: string, files: FilePort = realFiles): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await files.open(dir, 'r');
  try {
    await handle.sync();
  } catch (cause) {
    if (!hasErrno(cause, 'EINVAL', 'ENOTSUP', 'EISDIR')) throw cause;
  } finally {
    await handle.close();
  }
}
