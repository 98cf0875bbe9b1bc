import { describe, expect, it } from 'vitest';
import {
  newEventId,
  newPersonId,
  newTransferId,
  type OfficeCode,
  type TransferId,
} from '#shared/core/ids.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import type { DeskEvent } from '#shared/case/batch.ts';
import { at, officialCalendar, STEADY_HOURS } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { caseAgenda } from './case.agenda.ts';
import { wakesOf } from './wakes.ts';

const pack = ladderPack({});
const calendar = officialCalendar();

/** A case that was sent away on a Monday. */
function sent(): { readonly desk: MadeDesk; readonly transfer: TransferId } {
  const desk = new MadeDesk(pack).register('2026-10-12T09:00');
  const transfer = newTransferId(desk.ids);
  const to = { code: 'PHX-0388' as OfficeCode, name: '样本社区居委会' };
  const command = {
    ...{ type: 'send-transfer' as const, transfer, kind: 'hand-over' as const, to },
    ...{ reason: '归你们管。', sha256: 'a'.repeat(64) },
  };
  desk.take('A', expectOk(desk.attempt('2026-10-12T09:30', command)));
  return { desk, transfer };
}

function answer(desk: MadeDesk, transfer: TransferId, said: object): void {
  const state = desk.state();
  desk.take('A', [
    {
      ...{ v: 1, id: newEventId(desk.ids), at: at('2026-10-14T09:00'), stream: 'case', case: state.id },
      by: { person: newPersonId(desk.ids), name: '周档案', role: 'records-officer', station: 'PC-1' },
      ...{ seq: state.seq + 1, type: 'transfer-answered', transfer, answered_at: at('2026-10-13T09:00') },
      ...said,
    } as DeskEvent,
  ]);
}

const entries = (desk: MadeDesk, now: string) =>
  caseAgenda(pack, desk.state(), desk.context(now), ['handler']).filter(({ kind }) => kind === 'transfer');
const wakes = (desk: MadeDesk) => wakesOf(pack, desk.state(), { calendar, officeHours: STEADY_HOURS });

describe('a case that was sent to another office', () => {
  it('is asked after when five working days have passed, and wakes on that day', () => {
    const { desk } = sent();
    // The fifth working day after a Monday is the next Monday.
    expect(entries(desk, '2026-10-19T09:00')).toEqual([]);
    expect(entries(desk, '2026-10-20T09:00')).toMatchObject([{ standing: 'waiting', to: '样本社区居委会' }]);
    const { from } = wakes(desk);
    expect(from !== undefined && from <= plainDate('2026-10-20')).toBe(true);
  });

  it('is not asked after by the package that was replaced', () => {
    const { desk } = sent();
    const transfer = newTransferId(desk.ids);
    const to = { code: 'PHX-0388' as OfficeCode, name: '样本社区居委会' };
    const anew = { type: 'send-transfer' as const, transfer, kind: 'hand-over' as const, to };
    const command = { ...anew, reason: '换了电脑，重新转。', sha256: 'b'.repeat(64) };
    desk.take('A', expectOk(desk.attempt('2026-10-19T09:30', command)));
    expect(entries(desk, '2026-10-21T09:00')).toEqual([]);
    expect(entries(desk, '2026-10-27T09:00')).toHaveLength(1);
  });

  it('is on the desk when it comes back, until something is done with it', () => {
    const { desk, transfer } = sent();
    answer(desk, transfer, { verdict: 'returned', reason: '也不归我们管。' });
    expect(entries(desk, '2026-10-14T10:00')).toMatchObject([
      { standing: 'returned', reason: { zh: '也不归我们管。' } },
    ]);
    const { from } = wakes(desk);
    expect(from !== undefined && from <= plainDate('2026-10-14')).toBe(true);
    // Whoever looks at who it is has not done anything yet.
    const { id, seq } = desk.state();
    const by = { person: newPersonId(desk.ids), name: '李经办', role: 'handler', station: 'PC-1' };
    const opened = { v: 1, id: newEventId(desk.ids), at: at('2026-10-14T11:00'), by, stream: 'case' };
    const looked = { ...opened, case: id, seq: seq + 1, type: 'identity-opened', reason: '核实' };
    desk.take('A', [looked as DeskEvent]);
    expect(entries(desk, '2026-10-14T12:00')).toHaveLength(1);
    desk.take('A', expectOk(desk.attempt('2026-10-15T09:00', { type: 'add-note', text: '问过了。' })));
    expect(entries(desk, '2026-10-15T10:00')).toEqual([]);
  });

  it('is done with when it was taken on there', () => {
    const { desk, transfer } = sent();
    answer(desk, transfer, { verdict: 'accepted', number: '样社〔2026〕0007号' });
    expect(entries(desk, '2026-12-01T09:00')).toEqual([]);
  });
});
