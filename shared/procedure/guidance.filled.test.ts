import { describe, expect, it } from 'vitest';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { isAnswered } from './guidance.filled.ts';

const pack = ladderPack();

describe('what a line of a card asks for', () => {
  it('is told by the name the procedure has for that part of the registration', () => {
    expect(pack.registration.matter).toBe('subject');
    expect(isAnswered(['matter'], pack, { subject: '电梯' })).toBe(true);
    expect(isAnswered(['matter'], pack, { subject: '' })).toBe(false);
    expect(isAnswered(['subject'], pack, {})).toBe(false);
  });

  it('is answered when all of it stands there', () => {
    const asked = { registration: { ...pack.registration, fields: ['subject', 'other'] } };
    expect(isAnswered(['matter', 'other'], asked, { subject: '电梯' })).toBe(false);
    expect(isAnswered(['matter', 'other'], asked, { subject: '电梯', other: '甲' })).toBe(true);
  });

  it('is no question where the procedure does not ask it at registration', () => {
    expect(
      isAnswered(['phone'], { registration: { ...pack.registration, phone: undefined } }, {}),
    ).toBeUndefined();
    expect(isAnswered(['decision'], pack, { decision: '已答复' })).toBeUndefined();
  });
});
