import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseBundleName } from '#shared/bundle/bundle-name.ts';
import type { Drive } from '../drives/drive.ts';

/** A drive that goes between an office and its headquarters: a folder. */
export class Stick {
  readonly folder: string;
  readonly volume = randomBytes(4).toString('hex').toUpperCase();

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async in(parent: string): Promise<Stick> {
    const folder = path.join(parent, randomBytes(6).toString('hex'));
    await mkdir(folder, { recursive: true });
    return new Stick(folder);
  }

  get drive(): Drive {
    const { folder, volume } = this;
    return {
      ...{ volume, path: folder, label: '样本盘', kind: 'removable', filesystem: 'vfat' },
      ...{ free: 1, total: 1 },
    };
  }

  /** Whole bundles, the later months first. */
  async bundles(): Promise<readonly string[]> {
    const names = (await readdir(this.folder)).filter(name => parseBundleName(name) !== undefined);
    const sequence = (name: string): number => parseBundleName(name)?.sequence ?? 0;
    return names.sort((a, b) => sequence(b) - sequence(a)).map(name => path.join(this.folder, name));
  }

  async copy(): Promise<Stick> {
    const other = await Stick.in(path.dirname(this.folder));
    await cp(this.folder, other.folder, { recursive: true });
    return other;
  }

  lose(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }

  /** Pulled out too early, or a bad sector. */
  async harm(how: 'cut' | 'part' | 'alter', share: number): Promise<void> {
    for (const file of await this.bundles()) {
      const bytes = await readFile(file);
      const at = Math.floor(bytes.length * share);
      if (how === 'alter') {
        bytes[at] = (bytes[at] ?? 0) ^ 0x20;
        await writeFile(file, bytes);
        continue;
      }
      await truncate(file, at);
      if (how === 'part') await rename(file, `${file}.part`);
    }
  }
}
