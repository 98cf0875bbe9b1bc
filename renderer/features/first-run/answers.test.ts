import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OfficeCode } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import { contract } from '#shared/ipc/contract.ts';
import { ROLES } from '#shared/procedure/role.ts';
import {
  newPassphraseLack,
  officeLack,
  personLack,
  readFirstNumber,
  setupInput,
  type OfficeAnswers,
  type PersonAnswers,
} from './answers.ts';
import { asOfficeCode } from './office-code.ts';
import { passphraseStrength } from './passphrase-strength.ts';

const office: OfficeAnswers = {
  name: '凤凰社区居委会',
  code: 'PHX-0371',
  prefix: '凤社',
  firstNumber: '1',
  procedure: 'phoenix-community',
};
const passphrase = '门口石榴树三棵半还在';
const person: PersonAnswers = { name: '王登记', phone: '', roles: ROLES, passphrase, again: passphrase };

describe('the answers about the office', () => {
  it('lack nothing when everything is there', () => {
    expect(officeLack(office)).toBeUndefined();
  });

  it.each([
    [{ name: '凤' }, { field: 'name', problem: 'nameShort' }],
    [{ name: ' 凤  ' }, { field: 'name', problem: 'nameShort' }],
    [{ name: '凤'.repeat(61) }, { field: 'name', problem: 'nameLong' }],
    [{ code: '' }, { field: 'code', problem: 'codeMissing' }],
    [{ code: 'PHX-' }, { field: 'code', problem: 'codeWrong' }],
    [{ code: '凤凰' }, { field: 'code', problem: 'codeWrong' }],
    [{ prefix: '  ' }, { field: 'prefix', problem: 'prefixMissing' }],
    [{ prefix: '字'.repeat(21) }, { field: 'prefix', problem: 'prefixLong' }],
    [{ firstNumber: '' }, { field: 'firstNumber', problem: 'numberMissing' }],
    [{ firstNumber: '0' }, { field: 'firstNumber', problem: 'numberWrong' }],
    [{ firstNumber: '1000000' }, { field: 'firstNumber', problem: 'numberWrong' }],
    [{ firstNumber: '3.5' }, { field: 'firstNumber', problem: 'numberWrong' }],
  ])('with %o lack that first', (change, lack) => {
    expect(officeLack({ ...office, ...change })).toEqual(lack);
  });

  it('name the first thing from the top', () => {
    expect(officeLack({ ...office, name: '', code: '', prefix: '' })?.field).toBe('name');
  });

  it('take a number from the paper ledger as it is written there', () => {
    expect(['0042', '４２', ' 42 ', '-1', ''].map(readFirstNumber)).toEqual([
      42,
      42,
      42,
      undefined,
      undefined,
    ]);
  });
});

describe('an office code', () => {
  it.each([
    ['phx-0371', 'PHX-0371'],
    ['ｐｈｘ—０３７１', 'PHX-0371'],
    [' Phx 0371 ', 'PHX0371'],
  ])('typed as %s is %s', (typed, code) => {
    expect(asOfficeCode(typed)).toBe(code);
  });

  it('that is right already stays as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{3,8}(-[A-Z0-9]{1,8})?$/), code => {
        expect(asOfficeCode(code)).toBe(code);
        expect(OfficeCode.safeParse(code).success).toBe(true);
      }),
    );
  });
});

describe('the answers about the first person', () => {
  it('lack nothing when everything is there', () => {
    expect(personLack(person)).toBeUndefined();
  });

  it.each([
    [{ name: ' ' }, { field: 'name', problem: 'personMissing' }],
    [{ roles: [] }, { field: 'roles', problem: 'rolesMissing' }],
    [{ phone: '1'.repeat(41) }, { field: 'phone', problem: 'phoneLong' }],
    [{ passphrase: '' }, { field: 'passphrase', problem: 'passphraseMissing' }],
    [{ passphrase: '九个字还是太短了啊' }, { field: 'passphrase', problem: 'passphraseShort' }],
    [{ passphrase: '1212121212121' }, { field: 'passphrase', problem: 'passphraseSimple' }],
    [{ again: '' }, { field: 'again', problem: 'againMissing' }],
    [{ again: `${passphrase}了` }, { field: 'again', problem: 'againDiffers' }],
  ])('with %o lack that first', (change, lack) => {
    expect(personLack({ ...person, ...change })).toEqual(lack);
  });

  it('let full and half width be the same passphrase, as the keyring does', () => {
    expect(
      newPassphraseLack('phoenix desk 2026 ledger', 'ｐｈｏｅｎｉｘ desk ２０２６ ledger '),
    ).toBeUndefined();
  });
});

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'empty'],
    ['abc', 'short'],
    ['a b c d', 'simple'],
    ['aaaaaaaaaaaa', 'simple'],
    ['石榴 门口 三棵 半树', 'good'],
    ['abcdefg hij', 'fair'],
    ['phoenix desk 2026 ledger', 'good'],
    ['门口石榴树三棵半，年年结果', 'strong'],
  ])('of %s is %s', (typed, strength) => {
    expect(passphraseStrength(typed)).toBe(strength);
  });
});

describe('complete answers', () => {
  it('are what the shell takes', () => {
    const input = setupInput({ ...office, name: ' 凤凰社区居委会 ', firstNumber: '0042' }, person);
    const parsed = contract['setup:begin'].input.safeParse(input);
    expect(parsed.success).toBe(true);
    expect(input.office).toEqual({ ...office, firstNumber: 42 });
    expectOk(parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: parsed.error });
  });
});
