import { EventEmitter } from 'node:events';
import type { PowerMonitor as Electron } from 'electron';
import { guardClass } from './guard.ts';

type Surface = Pick<
  Electron,
  'getSystemIdleState' | 'getSystemIdleTime' | 'isOnBatteryPower' | 'onBatteryPower'
>;

/** Nothing happens by itself; a test emits `lock-screen`, `suspend` and the like. */
class PowerMonitor extends EventEmitter implements Surface {
  readonly onBatteryPower = false;

  getSystemIdleState(): 'active' {
    return 'active';
  }

  getSystemIdleTime(): number {
    return 0;
  }

  isOnBatteryPower(): boolean {
    return this.onBatteryPower;
  }
}

guardClass('powerMonitor', PowerMonitor);

export const powerMonitor = new PowerMonitor();
