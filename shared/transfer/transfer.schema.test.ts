import { describe, expect, it } from 'vitest';
import { OfficeCode, TransferId } from '#shared/core/ids.ts';
import { answerFileName, answerIdIn, answerSignatureName, TransferAnswer } from './transfer-answer.schema.ts';
import { MOST_TRANSFER_REASON, parseTransferName, Transfer, transferFileName } from './transfer.schema.ts';

const ID = TransferId.parse('01JA0000000000000000000001');
const SHA = 'a'.repeat(64);
const from = { code: 'PHX-0371', name: '凤凰社区居委会' };

const transfer = {
  ...{ format: 'phoenix-transfer', version: 1, transfer_id: ID, kind: 'hand-over' },
  ...{ from, to: 'PHX-0388', sent_at: '2026-11-02T09:00:00+08:00', number: '凤社〔2026〕0001号' },
  procedure: { id: 'phoenix-community', name: '群众投诉及反馈意见登记' },
  ...{ received_at: '2026-11-01T09:00:00+08:00', reason: '楼道属样本小区物业。\n请接着办。' },
  fields: [
    {
      ...{ key: 'facts', role: 'matter', part: 'registration', label: '反映内容' },
      ...{ value: '楼道灯坏了三天。', words: '楼道灯坏了三天。' },
    },
  ],
  papers: [{ document: '01JA0000000000000000000002', name: '登记表', sha256: SHA, bytes: 9 }],
  attachments: [{ name: '照片.jpg', media: 'image/jpeg', sha256: SHA, bytes: 9 }],
  withheld: { fields: 0, papers: 0, attachments: 0 },
};

const answer = {
  ...{ format: 'phoenix-transfer-answer', version: 1, transfer_id: ID, to: 'PHX-0371' },
  ...{ from: { code: 'PHX-0388', name: '样本社区居委会' }, sha256: SHA, verdict: 'accepted' },
  ...{ number: '样社〔2026〕0007号', answered_at: '2026-11-03T09:00:00+08:00' },
};

describe('what is said of a case that was sent', () => {
  it('is what it was written as', () => {
    expect(Transfer.parse(transfer)).toEqual(transfer);
  });

  it.each([
    ['has something nobody asked for', { extra: 1 }],
    ['is of another version', { version: 2 }],
    ['is of an unknown kind', { kind: 'gift' }],
    ['gives no reason', { reason: ' \n ' }],
    ['gives a reason that is too long', { reason: '长'.repeat(MOST_TRANSFER_REASON + 1) }],
    ['turns the direction of writing', { reason: 'abc\u202Edef' }],
    ['is for no office', { to: 'phx 0388' }],
    ['comes from an office with a name on two lines', { from: { ...from, name: '甲\n乙' } }],
    ['has a field without words', { fields: [{ ...transfer.fields[0], words: '' }] }],
    ['has a field with an unknown role', { fields: [{ ...transfer.fields[0], role: 'boss' }] }],
    ['has a field that is too long', { fields: [{ ...transfer.fields[0], value: '长'.repeat(60_001) }] }],
    ['has too many fields', { fields: Array.from({ length: 401 }, () => transfer.fields[0]) }],
    ['has a film among its files', { attachments: [{ ...transfer.attachments[0], media: 'video/mp4' }] }],
    ['has a file without a hash', { papers: [{ ...transfer.papers[0], sha256: 'x' }] }],
    ['withholds less than nothing', { withheld: { fields: -1, papers: 0, attachments: 0 } }],
  ])('is refused when it %s', (_, change) => {
    expect(Transfer.safeParse({ ...transfer, ...change }).success).toBe(false);
  });
});

describe('an answer', () => {
  it('accepts with a number or returns with a reason', () => {
    expect(TransferAnswer.parse(answer)).toEqual(answer);
    const { number, ...rest } = answer;
    expect(number).toBeDefined();
    const returned = { ...rest, verdict: 'returned', reason: '不属本单位管。' };
    expect(TransferAnswer.parse(returned)).toEqual(returned);
    expect(TransferAnswer.safeParse(rest).success).toBe(false);
    expect(TransferAnswer.safeParse({ ...rest, verdict: 'returned' }).success).toBe(false);
    expect(TransferAnswer.safeParse({ ...answer, reason: '也说一句' }).success).toBe(false);
    expect(TransferAnswer.safeParse({ ...returned, number: '样社1号' }).success).toBe(false);
    expect(TransferAnswer.safeParse({ ...answer, note: 'x' }).success).toBe(false);
  });

  it('is found by its name, and so is its signature', () => {
    expect(answerIdIn(answerFileName(ID))).toBe(ID);
    expect(answerIdIn(answerSignatureName(ID))).toBeUndefined();
    expect(answerIdIn('x.transfer-answer.json')).toBeUndefined();
  });
});

describe('the name of a package', () => {
  const name = { from: OfficeCode.parse('PHX-0371'), to: OfficeCode.parse('PHX-0388'), id: ID };

  it('tells who sent it to whom, and nothing else', () => {
    expect(transferFileName(name)).toBe(`PHX-0371_PHX-0388_${ID}.transfer.zip.age`);
    expect(parseTransferName(transferFileName(name))).toEqual(name);
  });

  it.each([
    '',
    'PHX-0371_2026-10_0001.bag.zip.age',
    `PHX-0371_${ID}.transfer.zip.age`,
    `a_b_c.transfer.zip.age`,
  ])('is no other name: %s', other => expect(parseTransferName(other)).toBeUndefined());
});
