import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { err, type Result } from '#shared/core/result.ts';
import { CHANNELS, type ChannelName } from '#shared/ipc/channels.ts';
import { contract, type OutputOf, type ParsedInputOf } from '#shared/ipc/contract.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import type { DeskFault, Reply } from '#shared/ipc/result.ts';
import { logBug } from '../log.ts';
import { isOwnUrl } from '../origin.ts';

/** What the wrapper must know of the program around it. */
export interface Border {
  /** Whether this is the main window's own webContents. */
  readonly isKnown: (webContentsId: number) => boolean;
  readonly isUnlocked: () => boolean;
  /** Why the office that is open answers no such question at all. */
  readonly refusal?: (name: ChannelName) => DeskFault | undefined;
}

export type Handler<Name extends ChannelName> = (
  input: ParsedInputOf<Name>,
) => Promise<Reply<OutputOf<Name>>> | Reply<OutputOf<Name>>;

export type Handle = <Name extends ChannelName>(name: Name, handler: Handler<Name>) => void;

type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

/** The top frame of the main window, showing our own page. */
export function isTrusted(event: Sender, border: Border): boolean {
  try {
    const frame = event.senderFrame;
    return frame?.parent === null && isOwnUrl(frame.url) && border.isKnown(event.sender.id);
  } catch {
    return false; // A frame that has gone away is null at first, and then throws when it is asked anything.
  }
}

/**
 * Everything that comes from the window passes here and only here: sender, lock, shape of the input, and then
 * the one function of the area. What comes back is always an envelope; an exception stays inside (S8).
 */
export async function answer<Name extends ChannelName>(
  name: Name,
  handler: Handler<Name>,
  border: Border,
  event: Sender,
  raw: unknown,
): Promise<Reply<OutputOf<Name>>> {
  if (!isTrusted(event, border)) return err({ code: 'ipc/sender' });
  if (contract[name].needs === 'unlocked' && !border.isUnlocked()) return err({ code: 'ipc/locked' });
  const refusal = border.refusal?.(name);
  if (refusal) return err(refusal);
  const input = contract[name].input.safeParse(raw);
  if (!input.success)
    return err({ code: 'ipc/input', detail: { where: input.error.issues[0]?.path.join('.') ?? '' } });
  try {
    return await handler(input.data as ParsedInputOf<Name>);
  } catch (cause) {
    logBug(name, cause);
    return err({ code: 'ipc/bug' });
  }
}

/** Nobody answers any more, until another office is opened. */
export function forgetHandlers(): void {
  for (const name of CHANNELS) ipcMain.removeHandler(name);
}

export const makeHandle =
  (border: Border): Handle =>
  (name, handler) => {
    ipcMain.handle(name, (event, raw: unknown) => answer(name, handler, border, event, raw));
  };

/** A refusal of some area as the envelope carries it: its code and its plain details, never its cause. */
export function asFault(error: Readonly<{ code: FaultCode }>): DeskFault {
  const detail: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(error) as [string, unknown][])
    if (
      key !== 'code' &&
      (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    )
      detail[key] = value;
  return Object.keys(detail).length > 0 ? { code: error.code, detail } : { code: error.code };
}

export const asReply = <T>(result: Result<T, Readonly<{ code: FaultCode }>>): Reply<T> =>
  result.ok ? result : err(asFault(result.error));
