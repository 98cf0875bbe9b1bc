const MIB = 1024 ** 2;

export const mebibytes = (bytes: number): string => `${(bytes / MIB).toFixed(0)} MiB`;

/** How far the memory of this process rises while work is done, over all of it that was watched. */
export class MemoryWatch {
  private most = 0;

  get risen(): number {
    return this.most;
  }

  async over<T>(work: () => Promise<T>): Promise<T> {
    const before = process.memoryUsage().rss;
    const look = (): void => {
      this.most = Math.max(this.most, process.memoryUsage().rss - before);
    };
    const watch = setInterval(look, 20);
    try {
      return await work();
    } finally {
      clearInterval(watch);
    }
  }
}

export const memoryRemark = (risen: number, peer: number | undefined): string =>
  `memory rose by ${mebibytes(risen)} at most${peer === undefined ? '' : `; the largest of the tools had ${mebibytes(peer)}`}`;
