import { describe, expect, it } from 'vitest';
import { plainDate } from '#shared/core/plain-date.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { foundedOffice } from '#shared/fixtures/community.ts';
import { numberBooks, writtenNumber } from './number-books.ts';

const pack = ladderPack();
const DAY = plainDate('2026-10-08');

describe('the number books of a procedure', () => {
  it('are its register and the series of its papers, each with the forms that take numbers from it', () => {
    const [register, ...papers] = numberBooks(foundedOffice(), pack, DAY);
    expect(register).toMatchObject({ forms: null, last: 0 });
    expect(papers.map(({ series }) => series.id)).toEqual(pack.documents.map(({ id }) => id));
    const numbered = papers.flatMap(({ forms }) => forms ?? []);
    const expected = pack.forms.filter(({ number }) => number !== undefined && number !== 'register');
    expect(numbered).toEqual(expected.map(({ name }) => name));
  });

  it('tell the number the next case gets', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30');
    const [register] = numberBooks(desk.office, pack, DAY);
    expect(register?.last).toBe(1);
    const next = writtenNumber(desk.office, register!, DAY, register!.next);
    desk.register('2026-10-08T09:40', {}, 'B');
    expect(desk.state('B').number).toBe(next);
  });

  it('begin anew with their period, and do not mix with those of other counters', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30');
    const [next] = numberBooks(desk.office, pack, plainDate('2027-01-04'));
    expect(next).toMatchObject({ last: 0, next: 1, blocks: [], voided: [] });
    const other = { counter: 'another 2026', from: 5, to: 9, for: '二号窗口' };
    const [same] = numberBooks({ ...desk.office, blocks: [other] }, pack, DAY);
    expect(same?.blocks).toEqual([]);
  });
});
