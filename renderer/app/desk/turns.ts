/** Jobs one after the other, in the order they came; one that throws does not stop the next. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.last.then(job);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** When everything that had been asked for is over. */
  async idle(): Promise<void> {
    await this.last;
  }
}
