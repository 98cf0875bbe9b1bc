import { describe, expect, it } from 'vitest';
import { NO_CORRECTION } from '#shared/printing/printer-settings.ts';
import { NOTHING_MEASURED, readMeasured, readMillimetres } from './measured.reader.ts';

describe('what was measured on a calibration page', () => {
  it('is read as it is typed, with or without the unit, in full width or with a Chinese point', () => {
    expect(['21.5', '２１．５', '21。5', '21,5', ' 21.5 毫米', '21.5mm'].map(readMillimetres)).toEqual(
      Array.from({ length: 6 }, () => 21.5),
    );
    expect(['', 'abc', '2.1.5', '21.555', '1e3', '+2'].map(readMillimetres)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });

  it('is as meant where nothing was typed', () => {
    expect(readMeasured(NOTHING_MEASURED)).toEqual({ correction: NO_CORRECTION });
    expect(readMeasured({ ...NOTHING_MEASURED, left: '21.5' })).toEqual({
      correction: { ...NO_CORRECTION, right: -1.5 },
    });
  });

  it('names the fields that hold no number, and knows what cannot be mended', () => {
    expect(readMeasured({ ...NOTHING_MEASURED, top: 'x', height: '-' })).toEqual({
      wrong: ['top', 'height'],
    });
    expect(readMeasured({ ...NOTHING_MEASURED, width: '17' })).toEqual({ correction: null });
  });
});
