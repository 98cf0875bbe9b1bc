import { describe, expect, it } from 'vitest';
import { err } from '#shared/core/result.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { archiveLines } from './archive.rules.ts';
import { decideDocumentNumber, documentNumber, needsNumber } from './document.decide.ts';
import { decideOffice } from './office.decide.ts';
import { owedPapers } from './owed-papers.ts';
import { registrationForm } from './registration-form.ts';

const pack = ladderPack();
const RECEIVED = '2026-10-08T09:30';
const received = (values = {}) => new MadeDesk(pack).register(RECEIVED, values);
const answered = (values = {}) =>
  received(values).step('2026-10-08T10:00', 'accept').step('2026-10-09T10:00', 'answer');

const numberOf = (desk: MadeDesk, form: string, name = 'A') => documentNumber(pack, form, desk.state(name));
const owed = (desk: MadeDesk) => owedPapers(pack, desk.state()).map(({ form }) => form);

describe('papers that are owed', () => {
  it('are owed from their step until they are printed', () => {
    const desk = answered();
    expect(owed(desk)).toEqual(['LAD-02']);
    desk.print('2026-10-09T10:05', 'LAD-02');
    expect(owed(desk)).toEqual([]);
  });

  it('are owed once, however often they are owed before they are printed', () => {
    const desk = answered().step('2026-10-10T10:00', 'reopen').step('2026-10-12T10:00', 'answer');
    expect(owed(desk)).toEqual(['LAD-02']);
  });

  it('are owed again by the same step taken again', () => {
    const desk = answered();
    desk.print('2026-10-09T10:05', 'LAD-02');
    desk.step('2026-10-10T10:00', 'reopen').step('2026-10-12T10:00', 'answer');
    expect(owed(desk)).toEqual(['LAD-02']);
  });

  it('are not owed again when the one that was printed is void: its step may have failed', () => {
    const desk = answered();
    const document = desk.print('2026-10-09T10:05', 'LAD-02');
    desk.act('2026-10-09T11:00', { type: 'void-document', document, reason: '没有签字' });
    expect(owed(desk)).toEqual([]);
  });
});

describe('the number of a paper', () => {
  it('is that of the case on the paper it is registered on', () => {
    const desk = received();
    expect(numberOf(desk, 'LAD-01')).toBe('凤社样〔2026〕0001号');
    expect(needsNumber(pack, 'LAD-01', desk.state())).toBe(false);
  });

  it('is each form its own, one after another over all cases', () => {
    const desk = received().register(RECEIVED, {}, 'B');
    desk.print('2026-10-08T10:00', 'LAD-02');
    desk.print('2026-10-08T10:01', 'LAD-02', 'B');
    desk.print('2026-10-08T10:02', 'LAD-03');
    expect([numberOf(desk, 'LAD-02'), numberOf(desk, 'LAD-02', 'B'), numberOf(desk, 'LAD-03')]).toEqual([
      ...['凤社函〔2026〕1号', '凤社函〔2026〕2号', '凤社函〔2026〕3号'],
    ]);
  });

  it('is one for all papers of a case where the series says so', () => {
    const desk = received().register(RECEIVED, {}, 'B');
    desk.print('2026-10-08T10:00', 'LAD-04');
    desk.print('2026-10-08T10:01', 'LAD-04', 'B');
    desk.print('2026-10-08T10:02', 'LAD-05');
    expect([numberOf(desk, 'LAD-04'), numberOf(desk, 'LAD-05'), numberOf(desk, 'LAD-04', 'B')]).toEqual([
      ...['凤社卷〔2026〕1号', '凤社卷〔2026〕1号', '凤社卷〔2026〕2号'],
    ]);
  });

  it('stays when the paper is set again, and begins at 1 in the next year', () => {
    const desk = received();
    desk.print('2026-12-31T10:00', 'LAD-02');
    desk.print('2027-01-04T10:00', 'LAD-02');
    expect(numberOf(desk, 'LAD-02')).toBe('凤社函〔2026〕1号');
    desk.print('2027-01-04T10:01', 'LAD-03');
    expect(numberOf(desk, 'LAD-03')).toBe('凤社函〔2027〕1号');
  });

  it('of a void paper is used up: the next one has another', () => {
    const desk = received();
    const document = desk.print('2026-10-08T10:00', 'LAD-02');
    desk.act('2026-10-08T11:00', { type: 'void-document', document, reason: '印错' });
    expect(numberOf(desk, 'LAD-02')).toBe('');
    desk.print('2026-10-08T12:00', 'LAD-02');
    expect(numberOf(desk, 'LAD-02')).toBe('凤社函〔2026〕2号');
  });

  it('stays with the paper that was set again when only the earlier one is void', () => {
    const desk = received();
    const document = desk.print('2026-10-08T10:00', 'LAD-02');
    desk.print('2026-10-08T10:30', 'LAD-02');
    desk.act('2026-10-08T11:00', { type: 'void-document', document, reason: '换页' });
    expect(numberOf(desk, 'LAD-02')).toBe('凤社函〔2026〕1号');
  });

  it('is not given twice to one paper, nor to a paper of a merged case', () => {
    const desk = received().register(RECEIVED, {}, 'B');
    desk.print('2026-10-08T10:00', 'LAD-02');
    const number = (form: string) =>
      decideDocumentNumber(desk.office, desk.state(), form, desk.deciding('2026-10-08T11:00'));
    expect(number('LAD-02')).toEqual(err({ code: 'case/nothing-changed' }));
    expect(number('LAD-01')).toEqual(err({ code: 'case/no-number-series', form: 'LAD-01' }));
    const into = desk.state('B');
    desk.act('2026-10-08T10:30', { type: 'merge', into: into.id, number: into.number, reason: '同一件事' });
    expect(number('LAD-03')).toEqual(err({ code: 'case/merged', number: into.number }));
  });

  it('skips a block that another desk gives out', () => {
    const desk = received();
    const counter = '{prefix}函〔{year}〕{n}号 2026';
    const block = decideOffice(
      desk.office,
      { type: 'reserve-block', counter, from: 1, to: 50, for: '二号窗口' },
      desk.deciding('2026-10-08T09:40'),
    );
    desk.take('A', block.ok ? block.value : []);
    desk.print('2026-10-08T10:00', 'LAD-02');
    expect(numberOf(desk, 'LAD-02')).toBe('凤社函〔2026〕51号');
  });
});

describe('a paper that comes back', () => {
  it('was printed, is not void, and comes back once', () => {
    const desk = received();
    const document = desk.print('2026-10-08T10:00', 'LAD-02');
    const signed = { type: 'record-signed', document } as const;
    desk.act('2026-10-09T10:00', signed);
    expect(desk.attempt('2026-10-09T10:01', signed)).toEqual(err({ code: 'case/nothing-changed' }));
    const other = desk.print('2026-10-09T10:02', 'LAD-03');
    desk.act('2026-10-09T10:03', { type: 'void-document', document: other, reason: '印错' });
    expect(desk.attempt('2026-10-09T10:04', { type: 'record-signed', document: other })).toEqual(
      err({ code: 'case/nothing-changed' }),
    );
  });

  it('is voided once, with a reason, by a handler or a supervisor', () => {
    const desk = received();
    const document = desk.print('2026-10-08T10:00', 'LAD-02');
    const cancel = { type: 'void-document', document, reason: '印错' } as const;
    expect(desk.attempt(RECEIVED, { ...cancel, reason: ' ' })).toEqual(err({ code: 'case/reason-missing' }));
    expect(desk.attempt(RECEIVED, cancel, { roles: ['registrar'] })).toMatchObject({
      error: { code: 'case/role' },
    });
    expect(desk.act(RECEIVED, cancel).attempt(RECEIVED, cancel)).toEqual(
      err({ code: 'case/nothing-changed' }),
    );
  });
});

describe('a limit that a void paper had started or met', () => {
  const timed = ladderPack({
    limits: `
limits:
  - { id: told, name: { zh: 告知, en: Telling }, rule: { zh: 规定, en: Rule }, amount: 5,
      starts: [{ registered: true }], ends: [{ printed: LAD-02 }] }
  - { id: back, name: { zh: 签回, en: Return }, rule: { zh: 规定, en: Rule }, amount: 5,
      starts: [{ printed: LAD-02 }], ends: [{ signed: LAD-02 }] }
`,
  });
  const NOW = '2026-10-09T17:00';
  const status = (desk: MadeDesk, id: string) => desk.clock(id, NOW)?.status;
  const told = () => {
    const desk = new MadeDesk(timed).register(RECEIVED);
    const document = desk.print('2026-10-08T10:00', 'LAD-02');
    return { desk, document, cancel: { type: 'void-document', document, reason: '印错' } as const };
  };

  it('runs again, or has not begun', () => {
    const { desk, document, cancel } = told();
    desk.act('2026-10-08T10:30', { type: 'record-signed', document });
    expect([status(desk, 'told'), status(desk, 'back')]).toEqual(['met', 'met']);
    desk.act('2026-10-08T11:00', cancel);
    expect([status(desk, 'told'), status(desk, 'back')]).toEqual(['running', 'not-begun']);
  });

  it('waits again for a signature that was given up for it', () => {
    const { desk, document, cancel } = told();
    desk.act('2026-10-08T10:10', { type: 'waive-signature', document, cause: 'refuses', reason: '不签' });
    expect(status(desk, 'back')).toBe('stopped');
    desk.act('2026-10-08T11:00', cancel);
    expect(status(desk, 'back')).toBe('not-begun');
    desk.print('2026-10-08T11:10', 'LAD-02');
    expect(status(desk, 'back')).toBe('running');
  });

  it('is met by the paper that stands, when that one came out', () => {
    const { desk, cancel } = told();
    desk.print('2026-10-08T10:30', 'LAD-02');
    desk.act('2026-10-08T11:00', cancel);
    expect(desk.clock('told', NOW)).toMatchObject({ status: 'met', ended: '2026-10-08T10:30:00+08:00' });
    expect(desk.clock('back', NOW)).toMatchObject({ start: '2026-10-08T10:30:00+08:00' });
  });

  it('counts two papers of one moment each by itself', () => {
    const { desk, cancel } = told();
    desk.print('2026-10-08T10:00', 'LAD-02');
    expect(status(desk.act('2026-10-08T11:00', cancel), 'told')).toBe('met');
  });
});

describe('filing away', () => {
  const missing = (desk: MadeDesk) =>
    archiveLines(pack, desk.state())
      .filter(({ there }) => !there)
      .map(({ item }) => item.id);
  const file = { type: 'take-step', step: 'file', values: {} } as const;

  it('waits for everything the file must hold, and for the signed paper', () => {
    const desk = answered({ injured: 1 });
    expect(missing(desk)).toEqual(['letter', 'photos']);
    expect(desk.attempt('2026-10-12T10:00', file)).toMatchObject({
      error: {
        obstacles: [{ code: 'not-signed' }, { code: 'archive', items: [{ zh: '答复函' }, { zh: '照片' }] }],
      },
    });
    const document = desk.print('2026-10-12T11:00', 'LAD-02');
    desk.act('2026-10-13T10:00', { type: 'record-signed', document });
    expect(missing(desk)).toEqual(['photos']);
    desk.act('2026-10-13T10:01', { type: 'confirm-item', item: 'photos' });
    expect(desk.step('2026-10-13T10:02', 'file').state().tracks['main']?.state).toBe('filed');
  });

  it('asks only for what this case must have, and a thing is confirmed once', () => {
    const desk = answered();
    expect(missing(desk)).toEqual(['letter']);
    desk.act('2026-10-13T10:01', { type: 'confirm-item', item: 'letter' });
    expect(desk.attempt('2026-10-13T10:02', { type: 'confirm-item', item: 'letter' })).toEqual(
      err({ code: 'case/nothing-changed' }),
    );
    expect(missing(desk)).toEqual([]);
  });

  it('counts a void paper as missing', () => {
    const desk = answered();
    const document = desk.print('2026-10-09T11:00', 'LAD-02');
    desk.act('2026-10-09T12:00', { type: 'void-document', document, reason: '印错' });
    expect(missing(desk)).toEqual(['letter']);
  });
});

describe('the form of registration', () => {
  it('is that of the first kind that fits, else the usual one', () => {
    expect(registrationForm(pack, { is_report: true })).toBe('LAD-02');
    expect(registrationForm(pack, { is_report: false })).toBe('LAD-01');
    expect(registrationForm(pack, {})).toBe('LAD-01');
  });
});
