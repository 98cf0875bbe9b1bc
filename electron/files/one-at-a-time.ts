export type OneAtATime = <T>(action: () => Promise<T>) => Promise<T>;

/** Runs actions in the order they were handed in, each after the one before has ended, well or badly. */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return action => {
    const run = last.then(action);
    last = run.catch(() => undefined);
    return run;
  };
}
