export interface IdleParts {
  readonly limitMs: number;
  /** Never set back or forward by hand, as the clock of a PC is. */
  readonly nowMs: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  /** Something goes on that must not be cut off. */
  readonly isHeld: () => boolean;
  readonly onIdle: () => void;
}

export interface IdleWatch {
  /** Somebody uses the desk. */
  readonly use: () => void;
  readonly stop: () => void;
}

/** What goes on is looked for this often, so that the whole limit passes after its end. */
const LOOK_MS = 5000;

/** Tells once that nobody used the desk for so long. */
export function watchIdle({ limitMs, nowMs, after, isHeld, onIdle }: IdleParts): IdleWatch {
  let lastMs = nowMs();
  let callOff: () => void = () => undefined;
  const look = (): void => {
    if (isHeld()) lastMs = nowMs();
    const leftMs = lastMs + limitMs - nowMs();
    if (leftMs <= 0) onIdle();
    else callOff = after(Math.min(leftMs, LOOK_MS), look);
  };
  look();
  return {
    use: () => {
      lastMs = nowMs();
    },
    stop: () => callOff(),
  };
}
