import type { Shell } from 'electron';
import { guarded } from './guard.ts';
import { harmless } from './harmless.ts';

type Recorded = {
  readonly method: 'openExternal' | 'openPath' | 'showItemInFolder';
  readonly target: string;
};
type Surface = Pick<Shell, 'beep' | Recorded['method']> & { readonly recorded: Recorded[] };

/** Opens nothing outside the program; `recorded` says what would have been opened. */
export const shell = guarded<Surface>('shell', {
  recorded: [],
  beep: harmless,
  openExternal(target) {
    this.recorded.push({ method: 'openExternal', target });
    return Promise.resolve();
  },
  openPath(target) {
    this.recorded.push({ method: 'openPath', target });
    return Promise.resolve('');
  },
  showItemInFolder(target) {
    this.recorded.push({ method: 'showItemInFolder', target });
  },
});
