import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { PDFName } from '@cantoo/pdf-lib';
import { readPdf } from '../pdf.reader.ts';
import { attaching, encrypted, JPEG, madePdf, opening, touching } from './made-files.fixture.ts';
import { readOutside } from './outside.reader.ts';

const refused = async (file: Uint8Array): Promise<string> => {
  const read = await readOutside(file);
  return read.ok ? 'taken' : read.error.code;
};

describe('a file from another program', () => {
  it('is taken as it is, byte for byte, with the pages it has', async () => {
    const pdf = await madePdf(3);
    const read = expectOk(await readOutside(pdf));
    expect(read.pages).toBe(3);
    expect(Buffer.from(read.pdf).equals(Buffer.from(pdf))).toBe(true);
  });

  it('may jump to a page when it is opened and link to an address, as Word writes it', async () => {
    const pdf = await madePdf(1, document => {
      const { catalog, context } = document;
      const [page] = document.getPages();
      catalog.set(PDFName.of('OpenAction'), context.obj([page!.ref, 'XYZ', null, null, 0]));
      const link = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: { S: 'URI' } };
      page!.node.set(PDFName.of('Annots'), context.obj([context.obj(link)]));
    });
    expect(await refused(pdf)).toBe('taken');
  });

  it('is set on one page of A4 where it is a picture', async () => {
    const read = expectOk(await readOutside(JPEG));
    expect(read.pages).toBe(1);
    expect((await readPdf(read.pdf)).pages).toHaveLength(1);
    expect(expectOk(await readOutside(JPEG)).pdf).toEqual(read.pdf);
  });

  it('is refused when it is something else, empty, or a picture in name only', async () => {
    expect(await refused(new Uint8Array())).toBe('papers/outside-empty');
    for (const other of ['PK\u0003\u0004 a Word file', '<html>', 'MZ'])
      expect(await refused(Buffer.from(other))).toBe('papers/outside-kind');
    expect(await refused(JPEG.subarray(0, 30))).toBe('papers/outside-picture');
  });

  it('is refused when it is too large, has no pages, or too many', async () => {
    expect(await refused(Buffer.alloc(30_000_001, '%PDF-1.7 '))).toBe('papers/outside-too-large');
    expect(await refused(await madePdf(0))).toBe('papers/outside-no-pages');
    expect(await refused(await madePdf(201))).toBe('papers/outside-too-many-pages');
  });

  it('is refused when somebody must type a password to read it', async () => {
    expect(await refused(await encrypted(1))).toBe('papers/outside-encrypted');
  });

  it('is refused wherever it was cut off, and when its pages are gone', async () => {
    const pdf = await madePdf(2);
    for (const part of [0.1, 0.4, 0.7, 0.95])
      expect(await refused(pdf.subarray(0, Math.floor(pdf.length * part)))).toBe('papers/outside-damaged');
    expect(await refused(Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF'))).toBe(
      'papers/outside-damaged',
    );
  });

  it.each([
    ['a script when it is opened', opening({ S: 'JavaScript', JS: 'app.alert(1)' })],
    ['a program to start', opening({ S: 'Launch', F: 'calc.exe' })],
    ['another file to open', opening({ S: 'GoToR', F: '//server/share' })],
    ['something to send', touching('SubmitForm')],
    ['a script at a touch', touching('JavaScript')],
  ])('is refused when it holds %s', async (_what, change) => {
    expect(await refused(await madePdf(1, change))).toBe('papers/outside-active');
  });

  it('is refused when it carries another file', async () => {
    expect(await refused(await madePdf(1, attaching))).toBe('papers/outside-attachment');
  });
});
