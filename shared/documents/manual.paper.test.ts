import { describe, expect, it } from 'vitest';
import { ManualChapter } from '#shared/manual/manual.schema.ts';
import { chapterStarts, manualPaper, type ManualSubject } from './manual.paper.ts';

const chapter = (id: string, zh: string): ManualChapter =>
  ManualChapter.parse({
    id,
    title: { zh, en: id },
    sections: [{ text: [{ zh: `${zh}的话`, en: `about ${id}` }] }],
  });

const subject: ManualSubject = {
  chapters: [chapter('reception', '接待登记'), chapter('papers', '文书')],
  ...{ language: 'zh-CN', keyOf: () => undefined, version: '凤凰台账 1', starts: [] },
};

describe('where a chapter begins', () => {
  it('is the page of its title, not one that names it in the contents or its head', () => {
    const pages = [
      ['凤凰台账说明书', '1 接待登记 2', '2 文书 4'],
      ['凤凰台账说明书 1　接待登记', '1　接待登记', '接待登记的话'],
      ['凤凰台账说明书 1　接待登记', '又一页'],
      ['凤凰台账说明书 2　文书', '2 文书', '文书的话'],
    ];
    expect(chapterStarts(subject, pages)).toEqual([2, 4]);
  });

  it('is not told at all where one of them is not found', () => {
    expect(chapterStarts(subject, [['目录'], ['1 接待登记']])).toEqual([]);
  });
});

describe('the manual on paper', () => {
  it('has as many lines of contents before its pages are known as after', () => {
    const [open] = manualPaper(subject).parts;
    const [settled] = manualPaper({ ...subject, starts: [2, 4] }).parts;
    expect(JSON.stringify(open)).not.toContain('"text":"4"');
    expect(JSON.stringify(settled)).toContain('"text":"4"');
    expect(open?.blocks.length).toBe(settled?.blocks.length);
  });

  it('is in the language of whoever reads it', () => {
    const english = JSON.stringify(manualPaper({ ...subject, language: 'en' }));
    expect(english).toContain('about reception');
    expect(english).not.toMatch(/接待|的话/);
  });
});
