import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { para, paper, part, value } from './paper.build.ts';
import { bundledFonts } from './metrics/font-metrics.ts';
import { printable, printedPaper, printedText, printText } from './print-text.ts';

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

  it('drops all marks that turn the direction of writing, and variants, tags and fillers', () => {
    const marks = Array.from('\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069');
    for (const mark of [...marks, '\uFE0F', '\u{E0100}', '\u{E0067}', '\u3164', '\uFDD0', '\u{1FFFE}'])
      expect(printText(`甲${mark}乙`), mark.codePointAt(0)?.toString(16)).toBe('甲乙');
  });

  it('sets accents on their letters', () => {
    expect(printText('Cafe\u0301')).toBe('Café');
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

const printed = (content: string) => printedText(content, bundledFonts);

describe('text as the bundled fonts draw it', () => {
  it('is left alone where they have every character', () => {
    expect(printed('王玥𬭎 Café 𠮷'.replace('𠮷', '☑'))).toEqual({ text: '王玥𬭎 Café ☑', missing: [] });
  });

  it.each([
    ['an emoji', '🏠'],
    ['one with a selector of its colour', '❤\uFE0F'],
    ['a family joined of several', '👨\u200D👩\u200D👧'],
    ['a skin tone', '👍🏽'],
    ['a flag', '🇨🇳'],
    ['a flag of tags', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['a letter of a script they lack, with its vowel', 'กำ'],
    ['a rare ideograph', '\u{30000}'],
    ['a character of the private area, even where a font has it', '\u{F0024}'],
    ['an object that was pasted', '\uFFFC'],
  ])('shows 〓 once for %s', (_, character) => {
    expect(printed(`甲${character}乙`)).toEqual({ text: '甲〓乙', missing: [character] });
    expect(printed(character + character).text).toBe('〓〓');
  });

  it('keeps the letter where only its mark is lacking, and the figure of a keycap', () => {
    expect(printed('甲x\u0302乙')).toEqual({ text: '甲x〓乙', missing: ['x\u0302'] });
    expect(printed('1\uFE0F\u20E3号')).toEqual({ text: '1号', missing: [] });
    expect(printed('葛\u{E0100}')).toEqual({ text: '葛', missing: [] });
  });

  it('drops half characters and turns of direction beside it', () => {
    expect(printed('甲\uD842\u202E🏠\u2069\r\n乙')).toEqual({ text: '甲〓\n乙', missing: ['🏠'] });
  });

  it('needs no other font, whatever the text, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), content => {
        const { text } = printed(content);
        for (const char of text) expect(char === '\n' || bundledFonts.draws(char)).toBe(true);
        expect(printed(text)).toEqual({ text, missing: [] });
      }),
    );
  });

  it('tells for a paper in which values it stands, and what is about it', () => {
    const raw = paper('form', {
      id: 'A',
      title: '登记表🏠',
      parts: [
        part([
          para('body', [
            ...['住址：'].map(words => ({ kind: 'text' as const, text: words })),
            value('address', '样本市样本区范例路十八号🏠三单元五零二室，门口'),
          ]),
          para('body', value('name', '王🈶🏠\uE000')),
          para('body', '附注𰀀'),
        ]),
      ],
    });
    const { paper: shown, missing } = printedPaper(raw, bundledFonts);
    expect(shown.title).toBe('登记表〓');
    expect(missing).toEqual([
      { key: 'address', chars: ['🏠'], around: '…范例路十八号〓三单元五零二…' },
      { key: 'name', chars: ['🏠', '\uE000'], around: '王🈶〓〓' },
      { key: '', chars: ['𰀀'], around: '附注〓' },
    ]);
  });
});
