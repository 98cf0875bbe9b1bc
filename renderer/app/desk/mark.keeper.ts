import type { StoreMeta } from '#renderer/db/store-rows.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import { askShell } from './ask-shell.ts';
import type { DeskEnvironment } from './environment.ts';

const PAUSE_MS = 2000;

/**
 * Lets the shell remember what the store is like, so that a store that is suddenly empty or old is noticed.
 *
 * The mark may lag behind the store and never runs ahead of it: it is given what was committed.
 */
export class MarkKeeper {
  private pending: StoreMeta | undefined;
  private callOff: (() => void) | undefined;
  private readonly api: Pick<DeskApi, 'store'>;
  private readonly environment: Pick<DeskEnvironment, 'after'>;

  constructor(api: Pick<DeskApi, 'store'>, environment: Pick<DeskEnvironment, 'after'>) {
    this.api = api;
    this.environment = environment;
  }

  note(meta: StoreMeta): void {
    this.pending = meta;
    this.callOff ??= this.environment.after(PAUSE_MS, () => void this.flush());
  }

  readonly flush = async (): Promise<void> => {
    this.callOff?.();
    this.callOff = undefined;
    const meta = this.pending;
    if (meta === undefined) return;
    this.pending = undefined;
    const { storeId, seq, hash, cases } = meta;
    const reply = await askShell(() => this.api.store.setMark({ storeId, seq, hash, cases }));
    // Tried again with the next save, or when the ledger is locked.
    if (!reply.ok) this.pending ??= meta;
  };

  forget(): void {
    this.callOff?.();
    this.callOff = undefined;
    this.pending = undefined;
  }
}
