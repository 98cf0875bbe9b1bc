import { describe, expect, it } from 'vitest';
import { err } from '#shared/core/result.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { decideCase } from './case.decide.ts';
import { owedPapers } from './owed-papers.ts';
import { nextPrint } from './print.decide.ts';

const pack = ladderPack();
const answered = () =>
  new MadeDesk(pack)
    .register('2026-10-08T09:30')
    .step('2026-10-08T10:00', 'accept')
    .step('2026-10-09T10:00', 'answer');
const last = (desk: MadeDesk) => {
  const made = desk.state().documents.at(-1);
  if (!made) throw new Error('no document');
  return made;
};

describe('a print that did not come out', () => {
  it('counts as none: the paper is owed as if nobody had printed it, and no clock knows of it', () => {
    const desk = answered();
    const before = desk.state();
    const document = desk.print('2026-10-09T10:05', 'LAD-02');
    expect(owedPapers(pack, desk.state())).toEqual([]);
    desk.act('2026-10-09T10:06', { type: 'withdraw-print', document, nth: 1 });
    expect(owedPapers(pack, desk.state())).toEqual(owedPapers(pack, before));
    expect(desk.state().trace).toEqual(before.trace);
    expect(last(desk).prints).toEqual([]);
  });

  it('stays in the record with its number, which no later print has', () => {
    const desk = answered();
    const document = desk.print('2026-10-09T10:05', 'LAD-02');
    desk.act('2026-10-09T10:06', { type: 'withdraw-print', document, nth: 1 });
    expect(nextPrint(last(desk))).toBe(2);
    desk.act('2026-10-09T10:07', { type: 'record-print', document, printer: '里屋', copies: 3 });
    expect(last(desk)).toMatchObject({
      prints: [{ nth: 2, printer: '里屋', copies: 3 }],
      withdrawn: [{ nth: 1, printer: '前台', copies: 1 }],
    });
    expect(desk.state().trace.filter(({ kind }) => kind === 'printed')).toHaveLength(1);
  });

  it('is said once, and only of a print there was', () => {
    const desk = answered();
    const document = desk.print('2026-10-09T10:05', 'LAD-02');
    const withdraw = (nth: number) =>
      decideCase(desk.state(), { type: 'withdraw-print', document, nth }, desk.deciding('2026-10-09T11:00'));
    expect(withdraw(2)).toEqual(err({ code: 'case/nothing-changed' }));
    desk.act('2026-10-09T10:06', { type: 'withdraw-print', document, nth: 1 });
    expect(withdraw(1)).toEqual(err({ code: 'case/nothing-changed' }));
  });

  it('cannot be the one that came back signed', () => {
    const desk = answered();
    const document = desk.print('2026-10-09T10:05', 'LAD-02');
    desk.act('2026-10-09T10:06', { type: 'record-signed', document });
    const withdraw = () =>
      decideCase(
        desk.state(),
        { type: 'withdraw-print', document, nth: 1 },
        desk.deciding('2026-10-09T11:00'),
      );
    expect(withdraw()).toEqual(err({ code: 'case/paper-signed' }));
    desk.act('2026-10-09T10:07', { type: 'record-print', document, printer: '前台', copies: 1 });
    expect(withdraw().ok).toBe(true);
  });
});

describe('a print on pre-printed paper', () => {
  it('is told from one on white paper', () => {
    const desk = answered();
    const document = desk.print('2026-10-09T10:05', 'LAD-02');
    const print = { type: 'record-print', document, printer: '前台', copies: 1 } as const;
    desk.act('2026-10-09T10:06', { ...print, preprinted: true });
    expect(last(desk).prints.map(each => each.preprinted)).toEqual([undefined, true]);
  });
});

describe('a print of a void paper', () => {
  it('is not written down, and says which paper is void', () => {
    const desk = answered();
    const document = desk.print('2026-10-09T10:05', 'LAD-02');
    desk.act('2026-10-09T10:06', { type: 'void-document', document, reason: '写错' });
    const again = { type: 'record-print', document, printer: '前台', copies: 1 } as const;
    expect(desk.attempt('2026-10-09T10:07', again)).toEqual(
      err({ code: 'case/void-printed', form: { zh: '文书 LAD-02', en: 'Paper LAD-02' } }),
    );
  });
});

describe('a job that was handed to a printer', () => {
  it('is written down as a print once, and not again by whoever is asked about it later', () => {
    const desk = answered();
    const document = desk.print('2026-10-09T10:05', 'LAD-02');
    const record = { type: 'record-print', document, printer: '里屋', copies: 1, job: 'JOB-1' } as const;
    desk.act('2026-10-09T10:06', record);
    expect(last(desk).prints.at(-1)).toMatchObject({ nth: 2, job: 'JOB-1' });
    expect(desk.attempt('2026-10-10T09:00', record)).toEqual(err({ code: 'case/nothing-changed' }));
    desk.act('2026-10-10T09:01', { type: 'withdraw-print', document, nth: 2 });
    expect(desk.attempt('2026-10-10T09:02', record)).toEqual(err({ code: 'case/nothing-changed' }));
    expect(desk.attempt('2026-10-10T09:03', { ...record, job: 'JOB-2' }).ok).toBe(true);
  });
});
