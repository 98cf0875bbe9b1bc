import { describe, expect, it } from 'vitest';
import { MOST_CASE_BYTES } from '#shared/attachments/attachment.media.ts';
import { newAttachmentId, newCaseId, type AttachmentId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import {
  at,
  caseEvents,
  communityProcedure,
  countingIds,
  deciding,
  foundedOffice,
} from '#shared/fixtures/community.ts';
import type { Role } from '#shared/procedure/role.ts';
import { liveAttachments } from './attachment.evolve.ts';
import { decideCase } from './case.decide.ts';
import { CaseEvent } from './case.events.ts';
import { evolveCase, foldCase } from './case.evolve.ts';
import type { CaseState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import { decideRegistration } from './register.decide.ts';

const procedure = communityProcedure();
const ids = countingIds();
const AT = at('2026-10-08T09:30');
const SHA = 'a'.repeat(64);

function registered(): CaseState {
  const values = {
    matter_kind: 'complaint',
    intake_channel: 'visit',
    complainant_name: '李范例',
    facts: '楼道堵了。',
  };
  const command = { procedure: procedure.id, receivedAt: AT, values };
  return foldCase(caseEvents(expectOk(decideRegistration(foundedOffice(), command, deciding()))), procedure)!;
}

const attempt = (state: CaseState, command: CaseCommand, roles?: readonly Role[]) =>
  decideCase(state, command, deciding({ ids, ...(roles ? { roles } : {}) }));
function done(state: CaseState, command: CaseCommand): CaseState {
  // As they come back from the journal.
  const events = expectOk(attempt(state, command)).map(event =>
    CaseEvent.parse(JSON.parse(JSON.stringify(event))),
  );
  return events.reduce((before, event) => evolveCase(before, event, procedure), state);
}
const codeOf = (state: CaseState, command: CaseCommand, roles?: readonly Role[]) => {
  const answer = attempt(state, command, roles);
  return answer.ok ? 'ok' : answer.error.code;
};
const adding = (over: Partial<Extract<CaseCommand, { type: 'add-attachment' }>> = {}): CaseCommand => ({
  ...{ type: 'add-attachment', attachment: newAttachmentId(ids), name: '楼道.jpg', media: 'image/jpeg' },
  ...{ sha256: SHA, bytes: 3_000_000, ...over },
});
const firstOf = (state: CaseState): AttachmentId => liveAttachments(state)[0]!.id;

describe('a file that is part of a case', () => {
  it('is listed with who brought it, when, and what it is', () => {
    const state = done(registered(), adding({ madeAt: AT }));
    expect(liveAttachments(state)).toMatchObject([
      {
        kind: 'photo',
        name: '楼道.jpg',
        media: 'image/jpeg',
        sha256: SHA,
        madeAt: AT,
        at: AT,
        by: '王登记',
        remark: '',
      },
    ]);
  });

  it('gets another name and a remark, and a name it must have', () => {
    const before = done(registered(), adding());
    const describe_ = { type: 'describe-attachment' as const, attachment: firstOf(before) };
    const state = done(before, { ...describe_, name: ' 三楼过道 ', remark: '堆着纸箱' });
    expect(liveAttachments(state)).toMatchObject([{ name: '三楼过道', remark: '堆着纸箱' }]);
    expect(codeOf(state, { ...describe_, name: '三楼过道', remark: '堆着纸箱' })).toBe(
      'case/nothing-changed',
    );
    expect(codeOf(state, { ...describe_, name: ' ', remark: '' })).toBe('case/attachment-name');
    expect(codeOf(state, adding({ name: '甲'.repeat(201) }))).toBe('case/attachment-name');
  });

  it('is taken out with a reason, is known still, and can come back', () => {
    const before = done(registered(), adding());
    const remove = { type: 'remove-attachment' as const, attachment: firstOf(before), reason: '放错了案件' };
    expect(codeOf(before, { ...remove, reason: ' ' })).toBe('case/reason-missing');
    expect(codeOf(before, remove, ['records-officer'])).toBe('case/role');
    const state = done(before, remove);
    expect(liveAttachments(state)).toEqual([]);
    expect(state.attachments).toMatchObject([
      { sha256: SHA, removed: { reason: '放错了案件', by: '王登记' } },
    ]);
    expect(codeOf(state, remove)).toBe('case/attachment-removed');
    expect(liveAttachments(done(state, adding()))).toHaveLength(1);
  });

  it('is there once', () => {
    const state = done(registered(), adding());
    expect(codeOf(state, adding({ name: '又一张.jpg' }))).toBe('case/attachment-there');
  });

  it('finds room with the others, those taken out among them, for they stay in the vault', () => {
    let state = done(registered(), adding({ bytes: MOST_CASE_BYTES - 10 }));
    state = done(state, { type: 'remove-attachment', attachment: firstOf(state), reason: '太大' });
    expect(codeOf(state, adding({ sha256: 'b'.repeat(64), bytes: 11 }))).toBe('case/attachments-full');
    expect(codeOf(state, adding({ sha256: 'b'.repeat(64), bytes: 10 }))).toBe('ok');
  });

  it('is there from the birth of the case where it was handed in at the counter', () => {
    const values = {
      matter_kind: 'complaint',
      intake_channel: 'visit',
      complainant_name: '李范例',
      facts: '漏水。',
    };
    const [one, two] = [SHA, 'b'.repeat(64)].map(sha256 => ({
      ...{ name: `${sha256[0]}.jpg`, media: 'image/jpeg' as const, sha256, bytes: 1000 },
    }));
    const command = { procedure: procedure.id, receivedAt: AT, values };
    const repeatOf = { id: newCaseId(ids), number: '样1' };
    const attachments = [one!, two!];
    const context = deciding({ ids });
    const events = caseEvents(
      expectOk(decideRegistration(foundedOffice(), { ...command, repeatOf, attachments }, context)),
    );
    const state = foldCase(events, procedure)!;
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(liveAttachments(state).map(({ name }) => name)).toEqual(['a.jpg', 'b.jpg']);
    const twice = decideRegistration(foundedOffice(), { ...command, attachments: [one!, one!] }, context);
    expect(twice).toMatchObject({ ok: false, error: { code: 'case/attachment-there' } });
  });

  it('comes into a merged case no more', () => {
    const state = done(done(registered(), adding()), {
      ...{ type: 'merge', into: newCaseId(ids), number: '样2', reason: '同一件事' },
    });
    expect(codeOf(state, adding({ sha256: 'b'.repeat(64) }))).toBe('case/merged');
    expect(codeOf(state, { type: 'remove-attachment', attachment: firstOf(state), reason: 'x' })).toBe(
      'case/merged',
    );
  });

  it('comes in late too, but stays where the case is closed', () => {
    const open = done(registered(), adding());
    const ended = Object.fromEntries(
      procedure.tracks.map(({ id, states }) => [
        id,
        { state: states.find(({ kind }) => kind !== 'open')!.id, since: AT },
      ]),
    );
    const closed: CaseState = {
      ...open,
      tracks: ended,
      trace: [
        ...open.trace,
        ...Object.entries(ended).map(([track, { state }]) => ({
          kind: 'entered' as const,
          track,
          state,
          at: AT,
        })),
      ],
    };
    expect(codeOf(closed, adding({ sha256: 'b'.repeat(64) }))).toBe('ok');
    expect(codeOf(closed, { type: 'remove-attachment', attachment: firstOf(closed), reason: 'x' })).toBe(
      'case/attachment-stays',
    );
  });
});
