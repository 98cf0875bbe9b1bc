import { instantFromMs, type Instant } from '#shared/core/instant.ts';
import type { DeskEnvironment } from './environment.ts';
import { Listeners } from './listeners.ts';

const MINUTE_MS = 60_000;

/** The clock of the PC, moved by what the shell says (only in scenario runs). Ticks while somebody listens. */
export class DeskClock {
  private readonly listeners = new Listeners();
  private offsetMs = 0;
  private callOff: (() => void) | undefined;
  private readonly environment: Pick<DeskEnvironment, 'nowMs' | 'after'>;

  constructor(environment: Pick<DeskEnvironment, 'nowMs' | 'after'>) {
    this.environment = environment;
  }

  readonly nowMs = (): number => this.environment.nowMs() + this.offsetMs;

  readonly now = (): Instant => instantFromMs(this.nowMs());

  moveTo(offsetMs: number): void {
    if (offsetMs === this.offsetMs) return;
    this.offsetMs = offsetMs;
    this.callOff?.();
    this.callOff = undefined;
    this.tick();
  }

  readonly onMinute = (listener: () => void): (() => void) => {
    const remove = this.listeners.add(listener);
    this.callOff ??= this.arm();
    return () => {
      remove();
      if (!this.listeners.isEmpty) return;
      this.callOff?.();
      this.callOff = undefined;
    };
  };

  private readonly tick = (): void => {
    this.callOff = this.listeners.isEmpty ? undefined : this.arm();
    this.listeners.tell();
  };

  private arm(): () => void {
    return this.environment.after(MINUTE_MS - (this.nowMs() % MINUTE_MS), this.tick);
  }
}
