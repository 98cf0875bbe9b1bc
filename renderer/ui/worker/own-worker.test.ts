import { describe, expect, it } from 'vitest';
import { ownWorkerUrl } from './own-worker.ts';

const PAGE = 'app://desk/index.html';

describe('a worker of the window', () => {
  it.each(['/assets/pdf.worker.min-C1a_2.mjs', '/assets/scan.worker-Ab-3.js'])('is %s', url => {
    expect(ownWorkerUrl(url, PAGE)).toBe(url);
  });

  it.each([
    'https://example.org/assets/pdf.worker.js',
    'app://evil/assets/pdf.worker.js',
    'blob:app://desk/6b1f',
    'data:text/javascript,1',
    '/assets/index-Ab.js',
    '/print/pdf.worker.js',
    '/assets/../print/pdf.worker.js',
    '/assets/pdf.worker/../x.js',
  ])('is not %s', url => {
    expect(() => ownWorkerUrl(url, PAGE)).toThrow(TypeError);
  });
});
