import { describe, expect, it } from 'vitest';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { fileContents } from './file.contents.ts';

const pack = ladderPack();
const named = (desk: MadeDesk) => fileContents(pack, desk.state()).items.map(({ name }) => name.zh);
const formName = (id: string) => pack.forms.find(form => form.id === id)?.name.zh;

describe('what lies in the file of a case', () => {
  it('is nothing at first, and what it must hold is missing', () => {
    const contents = fileContents(pack, new MadeDesk(pack).register('2026-10-08T09:30').state());
    expect(contents.items).toEqual([]);
    expect(contents.pages).toBe(0);
    expect(contents.missing.map(({ zh }) => zh)).toEqual(['答复函', '决定']);
  });

  it('stands in the order the procedure wants, other papers behind it by the day they were printed', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30');
    desk.print('2026-10-08T09:40', 'LAD-01');
    desk.print('2026-10-09T10:00', 'LAD-02');
    expect(named(desk)).toEqual([formName('LAD-02'), formName('LAD-01')]);
    const [letter, register] = fileContents(pack, desk.state()).items;
    expect(letter).toMatchObject({ date: '2026-10-09', pages: 1, page: 1, ours: true });
    expect(register).toMatchObject({ date: '2026-10-08', page: 2 });
  });

  it('has every print of a paper that was set anew, and none that was voided', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30');
    const first = desk.print('2026-10-08T09:40', 'LAD-02');
    desk.print('2026-10-08T09:50', 'LAD-02');
    expect(fileContents(pack, desk.state())).toMatchObject({ pages: 2 });
    desk.act('2026-10-08T10:00', { type: 'void-document', document: first, reason: '字印重了' });
    expect(fileContents(pack, desk.state())).toMatchObject({ pages: 1 });
    expect(named(desk)).toEqual([formName('LAD-02')]);
  });

  it('gives no page number behind a piece whose length nobody knows', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30', { injured: 1 });
    desk.print('2026-10-08T09:40', 'LAD-02');
    desk.act('2026-10-08T10:00', { type: 'confirm-item', item: 'photos' });
    desk.print('2026-10-08T10:10', 'LAD-01');
    const { items, pages, missing } = fileContents(pack, desk.state());
    expect(items.map(({ page }) => page)).toEqual([1, 2, undefined]);
    expect(items[1]).toMatchObject({ name: { zh: '照片' }, ours: false });
    expect(pages).toBeUndefined();
    expect(missing.map(({ zh }) => zh)).toEqual(['决定']);
  });
});
