import { describe, expect, it } from 'vitest';
import { err } from '#shared/core/result.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { Batch } from './batch.ts';
import type { CaseCommand } from './commands.ts';
import { permittedSteps, stepsFromHere } from './permitted.ts';
import { closedAt, standingOf } from './standing.ts';

const pack = ladderPack();
const RECEIVED = '2026-10-08T09:30';
const received = (values = {}) => new MadeDesk(pack).register(RECEIVED, values);
const accepted = (values = {}) => received(values).step('2026-10-08T10:00', 'accept');

const HANDLER = { name: '李经办', roles: ['handler'] } as const;
const CHIEF = { name: '赵主任', roles: ['supervisor'] } as const;

const REFUSAL = { step: 'refuse', values: { decision: '不属本单位职责' }, ground: '1' } as const;
const asking = (change: object = {}, reason = '请批准'): CaseCommand => ({
  ...{ type: 'ask-approval', matter: { ...REFUSAL, about: 'step', ...change }, reason },
});
const ask = asking();
const take: CaseCommand = { ...REFUSAL, type: 'take-step' };

const obstacles = (result: ReturnType<MadeDesk['attempt']>) =>
  result.ok || result.error.code !== 'case/not-permitted' ? result : result.error.obstacles;

describe('a step that needs approval', () => {
  const asked = () => received().act('2026-10-08T10:00', ask, HANDLER);
  const answer = (desk: MadeDesk, given: 'given' | 'refused', reason?: string): CaseCommand => ({
    ...{ type: 'answer-approval', asked: desk.state().asked[0]!.id, answer: given },
    ...(reason === undefined ? {} : { reason }),
  });

  it('is not taken by whoever may not approve it, and the page says so', () => {
    expect(obstacles(received().attempt('2026-10-08T10:00', take, HANDLER))).toEqual([
      { code: 'approval', role: 'supervisor' },
    ]);
    const seen = permittedSteps(pack, received().state(), HANDLER).find(({ step }) => step.id === 'refuse');
    expect(seen?.obstacles).toEqual([{ code: 'approval', role: 'supervisor' }]);
  });

  it('is taken at once by somebody who holds both roles, and says that they approved', () => {
    const desk = received().act('2026-10-08T10:00', take, {
      name: '赵主任',
      roles: ['handler', 'supervisor'],
    });
    expect(desk.events.get('A')?.at(-1)).toMatchObject({
      ...{ type: 'step-taken', by: { role: 'handler' } },
      approved_by: { name: '赵主任', role: 'supervisor' },
    });
  });

  it('changes nothing while it waits, and keeps what was asked', () => {
    const desk = asked();
    expect(desk.state().tracks['main']?.state).toBe('registered');
    expect(desk.state().asked).toMatchObject([
      { matter: { about: 'step', ...REFUSAL }, reason: '请批准', by: { name: '李经办' } },
    ]);
  });

  it('is taken in the record in which another person gives it, with who approved', () => {
    const desk = asked();
    const given = desk.attempt('2026-10-08T11:00', answer(desk, 'given'), CHIEF);
    expect(given).toMatchObject({
      value: [
        { type: 'approval-answered', answer: 'given', by: { name: '赵主任' } },
        {
          type: 'step-taken',
          step: 'refuse',
          ground: '1',
          approved_by: { name: '赵主任', role: 'supervisor' },
        },
      ],
    });
    expect(given.ok && Batch.safeParse({ v: 1, events: given.value }).success).toBe(true);
    desk.act('2026-10-08T11:00', answer(desk, 'given'), CHIEF);
    expect(desk.state()).toMatchObject({
      ...{ asked: [], tracks: { main: { state: 'refused' } } },
      values: { decision: '不属本单位职责', ground_no: '1' },
    });
  });

  it('leaves the case with whoever handles it, also with the tracks it opens; later acts do not', () => {
    const steps = ladderPack().steps.map(step =>
      step.id === 'mediate' ? { ...step, approval: 'supervisor' as const } : step,
    );
    const both = { name: '赵主任', roles: ['handler', 'supervisor'] } as const;
    const desk = new MadeDesk({ ...pack, steps }).register(RECEIVED);
    desk.act('2026-10-08T09:50', { type: 'take-step', step: 'accept', values: {} }, HANDLER);
    const matter = { about: 'step', step: 'mediate', values: {} } as const;
    desk.act('2026-10-08T10:00', { type: 'ask-approval', matter, reason: '双方愿意' }, HANDLER);
    desk.act('2026-10-08T11:00', answer(desk, 'given'), both);
    expect(desk.state()).toMatchObject({
      ...{ tracks: { mediation: { state: 'talking' } }, lastBy: { name: '李经办' } },
    });
    desk.act('2026-10-08T11:00', { type: 'take-step', step: 'mediate', values: {} }, both);
    expect(desk.state().lastBy.name).toBe('赵主任');
  });

  it('cannot be asked for twice, and can again once it was refused', () => {
    const desk = asked();
    expect(obstacles(desk.attempt('2026-10-08T10:10', ask, HANDLER))).toEqual([{ code: 'asked' }]);
    expect(
      permittedSteps(pack, desk.state(), HANDLER).find(({ step }) => step.id === 'refuse')?.obstacles,
    ).toEqual([{ code: 'asked' }]);
    desk.act('2026-10-08T11:00', answer(desk, 'refused', '属于本单位'), CHIEF);
    expect(desk.state()).toMatchObject({ asked: [], tracks: { main: { state: 'registered' } } });
    expect(desk.attempt('2026-10-08T12:00', ask, HANDLER).ok).toBe(true);
  });

  it('is refused with a reason only, and answered by the role that approves only', () => {
    const desk = asked();
    expect(desk.attempt('2026-10-08T11:00', answer(desk, 'refused', ' '), CHIEF)).toEqual(
      err({ code: 'case/reason-missing' }),
    );
    expect(desk.attempt('2026-10-08T11:00', answer(desk, 'given'), HANDLER)).toEqual(
      err({ code: 'case/role', role: 'supervisor' }),
    );
  });

  it('is answered once', () => {
    const desk = asked();
    const given = answer(desk, 'given');
    desk.act('2026-10-08T11:00', given, CHIEF);
    expect(desk.attempt('2026-10-08T11:01', given, CHIEF)).toEqual(err({ code: 'case/nothing-asked' }));
  });

  it('is asked for with everything it needs', () => {
    const desk = received();
    const refused = (command: CaseCommand) => desk.attempt('2026-10-08T10:00', command, HANDLER);
    expect(refused(asking({ values: {} }))).toMatchObject({ error: { code: 'case/missing-fields' } });
    expect(refused(asking({ ground: '9' }))).toEqual(err({ code: 'case/ground-missing' }));
    expect(refused(asking({}, ' '))).toEqual(err({ code: 'case/reason-missing' }));
  });

  it('cannot be given any more where the case has gone on in between; it can still be refused', () => {
    const desk = asked().act('2026-10-08T10:30', { type: 'take-step', step: 'accept', values: {} }, HANDLER);
    expect(obstacles(desk.attempt('2026-10-08T11:00', answer(desk, 'given'), CHIEF))).toMatchObject([
      { code: 'state', state: { zh: '已受理' } },
    ]);
    expect(desk.attempt('2026-10-08T11:00', answer(desk, 'refused', '已受理'), CHIEF).ok).toBe(true);
  });

  it('does not change back what somebody corrected since; it can still be refused, and asked for anew', () => {
    const desk = asked().change('2026-10-08T10:30', { decision: '转住建部门' });
    expect(desk.attempt('2026-10-08T11:00', answer(desk, 'given'), CHIEF)).toEqual(
      err({ code: 'case/changed-since', fields: ['decision'] }),
    );
    desk.act('2026-10-08T11:00', answer(desk, 'refused', '已更正'), CHIEF);
    desk.act('2026-10-08T11:10', ask, HANDLER).act('2026-10-08T11:20', answer(desk, 'given'), CHIEF);
    expect(desk.state().values['decision']).toBe('不属本单位职责');
  });

  it('is given where what was corrected since is not touched, or says what was asked', () => {
    const desk = asked().change('2026-10-08T10:30', { phone: '13800138000' });
    expect(desk.attempt('2026-10-08T11:00', answer(desk, 'given'), CHIEF).ok).toBe(true);
    desk.change('2026-10-08T10:40', { decision: REFUSAL.values.decision });
    expect(desk.attempt('2026-10-08T11:00', answer(desk, 'given'), CHIEF).ok).toBe(true);
  });

  it('waits no more when the step was taken by somebody who may', () => {
    const desk = asked().act('2026-10-08T10:30', take);
    expect(desk.state().asked).toEqual([]);
  });

  it('is not given to somebody the case is about', () => {
    const desk = received({ respondent: '赵主任' }).act('2026-10-08T10:00', ask, HANDLER);
    for (const given of [answer(desk, 'given'), answer(desk, 'refused', '不批')])
      expect(desk.attempt('2026-10-08T11:00', given, CHIEF)).toMatchObject({
        error: { code: 'case/recusal', why: { en: 'Must stand aside' } },
      });
  });

  it('must still fulfil what it requires when it is given', () => {
    const steps = `
steps:
  - id: withdraw
    name: { zh: 撤回, en: Withdraw }
    track: main
    from: open
    to: withdrawn
    role: handler
    approval: supervisor
    requires: { condition: { field: free_will, is: true }, why: { zh: 须本人自愿, en: Only of free will } }
  - { id: go, name: { zh: 办, en: Go }, track: main, from: [registered], to: done, role: handler }
`;
    const tracks = `
tracks:
  - id: main
    name: { zh: 办理, en: Handling }
    initial: registered
    states:
      - { id: registered, name: { zh: 已登记, en: Registered } }
      - { id: done, name: { zh: 办结, en: Done }, kind: done }
      - { id: withdrawn, name: { zh: 已撤回, en: Withdrawn }, kind: ended }
`;
    const small = ladderPack({ steps, tracks, escalation: '', archive: '' });
    const desk = new MadeDesk(small).register(RECEIVED, { free_will: true });
    desk.act(
      '2026-10-08T10:00',
      { type: 'ask-approval', matter: { about: 'step', step: 'withdraw', values: {} }, reason: '本人要求' },
      HANDLER,
    );
    desk.change('2026-10-08T10:30', { free_will: false });
    expect(obstacles(desk.attempt('2026-10-08T11:00', answer(desk, 'given'), CHIEF))).toMatchObject([
      { code: 'condition', why: { zh: '须本人自愿' } },
    ]);
  });
});

describe('what a step requires', () => {
  it('must hold with what the step itself is told', () => {
    const desk = received();
    const withdraw = (free_will?: boolean): CaseCommand => ({
      ...{ type: 'take-step', step: 'withdraw', reason: '本人要求' },
      values: free_will === undefined ? {} : { free_will },
    });
    expect(obstacles(desk.attempt('2026-10-08T10:00', withdraw()))).toMatchObject([{ code: 'condition' }]);
    expect(obstacles(desk.attempt('2026-10-08T10:00', withdraw(false)))).toMatchObject([
      { code: 'condition' },
    ]);
    expect(desk.attempt('2026-10-08T10:00', withdraw(true)).ok).toBe(true);
  });
});

describe('what a step does beside changing its state', () => {
  it('fills fields by itself', () => {
    expect(accepted().step('2026-10-09T10:00', 'answer').state().values['decision']).toBe('已答复');
  });

  it('opens another track, and not a second time while that is open', () => {
    const desk = accepted().step('2026-10-09T10:00', 'mediate');
    expect(desk.state().tracks['mediation']?.state).toBe('talking');
    const events = desk.attempt('2026-10-09T11:00', { type: 'take-step', step: 'mediate', values: {} });
    expect(events.ok && events.value.map(({ type }) => type)).toEqual(['step-taken']);
  });

  it('opens a track again that had ended', () => {
    const desk = accepted().step('2026-10-09T10:00', 'mediate').step('2026-10-10T10:00', 'agree');
    expect(desk.state().tracks['mediation']?.state).toBe('agreed');
    expect(desk.step('2026-10-12T10:00', 'mediate').state().tracks['mediation']?.state).toBe('talking');
  });

  it('closes another track, unless that has ended or never began', () => {
    const talking = accepted().step('2026-10-09T10:00', 'mediate').step('2026-10-10T10:00', 'answer');
    expect(talking.state().tracks['mediation']?.state).toBe('broken-off');
    const agreed = accepted().step('2026-10-09T10:00', 'mediate').step('2026-10-10T10:00', 'agree');
    expect(agreed.step('2026-10-12T10:00', 'answer').state().tracks['mediation']?.state).toBe('agreed');
    expect(accepted().step('2026-10-09T10:00', 'answer').state().tracks['mediation']).toBeUndefined();
  });

  it('keeps only what it asks for of what it is told', () => {
    const desk = received().step('2026-10-08T10:00', 'accept', { decision: '不该记下' });
    expect(desk.state().values['decision']).toBeUndefined();
  });
});

describe('where a case stands', () => {
  it('is open while one track is, done when one came to its aim', () => {
    const desk = accepted().step('2026-10-09T10:00', 'mediate');
    expect(standingOf(pack, desk.state()).status).toBe('open');
    expect(closedAt(pack, desk.state())).toBeUndefined();
    desk.step('2026-10-10T10:00', 'answer');
    expect(standingOf(pack, desk.state())).toMatchObject({ status: 'done', shown: { id: 'answered' } });
    expect(received().act('2026-10-08T10:00', take).state()).toSatisfy(
      (state: ReturnType<MadeDesk['state']>) => standingOf(pack, state).status === 'ended',
    );
  });

  it('was closed when its last track ended, and filing it away does not move that', () => {
    const desk = accepted().step('2026-10-09T10:00', 'answer');
    const document = desk.print('2026-10-10T10:00', 'LAD-02');
    desk.act('2026-10-12T10:00', { type: 'record-signed', document }).step('2026-10-13T10:00', 'file');
    expect(closedAt(pack, desk.state())).toBe('2026-10-09T10:00:00+08:00');
    desk.step('2026-10-14T10:00', 'reopen').step('2026-10-15T10:00', 'answer');
    expect(closedAt(pack, desk.state())).toBe('2026-10-15T10:00:00+08:00');
  });
});

describe('whoever the case is about', () => {
  it('takes no step on it, others do', () => {
    const desk = received({ respondent: '李经办' });
    expect(
      obstacles(desk.attempt('2026-10-08T10:00', { type: 'take-step', step: 'accept', values: {} }, HANDLER)),
    ).toEqual([{ code: 'recusal', why: { zh: '应当回避', en: 'Must stand aside' } }]);
    expect(obstacles(desk.attempt('2026-10-08T10:00', ask, HANDLER))).toMatchObject([{ code: 'recusal' }]);
    desk.step('2026-10-08T10:00', 'accept');
    expect(desk.state().tracks['main']?.state).toBe('accepted');
  });
});

describe('a merged case', () => {
  const merged = () => {
    const desk = received().register(RECEIVED, {}, 'B');
    const { id: into, number } = desk.state('B');
    return desk.act('2026-10-08T10:00', { type: 'merge', into, number, reason: '同一件事' });
  };

  it('takes no command any more, has ended, and offers no step', () => {
    const desk = merged();
    const { number } = desk.state('B');
    for (const command of [take, ask, { type: 'add-note', text: '补记' }] satisfies CaseCommand[])
      expect(desk.attempt('2026-10-08T11:00', command)).toEqual(err({ code: 'case/merged', number }));
    expect(standingOf(pack, desk.state()).status).toBe('ended');
    expect(stepsFromHere(pack, desk.state(), CHIEF)).toEqual([]);
  });

  it('goes into another one, with a reason', () => {
    const desk = received().register(RECEIVED, {}, 'B');
    const { id: into, number } = desk.state('B');
    expect(desk.attempt(RECEIVED, { type: 'merge', into, number, reason: ' ' })).toEqual(
      err({ code: 'case/reason-missing' }),
    );
    expect(desk.attempt(RECEIVED, { type: 'merge', into, number, reason: '重' }, {}, 'B')).toEqual(
      err({ code: 'case/own-repeat' }),
    );
  });
});
