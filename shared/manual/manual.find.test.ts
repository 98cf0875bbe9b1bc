import { describe, expect, it } from 'vitest';
import { hitsIn, pieces } from './manual.find.ts';
import { ManualChapter } from './manual.schema.ts';

describe('what is looked for in the manual', () => {
  it('is cut out of a text wherever it stands, in large letters or small', () => {
    expect(pieces('存 PDF，拿 pdf 去印', 'Pdf')).toEqual([
      { text: '存 ', hit: false },
      { text: 'PDF', hit: true },
      { text: '，拿 ', hit: false },
      { text: 'pdf', hit: true },
      { text: ' 去印', hit: false },
    ]);
  });

  it('leaves the text whole where it says something else, or nothing is looked for', () => {
    expect(pieces('打印', '锁定')).toEqual([{ text: '打印', hit: false }]);
    expect(pieces('打印', ' ')).toEqual([{ text: '打印', hit: false }]);
    expect(pieces('打印打印', '打印').map(({ text }) => text)).toEqual(['打印', '打印']);
  });

  it('is counted over title, text, steps and keys of a chapter, in one language', () => {
    const both = { zh: '打印一份', en: 'Print one' };
    const chapter = ManualChapter.parse({
      id: 'papers',
      title: { zh: '打印', en: 'Printing' },
      sections: [{ heading: both, text: [both], steps: [both], keys: [{ command: 'print', does: both }] }],
    });
    expect(hitsIn(chapter, 'zh-CN', '打印')).toBe(5);
    expect(hitsIn(chapter, 'en', 'print')).toBe(5);
    expect(hitsIn(chapter, 'en', '打印')).toBe(0);
  });
});
