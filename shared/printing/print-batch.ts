/** What was begun: it may still lie in a queue while the next one is begun. */
export interface Begun<End> {
  readonly over: Promise<End>;
}

export interface BatchWork<Item, End> {
  /** Makes one and hands it over. */
  readonly begin: (item: Item, index: number) => Promise<Begun<End>>;
  /** What became of one that broke: the others go on. */
  readonly broken: (cause: unknown, item: Item) => End;
  readonly onBegin?: (index: number) => void;
  readonly onEnd?: (index: number, end: End) => void;
}

export interface BatchOptions {
  /** Nothing is begun after it; what was begun comes to its end. */
  readonly signal?: AbortSignal | undefined;
  /** How many may lie in the queue unprinted: a printer without paper is not given everything. */
  readonly ahead?: number;
}

/** One after the other, in their order. Resolves when everything that was begun is over, with how many that were. */
export async function runBatch<Item, End>(
  items: readonly Item[],
  work: BatchWork<Item, End>,
  { signal, ahead = 1 }: BatchOptions = {},
): Promise<number> {
  const open = new Set<Promise<void>>();
  let begun = 0;
  for (const [index, item] of items.entries()) {
    while (open.size >= ahead && !signal?.aborted) await Promise.race(open);
    if (signal?.aborted) break;
    work.onBegin?.(index);
    begun += 1;
    const broken = (cause: unknown): End => work.broken(cause, item);
    const started = await work.begin(item, index).catch((cause: unknown): Begun<End> => ({
      over: Promise.resolve(broken(cause)),
    }));
    const over = started.over.catch(broken).then(end => {
      open.delete(over);
      work.onEnd?.(index, end);
    });
    open.add(over);
  }
  await Promise.all(open);
  return begun;
}
