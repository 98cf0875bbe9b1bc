import { describe, expect, it } from 'vitest';
import { err } from '#shared/core/result.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk, type Who } from '#shared/fixtures/made-desk.ts';
import type { DocumentId, EventId } from '#shared/core/ids.ts';
import { archiveLines } from './archive.rules.ts';
import { Batch } from './batch.ts';
import { foldCase } from './case.evolve.ts';
import { inFull, lineInWords } from './clock.words.ts';
import { explainClock } from './clock.explain.ts';
import type { CaseCommand } from './commands.ts';
import { permittedSteps } from './permitted.ts';

const pack = ladderPack({
  limits: `
limits:
  - { id: reply, name: { zh: 答复, en: Answer }, rule: { zh: 规定, en: Rule }, amount: 5,
      starts: [{ registered: true }], ends: [{ step: answer }],
      extension: { amount: 3, times: 2, role: supervisor } }
  - { id: fixed, name: { zh: 受理, en: Acceptance }, rule: { zh: 规定, en: Rule }, amount: 2,
      starts: [{ registered: true }], ends: [{ step: accept }] }
  - { id: filing, name: { zh: 归档, en: Filing }, rule: { zh: 规定, en: Rule }, amount: 10,
      starts: [{ step: answer }], ends: [{ step: file }],
      extension: { amount: 5, times: 1, role: supervisor } }
  - { id: letter, name: { zh: 签收, en: Receipt }, rule: { zh: 规定, en: Rule }, amount: 10,
      starts: [{ printed: LAD-02 }], ends: [{ signed: LAD-02 }] }
`,
});
const RECEIVED = '2026-10-08T09:30';
const HANDLER = { name: '李经办', roles: ['handler'] } as const;
const CHIEF = { name: '赵主任', roles: ['supervisor'] } as const;
const BOTH = { name: '王登记', roles: ['handler', 'supervisor'] } as const;

const accepted = (values = {}) =>
  new MadeDesk(pack).register(RECEIVED, values).step('2026-10-08T10:00', 'accept');
const extension = (limit = 'reply', reason = '等配件到货'): CaseCommand => ({
  ...{ type: 'ask-approval', matter: { about: 'extension', limit }, reason },
});
const answer = (asked: EventId, given: 'given' | 'refused', reason?: string): CaseCommand => ({
  ...{ type: 'answer-approval', asked, answer: given },
  ...(reason === undefined ? {} : { reason }),
});
const waiting = (desk: MadeDesk) => desk.state().asked[0]!.id;
const codeOf = (result: ReturnType<MadeDesk['attempt']>) => (result.ok ? 'done' : result.error.code);
const dueOf = (desk: MadeDesk, now: string) => desk.clock('reply', now)?.counted?.dueDate;

describe('more time that is asked for', () => {
  const asked = () => accepted().act('2026-10-09T10:00', extension(), HANDLER);

  it('changes no day while it waits, and is refused with a reason only', () => {
    const desk = asked();
    expect(dueOf(desk, '2026-10-09T10:01')).toBe('2026-10-14');
    expect(desk.attempt('2026-10-09T11:00', answer(waiting(desk), 'refused', ' '), CHIEF)).toEqual(
      err({ code: 'case/reason-missing' }),
    );
    desk.act('2026-10-09T11:00', answer(waiting(desk), 'refused', '先催厂家'), CHIEF);
    expect(desk.state().asked).toEqual([]);
    expect(dueOf(desk, '2026-10-09T11:01')).toBe('2026-10-14');
  });

  it('can be asked for again once it was refused, and given it moves the day in the same record', () => {
    const desk = asked();
    desk.act('2026-10-09T11:00', answer(waiting(desk), 'refused', '先催厂家'), CHIEF);
    desk.act('2026-10-12T10:00', extension('reply', '厂家缺货'), HANDLER);
    const given = desk.attempt('2026-10-12T11:00', answer(waiting(desk), 'given'), CHIEF);
    expect(given).toMatchObject({
      value: [
        { type: 'approval-answered', answer: 'given' },
        {
          ...{ type: 'clock-extended', limit: 'reply', amount: 3, reason: '厂家缺货' },
          approved_by: { name: '赵主任', role: 'supervisor' },
          asked_by: { name: '李经办', role: 'handler' },
        },
      ],
    });
    expect(given.ok && Batch.safeParse({ v: 1, events: given.value }).success).toBe(true);
    desk.act('2026-10-12T11:00', answer(waiting(desk), 'given'), CHIEF);
    expect(dueOf(desk, '2026-10-12T11:01')).toBe('2026-10-19');
    expect(desk.state().asked).toEqual([]);
  });

  it('says in the explanation of the limit who asked and who approved', () => {
    const desk = asked();
    desk.act('2026-10-09T11:00', answer(waiting(desk), 'given'), CHIEF);
    const { calendar } = desk.context('2026-10-09T12:00');
    const said = (language: 'zh-CN' | 'en') =>
      explainClock(desk.clock('reply', '2026-10-09T12:00')!, calendar)
        .filter(({ kind }) => kind === 'extended')
        .map(line => lineInWords(line, inFull(language)).words);
    expect(said('zh-CN')).toEqual([
      expect.stringContaining('李经办申请；2026年10月9日（周五） 11:00 赵主任批准'),
    ]);
    expect(said('en')).toEqual([expect.stringContaining('asked for by 李经办; granted by 赵主任')]);
  });

  it('leaves the case with whoever handles it', () => {
    const desk = asked();
    desk.act('2026-10-09T11:00', answer(waiting(desk), 'given'), CHIEF);
    expect(desk.state().lastBy.name).toBe('李经办');
  });

  it('is granted at once by whoever may approve it, and a request that waited is settled', () => {
    const desk = asked();
    desk.act('2026-10-09T11:00', { type: 'extend-clock', limit: 'reply', reason: '属实' }, BOTH);
    expect(desk.state().asked).toEqual([]);
    expect(desk.events.get('A')?.at(-1)).toMatchObject({ approved_by: { name: '王登记' } });
    expect(desk.events.get('A')?.at(-1)).not.toHaveProperty('asked_by');
  });

  it('is asked for by whoever handles the case, once at a time, with a reason, and answered by who approves', () => {
    const desk = asked();
    const registrar: Who = { name: '钱窗口', roles: ['registrar'] };
    expect(codeOf(desk.attempt('2026-10-09T10:05', extension(), HANDLER))).toBe('case/asked-already');
    expect(accepted().attempt('2026-10-09T10:05', extension(), registrar)).toEqual(
      err({ code: 'case/role', role: 'handler' }),
    );
    expect(codeOf(accepted().attempt('2026-10-09T10:05', extension('reply', ' '), HANDLER))).toBe(
      'case/reason-missing',
    );
    expect(desk.attempt('2026-10-09T11:00', answer(waiting(desk), 'given'), HANDLER)).toEqual(
      err({ code: 'case/role', role: 'supervisor' }),
    );
  });

  it('is neither asked for nor given where it is of no use any more', () => {
    const desk = asked();
    const request = waiting(desk);
    expect(codeOf(desk.attempt('2026-10-09T10:05', extension('fixed'), HANDLER))).toBe('case/no-extension');
    expect(codeOf(desk.attempt('2026-10-09T10:05', extension('filing'), HANDLER))).toBe(
      'case/clock-not-running',
    );
    desk.step('2026-10-09T12:00', 'mediate').step('2026-10-10T10:00', 'answer');
    expect(codeOf(desk.attempt('2026-10-12T10:00', extension(), HANDLER))).toBe('case/closed');
    expect(codeOf(desk.attempt('2026-10-12T10:00', answer(request, 'given'), CHIEF))).toBe('case/closed');
    expect(codeOf(desk.attempt('2026-10-12T10:00', answer(request, 'refused', '已答复'), CHIEF))).toBe(
      'done',
    );
  });

  it('can still be asked for what is counted from the end of the case', () => {
    const desk = accepted().step('2026-10-09T10:00', 'answer');
    expect(codeOf(desk.attempt('2026-10-12T10:00', extension('filing'), HANDLER))).toBe('done');
  });

  it('is refused when the procedure gave all it gives while the request waited', () => {
    const desk = accepted();
    const grant = { type: 'extend-clock', limit: 'reply', reason: '属实' } as const;
    desk.act('2026-10-09T10:00', grant, CHIEF).act('2026-10-09T11:00', grant, CHIEF);
    expect(codeOf(desk.attempt('2026-10-09T12:00', extension(), HANDLER))).toBe('case/no-extension');
  });

  it('is neither asked for nor answered by whom the case is about', () => {
    const desk = accepted({ respondent: '李经办' });
    expect(codeOf(desk.attempt('2026-10-09T10:00', extension(), HANDLER))).toBe('case/recusal');
    desk.act('2026-10-09T10:00', extension(), { ...HANDLER, name: '孙经办' });
    const named = { ...CHIEF, name: '李经办' };
    expect(codeOf(desk.attempt('2026-10-09T11:00', answer(waiting(desk), 'given'), named))).toBe(
      'case/recusal',
    );
  });
});

describe('a request of somebody whom the case has come to be about', () => {
  it('is not given, whatever it asks for; it can still be refused', () => {
    const desk = accepted().act('2026-10-09T10:00', extension(), HANDLER);
    desk.change('2026-10-09T10:30', { respondent: '李 经办' });
    const why = { zh: '应当回避', en: 'Must stand aside' };
    expect(desk.attempt('2026-10-09T11:00', answer(waiting(desk), 'given'), CHIEF)).toEqual(
      err({ code: 'case/asker-recusal', name: '李经办', why }),
    );
    expect(desk.attempt('2026-10-09T11:00', answer(waiting(desk), 'refused', '应当回避'), CHIEF).ok).toBe(
      true,
    );
  });
});

describe('a record of before there were requests for more than steps', () => {
  it('is read as it was: the step waits, and whoever extended is who approved', () => {
    const desk = new MadeDesk(pack).register(RECEIVED);
    const [registered] = desk.events.get('A')!;
    const { v, by } = registered!;
    const head = { v, by, stream: 'case' as const, case: registered!.case, at: registered!.at };
    const old = {
      v: 1,
      events: [
        {
          ...{ ...head, id: registered!.id, seq: 2, type: 'approval-asked', step: 'refuse', ground: '1' },
          ...{ values: { decision: '不属职责' }, reason: '请批准' },
        },
        {
          ...head,
          id: registered!.id,
          seq: 3,
          type: 'clock-extended',
          limit: 'reply',
          amount: 3,
          reason: '等',
        },
      ],
    };
    const { events } = Batch.parse(JSON.parse(JSON.stringify(old)));
    const state = foldCase([registered!, ...events.filter(event => event.stream === 'case')], pack);
    expect(state?.asked).toMatchObject([
      { matter: { about: 'step', step: 'refuse', ground: '1', values: { decision: '不属职责' } } },
    ]);
    expect(state?.trace.find(({ kind }) => kind === 'extended')).toMatchObject({ by: { name: by.name } });
  });
});

describe('a paper that does not come back signed', () => {
  const answered = () => accepted().step('2026-10-09T10:00', 'answer');
  const printed = () => {
    const desk = answered();
    return { desk, document: desk.print('2026-10-09T11:00', 'LAD-02') };
  };
  const ask = (document: DocumentId, reason = '两次上门，本人不签'): CaseCommand => ({
    type: 'ask-approval',
    matter: { about: 'unsigned', document, form: 'LAD-02', cause: 'refuses' },
    reason,
  });
  const waive = (document: DocumentId): CaseCommand => ({
    ...{ type: 'waive-signature', document, cause: 'unreachable', reason: '电话停机' },
  });
  const missing = (desk: MadeDesk) =>
    permittedSteps(pack, desk.state(), BOTH)
      .find(({ step }) => step.id === 'file')
      ?.obstacles.map(({ code }) => code)
      .filter(code => code === 'not-signed');

  it('keeps the step from being taken until somebody approves to go on without it', () => {
    const { desk, document } = printed();
    desk.act('2026-10-12T10:00', ask(document), HANDLER);
    expect(missing(desk)).toEqual(['not-signed']);
    const given = desk.attempt('2026-10-12T11:00', answer(waiting(desk), 'given', '同意'), CHIEF);
    expect(given).toMatchObject({
      value: [
        { type: 'approval-answered', answer: 'given', reason: '同意' },
        {
          ...{ type: 'signature-waived', document, form: 'LAD-02', cause: 'refuses' },
          ...{ reason: '两次上门，本人不签', approved_by: { name: '赵主任' }, asked_by: { name: '李经办' } },
        },
      ],
    });
    expect(given.ok && Batch.safeParse({ v: 1, events: given.value }).success).toBe(true);
    desk.act('2026-10-12T11:00', answer(waiting(desk), 'given'), CHIEF);
    expect(missing(desk)).toEqual([]);
    expect(desk.step('2026-10-12T12:00', 'file').state().tracks['main']?.state).toBe('filed');
  });

  it('is told in the list of what the file holds, with why and by whom', () => {
    const { desk, document } = printed();
    desk.act('2026-10-12T10:00', waive(document), CHIEF);
    const line = () => archiveLines(pack, desk.state()).find(({ item }) => item.id === 'letter');
    expect(line()).toMatchObject({
      there: true,
      unsigned: { cause: 'unreachable', reason: '电话停机', by: { name: '赵主任' } },
    });
    desk.act('2026-10-13T10:00', { type: 'record-signed', document }, HANDLER);
    expect(line()).not.toHaveProperty('unsigned');
  });

  it('is filed as usual when it comes back all the same, and the approval stays with it', () => {
    const { desk, document } = printed();
    desk.act('2026-10-12T10:00', waive(document), CHIEF);
    desk.act('2026-10-13T10:00', { type: 'record-signed', document }, HANDLER);
    expect(desk.state().documents.at(-1)).toMatchObject({
      signedAt: '2026-10-13T10:00:00+08:00',
      waived: { by: { name: '赵主任' } },
    });
  });

  it('asks for a signature again once it is set anew and printed, and not before', () => {
    const { desk, document } = printed();
    desk.act('2026-10-12T10:00', waive(document), CHIEF);
    const anew = desk.print('2026-10-13T10:00', 'LAD-02');
    expect(missing(desk)).toEqual(['not-signed']);
    expect(codeOf(desk.attempt('2026-10-13T10:05', waive(document), CHIEF))).toBe('case/paper-set-anew');
    desk.act('2026-10-13T11:00', { type: 'withdraw-print', document: anew, nth: 1 });
    expect(missing(desk)).toEqual([]);
  });

  it('asks for one again when the paper that went without is void', () => {
    const { desk, document } = printed();
    desk.act('2026-10-12T10:00', waive(document), CHIEF);
    desk.act('2026-10-12T11:00', { type: 'void-document', document, reason: '写错' }, CHIEF);
    expect(missing(desk)).toEqual(['not-signed']);
  });

  it('makes nobody late any more who waited for the signature', () => {
    const { desk, document } = printed();
    expect(desk.clock('letter', '2026-12-01T10:00')?.status).toBe('overdue');
    desk.act('2026-10-12T10:00', waive(document), CHIEF);
    expect(desk.clock('letter', '2026-12-01T10:00')?.status).toBe('stopped');
  });

  it('must have been put before the person, and be one that is waited for', () => {
    const { desk, document } = printed();
    const other = desk.print('2026-10-09T12:00', 'LAD-03');
    expect(codeOf(desk.attempt('2026-10-09T12:05', waive(other), CHIEF))).toBe('case/no-signature-needed');
    desk.act('2026-10-09T12:10', { type: 'withdraw-print', document, nth: 1 });
    expect(codeOf(desk.attempt('2026-10-09T12:15', ask(document), HANDLER))).toBe('case/waived-unprinted');
  });

  it('is waived once, by whoever may, with a reason, and not when it was signed', () => {
    const { desk, document } = printed();
    expect(desk.attempt('2026-10-12T10:00', waive(document), HANDLER)).toEqual(
      err({ code: 'case/role', role: 'supervisor' }),
    );
    const silent = { ...waive(document), reason: ' ' } as CaseCommand;
    expect(codeOf(desk.attempt('2026-10-12T10:00', silent, CHIEF))).toBe('case/reason-missing');
    desk.act('2026-10-12T10:00', waive(document), CHIEF);
    expect(codeOf(desk.attempt('2026-10-12T10:05', waive(document), CHIEF))).toBe('case/waived-already');
    const other = printed();
    other.desk.act('2026-10-12T10:00', { type: 'record-signed', document: other.document });
    expect(codeOf(other.desk.attempt('2026-10-12T10:05', ask(other.document), HANDLER))).toBe(
      'case/signed-already',
    );
  });

  it.each<[string, (document: DocumentId) => CaseCommand]>([
    ['came back signed', document => ({ type: 'record-signed', document })],
    ['is void', document => ({ type: 'void-document', document, reason: '写错' })],
    ['went without by somebody who may', waive],
  ])('waits for no answer when it %s in between', (_what, settle) => {
    const { desk, document } = printed();
    desk.act('2026-10-12T10:00', ask(document), HANDLER);
    desk.act('2026-10-12T10:30', settle(document), BOTH);
    expect(desk.state().asked).toEqual([]);
  });

  it('is not given when another one was printed since it was asked', () => {
    const { desk, document } = printed();
    desk.act('2026-10-12T10:00', ask(document), HANDLER);
    desk.print('2026-10-12T10:30', 'LAD-02');
    expect(codeOf(desk.attempt('2026-10-12T11:00', answer(waiting(desk), 'given'), CHIEF))).toBe(
      'case/paper-set-anew',
    );
  });
});
