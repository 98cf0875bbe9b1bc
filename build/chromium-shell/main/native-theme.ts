import { EventEmitter } from 'node:events';
import type { NativeTheme as Electron } from 'electron';
import { guardClass } from './guard.ts';
import { liveContents } from './registry.ts';

type Surface = Pick<Electron, 'shouldUseDarkColors' | 'shouldUseHighContrastColors' | 'themeSource'>;

class NativeTheme extends EventEmitter implements Surface {
  readonly shouldUseHighContrastColors = false;
  private source: Electron['themeSource'] = 'system';

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }

  get themeSource(): Electron['themeSource'] {
    return this.source;
  }

  set themeSource(source: Electron['themeSource']) {
    this.source = source;
    const features = source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: source }];
    for (const contents of liveContents.values()) {
      contents.tell(page => page.send('Emulation.setEmulatedMedia', { features }));
    }
    this.emit('updated');
  }
}

guardClass('nativeTheme', NativeTheme);

export const nativeTheme = new NativeTheme();
