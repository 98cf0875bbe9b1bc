import * as disk from 'node:fs/promises';
import type { FilePort } from './file-port.ts';
import { mortalDisk, Mortality, type DEAD } from './mortality.fixture.ts';

export interface DyingFiles {
  readonly files: FilePort;
  /** Settles when the process would have died. */
  readonly death: Promise<typeof DEAD>;
  /** Calls that change something, so far. */
  readonly changes: () => number;
  /** Closes what the dead process had open, as its system would. */
  readonly bury: () => Promise<void>;
}

/** The real disk until the change of this number, at which its process ends. */
export function dyingFiles(last: number): DyingFiles {
  const life = new Mortality();
  life.endAfter(last);
  return {
    files: mortalDisk(disk, () => life),
    death: life.death,
    changes: () => life.changes,
    bury: () => life.bury(),
  };
}
