import { EventEmitter } from 'node:events';
import type { Display, Screen as Electron } from 'electron';
import { guardClass } from './guard.ts';

type Surface = Pick<
  Electron,
  'getAllDisplays' | 'getDisplayMatching' | 'getDisplayNearestPoint' | 'getPrimaryDisplay'
>;

const size = { width: 1920, height: 1080 };

const display: Display = {
  accelerometerSupport: 'unknown',
  bounds: { x: 0, y: 0, ...size },
  colorDepth: 24,
  colorSpace: 'srgb',
  depthPerComponent: 8,
  detected: true,
  displayFrequency: 60,
  id: 1,
  internal: false,
  label: '',
  maximumCursorSize: { width: 64, height: 64 },
  monochrome: false,
  nativeOrigin: { x: 0, y: 0 },
  rotation: 0,
  scaleFactor: 1,
  size,
  touchSupport: 'unknown',
  workArea: { x: 0, y: 0, ...size },
  workAreaSize: size,
};

/** One screen of an office PC, whatever the machine has. */
class Screen extends EventEmitter implements Surface {
  getPrimaryDisplay(): Display {
    return display;
  }

  getAllDisplays(): Display[] {
    return [display];
  }

  getDisplayMatching(): Display {
    return display;
  }

  getDisplayNearestPoint(): Display {
    return display;
  }
}

guardClass('screen', Screen);

export const screen = new Screen();
