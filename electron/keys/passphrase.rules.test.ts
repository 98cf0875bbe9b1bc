import { describe, expect, it } from 'vitest';
import { checkPassphrase } from './passphrase.rules.ts';

const codeOf = (passphrase: string, names?: readonly string[]): string => {
  const result = checkPassphrase(passphrase, names);
  return result.ok ? 'ok' : result.error.code;
};

describe('a new passphrase', () => {
  it('needs ten characters or four words', () => {
    expect(codeOf('短口令')).toBe('keys/passphrase-short');
    expect(codeOf('Kp7-xw2hz')).toBe('keys/passphrase-short');
    expect(codeOf('早上六点买两根油条')).toBe('keys/passphrase-short');
    expect(codeOf('早上六点钟买两根油条')).toBe('ok');
    expect(codeOf('油条 豆浆 咸菜')).toBe('keys/passphrase-short');
    expect(codeOf('油条 豆浆 粥 蛋')).toBe('ok');
    expect(codeOf('correct horse battery staple')).toBe('ok');
  });

  it.each([
    'aaaaaaaaaaaa',
    '12345678910',
    '0987654321',
    'abcdefghijkl',
    '1122334455',
    'ab1ab1ab1ab1',
    'a b c d',
  ])('must not be as simple as %s', passphrase => {
    expect(codeOf(passphrase)).toBe('keys/passphrase-simple');
  });

  it.each(['Password2026', 'qwertyuiop', '1QAZ2wsx3edc', 'zhongguo888888'])(
    'must not be as common as %s',
    passphrase => {
      expect(codeOf(passphrase)).toBe('keys/passphrase-common');
    },
  );

  it('must not be the name of the person or of the office, however it is dressed', () => {
    const names = ['试填', '样本市范例街道信访办公室', 'PHX-0371'];
    for (const passphrase of [
      '样本市范例街道信访办公室',
      '试填试填试填试填试填',
      'phx-0371 phx-0371',
      '试填2026101212',
    ]) {
      expect(codeOf(passphrase, names)).toBe('keys/passphrase-name');
    }
    expect(codeOf('试填早上买油条和豆浆', names)).toBe('ok');
  });
});
