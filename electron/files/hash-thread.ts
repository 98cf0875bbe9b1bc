import { createHash } from 'node:crypto';
import { oneThread, WorkThread } from './work-thread.ts';

/** Handed to the thread at once; whatever is shorter altogether is hashed here and never sees it. */
const BLOCK = 256 * 1024;

const WORK = `
const { createHash } = require('node:crypto');
const { parentPort } = require('node:worker_threads');
const hashes = new Map();
parentPort.on('message', ({ id, block, length, end }) => {
  if (block) {
    const hash = hashes.get(id) ?? createHash('sha256');
    hashes.set(id, hash.update(new Uint8Array(block, 0, length)));
  }
  const sha256 = end === 'digest' ? hashes.get(id).digest('hex') : undefined;
  if (end) hashes.delete(id);
  if (end !== 'drop') parentPort.postMessage(sha256);
});
`;

interface Message {
  readonly id: number;
  readonly block?: SharedArrayBuffer;
  readonly length?: number;
  readonly end?: 'digest' | 'drop';
}

/** With blocks of memory that it shares with whoever asks. */
class HashThread extends WorkThread<Message, string | undefined> {
  private readonly spare: SharedArrayBuffer[] = [];
  private nextId = 0;

  constructor() {
    super(WORK, 'hash');
  }

  newId(): number {
    return this.nextId++;
  }

  takeBlock(): SharedArrayBuffer {
    return this.spare.pop() ?? new SharedArrayBuffer(BLOCK);
  }

  giveBack(blocks: readonly (SharedArrayBuffer | undefined)[]): void {
    this.spare.push(...blocks.filter(block => block !== undefined));
  }
}

const theThread = oneThread(() => new HashThread());

/**
 * SHA-256 of what goes by, reckoned beside what else is done with it. Give it one piece after the other, each awaited;
 * then either the digest or, where it is not wanted any more, `drop`.
 */
export class PassingHash {
  private thread: HashThread | undefined;
  private id = 0;
  private filling: Uint8Array<SharedArrayBuffer> = new Uint8Array(new SharedArrayBuffer(0));
  private used = 0;
  /** The block before, which the thread may be reading, and its word that it has. */
  private handedOver: { readonly block: SharedArrayBuffer; readonly read: Promise<unknown> } | undefined;

  /** The piece may be used for something else as soon as this returns. */
  async update(piece: Uint8Array): Promise<void> {
    for (let taken = 0; taken < piece.length;) {
      if (this.used === this.filling.length) await this.turn();
      const part = piece.subarray(taken, taken + this.filling.length - this.used);
      this.filling.set(part, this.used);
      this.used += part.length;
      taken += part.length;
    }
  }

  /** In lower-case hexadecimal. It ends the hash. */
  async digest(): Promise<string> {
    const sha256 = await this.digestOf();
    this.thread?.giveBack([this.filling.buffer, this.handedOver?.block]);
    this.handedOver = undefined;
    return sha256;
  }

  /** After the digest it does nothing. */
  drop(): void {
    // Blocks that the thread may still be reading are not used again.
    if (this.handedOver) this.thread?.tell({ id: this.id, end: 'drop' });
  }

  private async digestOf(): Promise<string> {
    if (!this.thread || !this.handedOver) {
      return createHash('sha256').update(this.filling.subarray(0, this.used)).digest('hex');
    }
    const last = { block: this.filling.buffer, length: this.used };
    const sha256 = await this.thread.ask({ id: this.id, ...last, end: 'digest' });
    if (sha256 === undefined) throw new Error('the thread that hashes gave no digest');
    return sha256;
  }

  /** Hands the full block over and goes on with the other, once the thread has read that. */
  private async turn(): Promise<void> {
    if (this.thread) {
      const block = this.filling.buffer;
      const read = this.thread.ask({ id: this.id, block, length: this.used });
      const other = this.handedOver;
      await other?.read;
      this.handedOver = { block, read };
      this.filling = new Uint8Array(other?.block ?? this.thread.takeBlock());
    } else {
      this.thread = theThread();
      this.id = this.thread.newId();
      this.filling = new Uint8Array(this.thread.takeBlock());
    }
    this.used = 0;
  }
}
