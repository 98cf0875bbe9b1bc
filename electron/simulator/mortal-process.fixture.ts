import { AsyncLocalStorage } from 'node:async_hooks';
import type * as Disk from 'node:fs/promises';
import { mortalDisk, Mortality, type DEAD } from '../files/mortality.fixture.ts';

export interface Program {
  readonly version: string;
  /** Of the bundles it writes. */
  readonly format: string;
  /** The newest major format it reads. */
  readonly understands: number;
  /** Version of the procedure it brings along. */
  readonly pack: 1 | 2;
  readonly addsKeys: boolean;
  /** A fault of it: its bundles announce another number of cases than they hold. */
  readonly miscounts: boolean;
}

export const PRESENT: Program = {
  ...{ version: '0.1.0', format: '1.0', understands: 1, pack: 1, addsKeys: false, miscounts: false },
};

const inside = new AsyncLocalStorage<MortalProcess>();

/**
 * What runs in here is a process of its own: it has a version of the program, and where it dies the disk answers none
 * of its calls any more, in whatever part of the program they are made.
 */
export class MortalProcess {
  /** Processes die here, and never the machine. */
  readonly life = new Mortality({ syncs: false });
  readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  run<T>(action: () => Promise<T>): Promise<T | typeof DEAD> {
    return Promise.race([inside.run(this, action), this.life.death]);
  }
}

export const programNow = (): Program => inside.getStore()?.program ?? PRESENT;

/** `node:fs/promises` as every process has it. */
export function diskOfProcesses(real: typeof Disk): typeof Disk & { readonly default: typeof Disk } {
  const disk = mortalDisk(real, () => inside.getStore()?.life);
  return { ...disk, default: disk };
}
