/** Who wants to be told. Telling goes on when one of them takes itself off. */
export class Listeners {
  private readonly all = new Set<() => void>();

  readonly add = (listener: () => void): (() => void) => {
    this.all.add(listener);
    return () => {
      this.all.delete(listener);
    };
  };

  tell(): void {
    for (const listener of [...this.all]) listener();
  }

  get isEmpty(): boolean {
    return this.all.size === 0;
  }
}
