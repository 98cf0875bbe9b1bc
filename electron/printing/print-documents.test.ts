import { describe, expect, it } from 'vitest';
import { makePrintDocuments } from './print-documents.ts';

describe('documents for print windows', () => {
  it('are found by their path until they are disposed of', () => {
    const documents = makePrintDocuments();
    const published = documents.publish({ html: '<p>甲</p>', css: 'p { color: #000; }' });
    expect(published.url).toBe(`/print/${published.id}/paper.html`);
    expect(documents.findPrintFile(published.url)).toEqual({
      body: '<p>甲</p>',
      type: 'text/html; charset=utf-8',
    });
    expect(documents.findPrintFile(`/print/${published.id}/sheet.css`)).toEqual({
      body: 'p { color: #000; }',
      type: 'text/css; charset=utf-8',
    });
    published.dispose();
    expect(documents.findPrintFile(published.url)).toBeUndefined();
    expect(documents.findPrintFile(`/print/${published.id}/sheet.css`)).toBeUndefined();
  });

  it('do not mix and cannot be guessed', () => {
    const documents = makePrintDocuments();
    const first = documents.publish({ html: '1', css: '' });
    const second = documents.publish({ html: '2', css: '' });
    first.dispose();
    expect(documents.findPrintFile(second.url)?.body).toBe('2');
    expect(documents.findPrintFile('/print/1/paper.html')).toBeUndefined();
    expect(documents.findPrintFile('/print/../paper.html')).toBeUndefined();
  });

  it('may be PDF files', () => {
    const documents = makePrintDocuments();
    const { url } = documents.publishPdf(new Uint8Array([37, 80]));
    expect(url).toMatch(/\/paper\.pdf$/);
    expect(documents.findPrintFile(url)).toEqual({ body: new Uint8Array([37, 80]), type: 'application/pdf' });
  });
});
