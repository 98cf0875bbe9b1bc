import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { VaultFault, type Vault } from './vault.types.ts';

/** A file that was there when the month was looked through, and is not when its turn comes. */
export class LostFile extends Error {
  override readonly name = 'LostFile';
  readonly code: FaultCode;

  constructor(code: FaultCode) {
    super(code);
    this.code = code;
  }
}

/** The code of what went wrong in the vault in the middle of a stream; undefined for any other cause. */
export function lostFileCode(cause: unknown): FaultCode | undefined {
  if (cause instanceof LostFile) return cause.code;
  return cause instanceof VaultFault ? cause.error.code : undefined;
}

export async function* storedFile(vault: Vault, sha256: string): AsyncGenerator<Uint8Array> {
  const stored = await vault.get(sha256);
  if (!stored.ok) throw new LostFile(stored.error.code);
  yield* stored.value as AsyncIterable<Uint8Array>;
}
