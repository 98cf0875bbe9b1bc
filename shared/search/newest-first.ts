/** Slot and minute in one number that is exact. */
export const SLOTS = 2 ** 20;
const MINUTES = 2 ** 26;

const NOWHERE = -1;

/**
 * Slots by their moment, the newest first, of equals the lower one. Put in order when somebody looks: what came since is
 * sorted by itself and laid between the rest.
 */
export class NewestFirst {
  private order = new Int32Array(0);
  private readonly keys: number[] = [];
  /** Not in the order yet. */
  private readonly came = new Set<number>();
  /** Where they stand in the order, if they do, they stand no longer. */
  private readonly left = new Set<number>();

  put(slot: number, ms: number): void {
    const minute = Math.min(MINUTES - 1, Math.max(0, Math.floor(ms / 60_000)));
    const key = (MINUTES - 1 - minute) * SLOTS + slot;
    if (this.keys[slot] === key) return;
    this.keys[slot] = key;
    this.came.add(slot);
    this.left.add(slot);
  }

  remove(slot: number): void {
    this.keys[slot] = NOWHERE;
    this.came.delete(slot);
    this.left.add(slot);
  }

  clear(): void {
    this.order = new Int32Array(0);
    this.keys.length = 0;
    this.came.clear();
    this.left.clear();
  }

  slots(): Int32Array {
    if (this.came.size > 0 || this.left.size > 0) this.settle();
    return this.order;
  }

  private settle(): void {
    const came = Float64Array.from(this.came, slot => this.keys[slot] ?? 0).sort();
    const stayed = this.order.filter(slot => !this.left.has(slot));
    const order = new Int32Array(stayed.length + came.length);
    for (let to = 0, old = 0, next = 0; to < order.length; to++) {
      const slot = stayed[old];
      const key = came[next];
      const isOld = slot !== undefined && (key === undefined || (this.keys[slot] ?? 0) < key);
      if (isOld) old++;
      else next++;
      order[to] = isOld ? slot : (key ?? 0) % SLOTS;
    }
    this.order = order;
    this.came.clear();
    this.left.clear();
  }
}
