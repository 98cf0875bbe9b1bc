import { describe, expect, it } from 'vitest';
import { para, paper, part, value } from '#shared/documents/paper.build.ts';
import { renderPdf, type RenderDeps } from './pdf.renderer.ts';
import { makePrintDocuments } from './print-documents.ts';
import { makePrintQueue } from './print-queue.ts';
import type { PrintWindow } from './print-window.ts';

/* What a browser makes of a paper is proved in papers.proof.test.ts; here the ways it can fail. */

const sample = paper('letter', {
  id: 'A',
  title: '函',
  parts: [part([para('body', value('name', '王玥'))])],
});

function setUp(overrides: Partial<PrintWindow>, timeoutMs = 60_000) {
  const documents = makePrintDocuments();
  const seen: string[] = [];
  const window: PrintWindow = {
    loadURL: url => {
      const { pathname } = new URL(url);
      seen.push(String(documents.findPrintFile(pathname)?.body).slice(0, 15), url);
      return Promise.resolve();
    },
    executeJavaScript: () => Promise.resolve({ missing: [], outside: [] }),
    printToPDF: () => Promise.resolve(new Uint8Array([1, 2, 3])),
    close: () => void seen.push('closed'),
    ...overrides,
  };
  const deps: RenderDeps = {
    documents,
    origin: 'app://desk',
    openPrintWindow: () => Promise.resolve(window),
    queue: makePrintQueue(),
    timeoutMs,
  };
  return { deps, seen };
}

describe('rendering a paper that cannot be rendered', () => {
  it('names the font files that did not load', async () => {
    const { deps, seen } = setUp({
      executeJavaScript: () => Promise.resolve({ missing: ['FandolFang-Regular.woff2'], outside: [] }),
    });
    expect(await renderPdf(sample, deps)).toEqual({
      ok: false,
      error: { code: 'printing/font-missing', detail: 'FandolFang-Regular.woff2' },
    });
    expect(seen.at(-1)).toBe('closed');
  });

  it('says so when the PDF cannot be read', async () => {
    const { deps } = setUp({});
    const result = await renderPdf(sample, deps);
    expect(result).toMatchObject({ ok: false, error: { code: 'printing/pdf-unreadable' } });
    expect(!result.ok && result.error.cause).toBeInstanceOf(Error);
  });

  it('keeps the cause when the window fails', async () => {
    const cause = new Error('the renderer crashed');
    const { deps, seen } = setUp({ printToPDF: () => Promise.reject(cause) });
    expect(await renderPdf(sample, deps)).toMatchObject({
      ok: false,
      error: { code: 'printing/window-failed', cause },
    });
    expect(seen.at(-1)).toBe('closed');
  });

  it('does not trust a page that answers something else', async () => {
    const { deps } = setUp({ executeJavaScript: () => Promise.resolve('ready') });
    expect(await renderPdf(sample, deps)).toMatchObject({
      ok: false,
      error: { code: 'printing/window-failed' },
    });
  });

  it('gives up after a while, closes the window, and goes on with the next paper', async () => {
    const { deps, seen } = setUp({ printToPDF: () => new Promise(() => undefined) }, 20);
    expect(await renderPdf(sample, deps)).toEqual({
      ok: false,
      error: { code: 'printing/timed-out', detail: '' },
    });
    expect(seen.at(-1)).toBe('closed');
    expect(await renderPdf(sample, deps)).toMatchObject({ error: { code: 'printing/timed-out' } });
  });

  it('has the paper served only as long as it is needed', async () => {
    const { deps, seen } = setUp({});
    await renderPdf(sample, deps);
    expect(seen[0]).toBe('<!doctype html>');
    const { pathname } = new URL(seen[1] ?? '');
    expect(deps.documents.findPrintFile(pathname)).toBeUndefined();
  });
});
