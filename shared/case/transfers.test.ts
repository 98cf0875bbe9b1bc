import { describe, expect, it } from 'vitest';
import { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import {
  newEventId,
  newPersonId,
  newTransferId,
  type OfficeCode,
  type TransferId,
} from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import { at, caseEvents, foundedOffice } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk, type Who } from '#shared/fixtures/made-desk.ts';
import type { DeskEvent } from './batch.ts';
import { decideOffice } from './office.decide.ts';
import { decideRegistration } from './register.decide.ts';
import { colleagueOf, waitingTransfers } from './transfer.state.ts';

const THERE = { code: 'PHX-0388' as OfficeCode, name: '样本社区居委会' };
const SHA = 'a'.repeat(64);
const HANDLER: Who = { name: '李经办', roles: ['handler'] };

const start = (): MadeDesk => new MadeDesk(ladderPack({})).register('2026-10-08T09:30');
const send = (desk: MadeDesk, reason = '不归本单位管。', kind: 'hand-over' | 'share' = 'hand-over') => ({
  ...{ type: 'send-transfer' as const, transfer: newTransferId(desk.ids), kind, to: THERE },
  ...{ reason, sha256: SHA },
});
const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }): string =>
  result.ok ? 'done' : result.error.code;

const head = (desk: MadeDesk, when: string) => ({
  ...{ v: 1 as const, id: newEventId(desk.ids), at: at(when) },
  by: { person: newPersonId(desk.ids), name: '周档案', role: 'records-officer' as const, station: 'PC-1' },
});

function answered(desk: MadeDesk, transfer: TransferId, said: object): void {
  const state = desk.state();
  desk.take('A', [
    {
      ...{ ...head(desk, '2026-10-20T09:00'), stream: 'case', case: state.id, seq: state.seq + 1 },
      ...{ type: 'transfer-answered', transfer, answered_at: at('2026-10-19T09:00'), ...said },
    } as DeskEvent,
  ]);
}

describe('a case that is sent to another office', () => {
  it('keeps its steps and whoever handles it, and knows where it went', () => {
    const desk = start();
    const before = desk.state();
    const command = send(desk);
    desk.take('A', expectOk(desk.attempt('2026-10-12T09:00', command, HANDLER)));
    const after = desk.state();
    expect(after.tracks).toEqual(before.tracks);
    expect(after.lastBy).toEqual(before.lastBy);
    expect(after.transfers).toEqual([
      {
        ...{ id: command.transfer, kind: 'hand-over', to: THERE, reason: '不归本单位管。', sha256: SHA },
        ...{ at: at('2026-10-12T09:00'), by: '李经办' },
      },
    ]);
  });

  it('is sent by a handler or a supervisor, with a reason, and again where the other office cannot read it', () => {
    const desk = start();
    expect(codeOf(desk.attempt('2026-10-12T09:00', send(desk), { roles: ['registrar'] }))).toBe('case/role');
    expect(codeOf(desk.attempt('2026-10-12T09:00', send(desk, ' \u200B '), HANDLER))).toBe(
      'case/reason-missing',
    );
    const command = send(desk);
    desk.take('A', expectOk(desk.attempt('2026-10-12T09:00', command, HANDLER)));
    const second = send(desk);
    desk.take('A', expectOk(desk.attempt('2026-10-13T09:00', second, HANDLER)));
    expect(desk.state().transfers?.map(({ id, replacedBy }) => [id, replacedBy])).toEqual([
      [command.transfer, second.transfer],
      [second.transfer, undefined],
    ]);
    answered(desk, second.transfer, { verdict: 'returned', reason: '也不归我们管。' });
    expect(desk.state().transfers?.[1]?.answered).toMatchObject({
      verdict: 'returned',
      reason: '也不归我们管。',
    });
    expect(codeOf(desk.attempt('2026-10-21T09:00', send(desk), HANDLER))).toBe('done');
  });

  it('is told of with the number it has there', () => {
    const desk = start();
    const command = send(desk, '请一起办。', 'share');
    desk.take('A', expectOk(desk.attempt('2026-10-12T09:00', command, HANDLER)));
    answered(desk, command.transfer, { verdict: 'accepted', number: '样社〔2026〕0007号' });
    expect(desk.state().transfers?.[0]?.answered).toEqual({
      ...{ verdict: 'accepted', number: '样社〔2026〕0007号', answeredAt: at('2026-10-19T09:00') },
      ...{ at: at('2026-10-20T09:00'), seq: 3 },
    });
  });
});

describe('a case that another office sent', () => {
  function received(desk: MadeDesk): TransferId {
    const transfer = newTransferId(desk.ids);
    desk.take('A', [
      {
        ...{ ...head(desk, '2026-10-12T09:00'), stream: 'office', type: 'transfer-received', transfer },
        ...{ from: THERE, kind: 'hand-over', number: '样社〔2026〕0007号', sha256: SHA, content: SHA },
      },
    ]);
    return transfer;
  }
  const registration = (desk: MadeDesk, transfer: TransferId, from = THERE) => ({
    ...{ procedure: desk.procedure.id, receivedAt: at('2026-10-13T09:00'), values: { subject: '电梯' } },
    transferred: { transfer, from, number: '样社〔2026〕0007号' },
  });

  it('waits until it is registered, and the case knows where it comes from', () => {
    const desk = new MadeDesk(ladderPack({}), foundedOffice());
    const transfer = received(desk);
    expect(waitingTransfers(desk.office).map(({ id }) => id)).toEqual([transfer]);
    const context = desk.deciding('2026-10-13T09:00');
    const events = expectOk(decideRegistration(desk.office, registration(desk, transfer), context));
    expect(caseEvents(events)).toHaveLength(1);
    desk.take('A', events);
    const { number, transferred } = desk.state();
    expect(transferred).toEqual({ transfer, from: THERE, number: '样社〔2026〕0007号' });
    expect(waitingTransfers(desk.office)).toEqual([]);
    expect(desk.office.transfers?.[0]?.settled).toMatchObject({ verdict: 'accepted', number });
    // A colleague who filled in the same form a moment later.
    expect(codeOf(decideRegistration(desk.office, registration(desk, transfer), context))).toBe(
      'transfers/settled',
    );
  });

  it('is neither registered nor sent back by whom it is against', () => {
    const desk = new MadeDesk(ladderPack({}), foundedOffice());
    const transfer = received(desk);
    const context = (name: string) => ({
      ...desk.deciding('2026-10-13T09:00', { name }),
      aside: ['赵样本、李 经办'],
    });
    const back = { type: 'return-transfer', transfer, reason: '不归我们管。' } as const;
    for (const [name, code] of [
      ['李经办', 'transfers/recusal'],
      ['钱主任', 'done'],
    ] as const) {
      expect(codeOf(decideRegistration(desk.office, registration(desk, transfer), context(name)))).toBe(code);
      expect(codeOf(decideOffice(desk.office, back, context(name)))).toBe(code);
    }
  });

  it('is not registered by whom the procedure it is registered by keeps away', () => {
    const desk = new MadeDesk(ladderPack({}), foundedOffice());
    const { transferred, values, ...rest } = registration(desk, received(desk));
    const own = { ...rest, values: { ...values, respondent: '李经办' } };
    const command = { ...own, transferred };
    const by = (name: string) => desk.deciding('2026-10-13T09:00', { name });
    expect(codeOf(decideRegistration(desk.office, command, by('李经办')))).toBe('transfers/recusal');
    expect(codeOf(decideRegistration(desk.office, command, by('钱主任')))).toBe('done');
    // Who is complained about at the counter itself writes it down: nobody else may be there.
    expect(codeOf(decideRegistration(desk.office, own, by('李经办')))).toBe('done');
  });

  it('is taken on only as the case of the office it comes from', () => {
    const desk = new MadeDesk(ladderPack({}), foundedOffice());
    const transfer = received(desk);
    const other = registration(desk, transfer, { ...THERE, code: 'PHX-0999' as OfficeCode });
    expect(codeOf(decideRegistration(desk.office, other, desk.deciding('2026-10-13T09:00')))).toBe(
      'transfers/settled',
    );
  });

  it('goes back with a reason, once', () => {
    const desk = new MadeDesk(ladderPack({}), foundedOffice());
    const transfer = received(desk);
    const back = (reason: string, who?: Who) =>
      decideOffice(
        desk.office,
        { type: 'return-transfer', transfer, reason },
        desk.deciding('2026-10-13T09:00', who),
      );
    expect(codeOf(back('不归我们管。', { roles: ['records-officer'] }))).toBe('case/role');
    expect(codeOf(back('  '))).toBe('case/reason-missing');
    desk.take('A', expectOk(back('不归我们管。')));
    expect(desk.office.transfers?.[0]?.settled).toMatchObject({
      verdict: 'returned',
      reason: '不归我们管。',
    });
    expect(codeOf(back('不归我们管。'))).toBe('transfers/settled');
    const context = desk.deciding('2026-10-13T09:00');
    expect(codeOf(decideRegistration(desk.office, registration(desk, transfer), context))).toBe(
      'transfers/settled',
    );
  });
});

describe('another office', () => {
  it('is known by its last card', () => {
    const desk = start();
    const card = (name: string) =>
      OfficeCard.parse({
        ...{ format: 'phoenix-office-card', version: 1, code: THERE.code, name },
        ...{ signing_key: `RWQ${'a'.repeat(53)}`, transfer_recipient: `age1${'q'.repeat(58)}` },
        ...{ software: 'Phoenix Desk 0', made_at: '2026-10-01T09:00:00+08:00' },
      });
    for (const name of ['旧名', '样本社区居委会'])
      desk.take('A', [
        {
          ...{ ...head(desk, '2026-10-12T09:00'), stream: 'office', type: 'colleague-enrolled' },
          card: card(name),
        },
      ]);
    expect(desk.office.colleagues).toHaveLength(1);
    expect(colleagueOf(desk.office, THERE.code)?.card.name).toBe('样本社区居委会');
    expect(colleagueOf(desk.office, 'PHX-0999')).toBeUndefined();
  });
});
