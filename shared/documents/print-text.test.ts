import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { para, paper, part, value } from './paper.build.ts';
import { printable, printText } from './print-text.ts';

describe('text for print', () => {
  it('turns radicals and compatibility ideographs into characters', () => {
    expect(printText('⼈⼤⻋⻢\uF900\u{2F800}')).toBe('人大车马豈丽');
  });

  it('keeps the unified characters among the compatibility ideographs', () => {
    expect(printText('\uFA0E\uFA27')).toBe('\uFA0E\uFA27');
  });

  it('drops half characters and keeps whole ones', () => {
    expect(printText('甲\uD842乙\uDFB7丙𠮷')).toBe('甲乙丙𠮷');
    expect(printText('\uDFB7\uD842')).toBe('');
  });

  it('makes spaces of the characters page codes are drawn with', () => {
    expect(printText('甲\u2000乙\u2001丙\u2002丁\u2003戊')).toBe('甲 乙\u3000丙 丁\u3000戊');
  });

  it('drops what is invisible or turns the direction of writing', () => {
    expect(printText('甲\u202E乙\u200B\u0000\uFEFF丙\u2067')).toBe('甲乙丙');
  });

  it('knows all line ends', () => {
    expect(printText('甲\r\n乙\r丙\u2028丁')).toBe('甲\n乙\n丙\n丁');
  });

  it('is stable: what was made printable stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), content => {
        const once = printText(content);
        expect(printText(once)).toBe(once);
        expect(once).not.toMatch(/[\u2000-\u2003\u2F00-\u2FD5]/);
      }),
    );
  });

  it('cleans every text of a paper and leaves the rest alone', () => {
    const raw = paper('form', {
      id: 'A',
      title: '⼈',
      parts: [part([para('body', value('name', '王⼈\u2003'))], { running: ['⼤', ''] })],
    });
    expect(printable(raw)).toEqual(
      paper('form', {
        id: 'A',
        title: '人',
        parts: [part([para('body', value('name', '王人\u3000'))], { running: ['大', ''] })],
      }),
    );
  });
});
