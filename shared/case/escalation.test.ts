import { describe, expect, it } from 'vitest';
import { at } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';

const pack = ladderPack();
const received = (values = {}) => new MadeDesk(pack).register('2026-10-08T09:00', values);
const takeOn = (level: string) => ({ type: 'take-escalation', level }) as const;

describe('a ladder that counts from hand-over', () => {
  it('has a first level that is reached at once', () => {
    const desk = received();
    expect(desk.levels('2026-10-08T09:00')).toEqual(['desk']);
    expect(desk.ladder('2026-10-08T09:00').next).toMatchObject({
      level: { id: 'duty' },
      counted: { due: at('2026-10-08T09:30') },
    });
  });

  it('reaches a level with the last minute, not before it', () => {
    expect(received().levels('2026-10-08T09:29')).toEqual(['desk']);
    expect(received().levels('2026-10-08T09:30')).toEqual(['desk', 'duty']);
  });

  it('gives each level its own time from when the one before was reached, where nobody took it on', () => {
    expect(received().levels('2026-10-08T11:29')).toEqual(['desk', 'duty']);
    expect(received().levels('2026-10-08T11:30')).toEqual(['desk', 'duty', 'chief']);
    expect(received().ladder('2026-10-08T11:30').next).toBeUndefined();
  });

  it('gives the next level its time from when the one before was taken on, late', () => {
    const desk = received().act('2026-10-08T10:10', takeOn('duty'));
    expect(desk.ladder('2026-10-08T10:10')).toMatchObject({
      reached: [
        { level: { id: 'desk' } },
        { reachedAt: at('2026-10-08T09:30'), takenAt: at('2026-10-08T10:10') },
      ],
      next: { level: { id: 'chief' }, counted: { due: at('2026-10-08T12:10') } },
    });
  });

  it('counts a level that was taken on early as reached then, also when its own time is over', () => {
    const desk = received().act('2026-10-08T09:10', takeOn('duty'));
    for (const now of ['2026-10-08T09:10', '2026-10-08T11:00', '2026-10-09T11:00'])
      expect(desk.ladder(now).reached[1]).toMatchObject({
        reachedAt: at('2026-10-08T09:10'),
        takenAt: at('2026-10-08T09:10'),
      });
    expect(desk.levels('2026-10-08T11:09')).toEqual(['desk', 'duty']);
    expect(desk.levels('2026-10-08T11:10')).toEqual(['desk', 'duty', 'chief']);
  });

  it('leaves out a level whose condition does not hold', () => {
    expect(received().levels('2026-10-09T09:00')).toEqual(['desk', 'duty', 'chief']);
    expect(received({ injured: 3 }).levels('2026-10-09T09:00')).toEqual(['desk', 'duty', 'chief', 'board']);
  });
});

describe('the end of a ladder', () => {
  it('is the step that settles the matter: what was reached stays, nothing is added', () => {
    const desk = received().step('2026-10-08T09:20', 'accept').step('2026-10-08T10:00', 'answer');
    expect(desk.levels('2026-10-09T10:00')).toEqual(['desk', 'duty']);
    expect(desk.ladder('2026-10-09T10:00').next).toBeUndefined();
  });

  it('is also the end of the case', () => {
    const desk = received().step('2026-10-08T09:20', 'withdraw', { free_will: true });
    expect(desk.levels('2026-10-09T10:00')).toEqual(['desk']);
  });

  it('is also the merging into another case', () => {
    const desk = received();
    desk.register('2026-10-08T09:05', {}, 'B');
    const { id: into, number } = desk.state('B');
    desk.act('2026-10-08T09:20', { type: 'merge', into, number, reason: '同一件事' });
    expect(desk.levels('2026-10-09T10:00')).toEqual(['desk']);
  });
});

describe('a ladder that counts from receipt', () => {
  const escalation = `
escalation:
  counted_from: receipt
  levels:
    - { id: first, to: { zh: 一级, en: One }, role: handler, after: { amount: 2, unit: hours } }
    - { id: second, to: { zh: 二级, en: Two }, role: supervisor, after: { amount: 3, unit: hours } }
`;

  it('does not wait for whoever took a level on', () => {
    const desk = new MadeDesk(ladderPack({ escalation })).register('2026-10-08T09:00');
    desk.act('2026-10-08T11:50', takeOn('first'));
    expect(desk.levels('2026-10-08T11:59')).toEqual(['first']);
    expect(desk.levels('2026-10-08T12:00')).toEqual(['first', 'second']);
  });
});

describe('a ladder in office hours', () => {
  const escalation = `
escalation:
  levels:
    - { id: chief, to: { zh: 主任, en: Chief }, role: supervisor, after: { amount: 4, unit: office-hours } }
`;

  it('stands still over a weekend', () => {
    const desk = new MadeDesk(ladderPack({ escalation })).register('2026-10-16T16:30');
    expect(desk.levels('2026-10-19T11:59')).toEqual([]);
    expect(desk.levels('2026-10-19T12:00')).toEqual(['chief']);
  });

  it('goes on over a weekend day that is worked', () => {
    const desk = new MadeDesk(ladderPack({ escalation })).register('2026-10-09T16:30');
    expect(desk.levels('2026-10-10T11:59')).toEqual([]);
    expect(desk.levels('2026-10-10T12:00')).toEqual(['chief']);
  });
});

describe('taking a level on', () => {
  it('is for the role of the level, and done once', () => {
    const desk = received();
    expect(desk.attempt('2026-10-08T09:40', takeOn('chief'), { roles: ['handler'] })).toMatchObject({
      error: { code: 'case/role', role: 'supervisor' },
    });
    desk.act('2026-10-08T09:40', takeOn('duty'));
    expect(desk.attempt('2026-10-08T09:41', takeOn('duty'))).toMatchObject({
      error: { code: 'case/nothing-changed' },
    });
  });
});
