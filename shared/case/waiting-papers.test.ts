import { describe, expect, it } from 'vitest';
import { newDocumentId } from '#shared/core/ids.ts';
import { at } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { papersToPrint, papersToSign, perhapsOutdated, waitingPapers } from './waiting-papers.ts';

const pack = ladderPack();
const registered = () => new MadeDesk(pack).register('2026-10-08T09:30');
const answered = () => registered().step('2026-10-08T10:00', 'accept').step('2026-10-09T10:00', 'answer');
const make = (desk: MadeDesk, now: string, form: string) => {
  const document = newDocumentId(desk.ids);
  const made = { sha256: 'a'.repeat(64), bytes: 1, pages: 1, mark: '00000000' };
  desk.act(now, { type: 'record-document', document, form, ...made });
  return document;
};
const toPrint = (desk: MadeDesk) => papersToPrint(pack, desk.state());
const toSign = (desk: MadeDesk) => papersToSign(pack, desk.state());

describe('papers that wait to be printed', () => {
  it('are the form the case was registered on, until it is printed', () => {
    const desk = registered();
    make(desk, '2026-10-08T09:35', 'LAD-01');
    expect(toPrint(desk)).toEqual([{ form: 'LAD-01', why: 'register', since: at('2026-10-08T09:30') }]);
    desk.print('2026-10-08T09:40', 'LAD-01');
    expect(toPrint(desk)).toEqual([]);
  });

  it('are what a step owes, since it was taken, also of a closed case', () => {
    const desk = answered();
    expect(toPrint(desk)).toEqual([{ form: 'LAD-02', why: 'owed', since: at('2026-10-09T10:00') }]);
    desk.print('2026-10-09T10:05', 'LAD-02');
    expect(toPrint(desk)).toEqual([]);
  });

  it('are what was made and never printed, and what was set anew after a print', () => {
    const desk = registered();
    desk.print('2026-10-08T09:50', 'LAD-01');
    make(desk, '2026-10-08T09:55', 'LAD-02');
    expect(toPrint(desk)).toEqual([{ form: 'LAD-02', why: 'made', since: at('2026-10-08T09:55') }]);
    desk.print('2026-10-08T09:57', 'LAD-02');
    make(desk, '2026-10-08T10:00', 'LAD-01');
    expect(toPrint(desk)).toEqual([{ form: 'LAD-01', why: 'made', since: at('2026-10-08T10:00') }]);
  });

  it('are again those of which the only print did not come out', () => {
    const desk = answered();
    const document = desk.print('2026-10-09T10:05', 'LAD-02');
    desk.act('2026-10-09T10:06', { type: 'withdraw-print', document, nth: 1 });
    expect(toPrint(desk)).toMatchObject([{ form: 'LAD-02', why: 'owed' }]);
  });

  it('may say something else since a correction that came after they were made', () => {
    const desk = registered();
    desk.print('2026-10-08T09:40', 'LAD-01');
    expect(perhapsOutdated(pack, desk.state())).toEqual([]);
    desk.change('2026-10-08T10:00', { subject: '门禁' });
    expect(perhapsOutdated(pack, desk.state()).map(({ id }) => id)).toEqual(['LAD-01']);
    desk.print('2026-10-08T10:10', 'LAD-01');
    expect(perhapsOutdated(pack, desk.state())).toEqual([]);
  });
});

describe('papers that wait to come back signed', () => {
  it('are those a step needs, from their last print until they are back, though the case is closed', () => {
    const desk = answered();
    expect(toSign(desk)).toEqual([]);
    const document = desk.print('2026-10-09T10:05', 'LAD-02');
    desk.act('2026-10-09T11:00', { type: 'record-print', document, printer: '前台', copies: 1 });
    expect(toSign(desk)).toEqual([{ form: 'LAD-02', since: at('2026-10-09T11:00') }]);
    expect(waitingPapers(pack, desk.state())).toEqual(['sign']);
    desk.act('2026-10-10T09:00', { type: 'record-signed', document });
    expect(waitingPapers(pack, desk.state())).toEqual([]);
  });

  it('are not those that may go without a signature', () => {
    const desk = answered();
    const document = desk.print('2026-10-09T10:05', 'LAD-02');
    desk.act('2026-10-10T09:00', { type: 'waive-signature', document, cause: 'refuses', reason: '不签' });
    expect(toSign(desk)).toEqual([]);
  });
});
