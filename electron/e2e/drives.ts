import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Folders that stand in for drives: in `slots` they are plugged in, in `pocket` they are not. */
export class Drives {
  readonly argument: string;
  private readonly root: string;

  private constructor(root: string) {
    this.root = root;
    this.argument = `--desk-drives=${path.join(root, 'slots')}`;
  }

  static async open(): Promise<Drives> {
    const root = await mkdtemp(path.join(os.tmpdir(), 'phoenix-drives-'));
    await mkdir(path.join(root, 'slots'));
    await mkdir(path.join(root, 'pocket'));
    return new Drives(root);
  }

  slot(label: string): string {
    return path.join(this.root, 'slots', label);
  }

  pocket(label: string): string {
    return path.join(this.root, 'pocket', label);
  }

  /** A new drive, not plugged in yet. */
  async buy(label: string): Promise<void> {
    await mkdir(this.pocket(label));
  }

  plugIn(label: string): Promise<void> {
    return rename(this.pocket(label), this.slot(label));
  }

  pullOut(label: string): Promise<void> {
    return rename(this.slot(label), this.pocket(label));
  }

  close(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }
}
