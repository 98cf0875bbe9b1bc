import type { PrintWindow } from './print-window.ts';

/**
 * Keeps one print window between prints: the fonts are some 20 MB, and a new window would unpack them again for
 * every paper. A window in which anything failed, or is still going on, is closed and not used again.
 */
export interface WarmWindow {
  readonly openPrintWindow: () => Promise<PrintWindow>;
  /** At the end of the program and when it is locked: the window still holds the last paper. */
  readonly close: () => Promise<void>;
}

const IDLE_MS = 60_000;

export function makeWarmWindow(open: () => Promise<PrintWindow>, idleMs = IDLE_MS): WarmWindow {
  let idle: PrintWindow | undefined;
  let timer: NodeJS.Timeout | undefined;

  const close = async (): Promise<void> => {
    clearTimeout(timer);
    const window = idle;
    idle = undefined;
    await window?.close();
  };

  const keep = (window: PrintWindow): void => {
    idle = window;
    timer = setTimeout(() => void close(), idleMs);
    timer.unref();
  };

  const borrow = (window: PrintWindow): PrintWindow => {
    let going = 0;
    let failed = false;
    const watched =
      <Arguments extends readonly unknown[], T>(call: (...args: Arguments) => Promise<T>) =>
      async (...args: Arguments): Promise<T> => {
        going++;
        try {
          return await call(...args);
        } catch (cause) {
          failed = true;
          throw cause;
        } finally {
          going--;
        }
      };
    return {
      loadURL: watched(window.loadURL),
      executeJavaScript: watched(window.executeJavaScript),
      printToPDF: watched(window.printToPDF),
      close: async () => {
        if (failed || going > 0 || idle) await window.close();
        else keep(window);
      },
    };
  };

  return {
    openPrintWindow: async () => {
      clearTimeout(timer);
      const window = idle;
      idle = undefined;
      return borrow(window ?? (await open()));
    },
    close,
  };
}
