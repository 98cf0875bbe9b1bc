import type * as Disk from 'node:fs/promises';
import type { FileHandle } from './file-port.ts';

type RealDisk = typeof Disk;
type Call = (...args: never[]) => Promise<unknown>;

/** What is awaited for ever is kept: the files it holds open are not to be closed by the collection of garbage. */
const waiting: Promise<never>[] = [];

function never(): Promise<never> {
  const wait = new Promise<never>(() => undefined);
  waiting.push(wait);
  return wait;
}

export const DEAD = 'dead';

/**
 * The life of a process as its disk sees it. From the change it dies at no call of it ever returns, as for a process
 * that was killed there: nothing is cleaned up. A write that is the last one gets half of its bytes down.
 */
export class Mortality {
  /** Settles when the process would have died. */
  readonly death: Promise<typeof DEAD>;
  private count = 0;
  private last = Infinity;
  private die: (word: typeof DEAD) => void = () => undefined;
  private readonly open = new Set<FileHandle>();
  private readonly syncs: boolean;
  private readonly underWay = new Set<Promise<unknown>>();
  private isBuried = false;

  /** Where the power is never cut, what a process wrote is there without being synced, and that takes its time. */
  constructor({ syncs = true }: { readonly syncs?: boolean } = {}) {
    this.syncs = syncs;
    this.death = new Promise(resolve => (this.die = resolve));
  }

  /** Calls that change something, so far. */
  get changes(): number {
    return this.count;
  }

  get isDead(): boolean {
    return this.count >= this.last;
  }

  /** It ends at the change of this number from now on. */
  endAfter(changes: number): void {
    if (!this.isDead) this.last = this.count + changes;
  }

  /** Closes what the dead process had open, as its system would. */
  async bury(): Promise<void> {
    this.isBuried = true;
    await Promise.allSettled(this.underWay);
    // Not waited for: where a stream stands still that nobody reads any more, closing would never end.
    for (const handle of this.open) void handle.close().catch(() => undefined);
    this.open.clear();
  }

  private follow<T>(action: Promise<T>): Promise<T> {
    this.underWay.add(action);
    const end = (): void => void this.underWay.delete(action);
    void action.then(end, end);
    return action;
  }

  change<T>(action: () => Promise<T>, half?: () => Promise<unknown>): Promise<T> {
    if (this.isDead) return never();
    this.count += 1;
    if (this.count < this.last) return this.follow(action());
    const end = (): void => this.die(DEAD);
    void (half?.() ?? Promise.resolve()).then(end, end);
    return never();
  }

  look<T>(action: () => Promise<T>): Promise<T> {
    return this.isDead ? never() : action();
  }

  hold(handle: FileHandle): FileHandle {
    this.open.add(handle);
    // It was being opened while another branch of the process died.
    if (this.isBuried) void handle.close();
    const sync = (how: 'sync' | 'datasync') => () =>
      this.change(() => (this.syncs ? handle[how]() : Promise.resolve()));
    const replaced = {
      write: (bytes: Uint8Array, offset: number, length: number, position: number) =>
        this.change(
          () => handle.write(bytes, offset, length, position),
          () => handle.write(bytes, offset, length >> 1, position),
        ),
      writeFile: (content: Uint8Array | string) => {
        const bytes = Buffer.from(content as string);
        return this.change(
          () => handle.writeFile(bytes),
          () => handle.writeFile(bytes.subarray(0, bytes.length >> 1)),
        );
      },
      truncate: (length: number) => this.change(() => handle.truncate(length)),
      sync: sync('sync'),
      datasync: sync('datasync'),
      close: async () => {
        let closing: Promise<void> | undefined;
        await this.change(() => {
          this.open.delete(handle);
          closing = handle.close();
          return Promise.resolve();
        });
        await closing;
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
}

const CHANGING = ['rename', 'unlink', 'mkdir', 'mkdtemp', 'rm', 'copyFile', 'chmod', 'writeFile'] as const;
const LOOKING = ['stat', 'lstat', 'readFile', 'readdir', 'access'] as const;

/** The real disk for whoever has no end, and one that ends for all others; who calls is asked at each call. */
export function mortalDisk(real: RealDisk, lifeNow: () => Mortality | undefined): RealDisk {
  const made: Partial<Record<keyof RealDisk, Call>> = {};
  for (const name of CHANGING) {
    const call = real[name] as Call;
    made[name] = (...args) => lifeNow()?.change(() => call(...args)) ?? call(...args);
  }
  for (const name of LOOKING) {
    const call = real[name] as Call;
    made[name] = (...args) => lifeNow()?.look(() => call(...args)) ?? call(...args);
  }
  const open: RealDisk['open'] = async (file, flags, mode) => {
    const life = lifeNow();
    if (!life) return real.open(file, flags, mode);
    return life.hold(await life.change(() => real.open(file, flags, mode)));
  };
  return { ...real, ...(made as unknown as Partial<RealDisk>), open };
}
