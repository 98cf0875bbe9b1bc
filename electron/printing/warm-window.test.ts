import { describe, expect, it } from 'vitest';
import { PAPER_PDF, type PrintWindow } from './print-window.ts';
import { makeWarmWindow } from './warm-window.ts';

/** Windows that count themselves; `fail` makes loading fail, `hang` makes it never end. */
function windows() {
  const log: string[] = [];
  const state = { opened: 0, fail: false, hang: false, log };
  const open = (): Promise<PrintWindow> => {
    const name = `window ${++state.opened}`;
    return Promise.resolve({
      loadURL: url => {
        log.push(`${name} loads ${url}`);
        if (state.hang) return new Promise(() => undefined);
        return state.fail ? Promise.reject(new Error('crashed')) : Promise.resolve();
      },
      executeJavaScript: () => Promise.resolve(1),
      printToPDF: () => Promise.resolve(new Uint8Array()),
      close: () => void log.push(`${name} closes`),
    });
  };
  return { state, open };
}

describe('a warm print window', () => {
  it('is used again for the next paper', async () => {
    const { state, open } = windows();
    const warm = makeWarmWindow(open);
    for (const url of ['a', 'b']) {
      const window = await warm.openPrintWindow();
      await window.loadURL(url);
      await window.printToPDF(PAPER_PDF);
      await window.close();
    }
    expect(state.log).toEqual(['window 1 loads a', 'window 1 loads b']);
    await warm.close();
    expect(state.log.at(-1)).toBe('window 1 closes');
  });

  it('is closed when something failed in it', async () => {
    const { state, open } = windows();
    const warm = makeWarmWindow(open);
    state.fail = true;
    const window = await warm.openPrintWindow();
    await expect(window.loadURL('a')).rejects.toThrow('crashed');
    await window.close();
    expect(state.log.at(-1)).toBe('window 1 closes');
    await warm.openPrintWindow();
    expect(state.opened).toBe(2);
  });

  it('is closed when it was given up', async () => {
    const { state, open } = windows();
    const warm = makeWarmWindow(open);
    state.hang = true;
    const window = await warm.openPrintWindow();
    void window.loadURL('a');
    await window.close();
    expect(state.log.at(-1)).toBe('window 1 closes');
  });

  it('is not shared by two prints', async () => {
    const { state, open } = windows();
    const warm = makeWarmWindow(open);
    const first = await warm.openPrintWindow();
    const second = await warm.openPrintWindow();
    expect(state.opened).toBe(2);
    await first.close();
    await second.close();
    expect(state.log).toEqual(['window 2 closes']);
    await warm.close();
  });

  it('closes by itself after a while', async () => {
    const { open } = windows();
    let closed: () => void = () => undefined;
    const closing = new Promise<void>(resolve => (closed = resolve));
    const warm = makeWarmWindow(async () => ({ ...(await open()), close: () => closed() }), 1);
    await (await warm.openPrintWindow()).close();
    await closing;
  });
});
