import { prepareRun } from '#build/run/prepare-run.ts';
import type { Context, Figure, Row, Unmeasured } from '../row.ts';

/** A row that needs the built program and a runtime for it; without one it says so. */
export const inProgram =
  (work: string, measure: (context: Context) => Promise<readonly (Figure | Unmeasured)[]>): Row =>
  async context => {
    try {
      await prepareRun();
    } catch (error) {
      return [{ work, because: error instanceof Error ? error.message : String(error) }];
    }
    return measure(context);
  };
