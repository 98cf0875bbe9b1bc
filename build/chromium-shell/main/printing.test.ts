import { describe, expect, it } from 'vitest';
import { printParameters } from './printing.ts';

describe('the options of printToPDF', () => {
  it('have the defaults of Electron', () => {
    expect(printParameters({})).toMatchObject({
      paperWidth: 8.5,
      paperHeight: 11,
      marginTop: 0.4,
      scale: 1,
      printBackground: false,
      preferCSSPageSize: false,
    });
  });

  it('take a paper by its name or by its size in inches', () => {
    expect(printParameters({ pageSize: 'A4' })).toMatchObject({ paperWidth: 8.27, paperHeight: 11.7 });
    expect(printParameters({ pageSize: { width: 4, height: 5 } })).toMatchObject({
      paperWidth: 4,
      paperHeight: 5,
    });
  });

  it('take every margin by itself, none included', () => {
    const { marginTop, marginBottom, marginLeft } = printParameters({ margins: { top: 0, bottom: 1 } });
    expect([marginTop, marginBottom, marginLeft]).toStrictEqual([0, 1, 0.4]);
  });

  it('hand everything else over as it is', () => {
    const options = {
      landscape: true,
      displayHeaderFooter: true,
      printBackground: true,
      scale: 0.5,
      pageRanges: '1-2',
      headerTemplate: '<i>h</i>',
      footerTemplate: '<i>f</i>',
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    };
    expect(printParameters(options)).toMatchObject(options);
  });
});
