import { describe, expect, it } from 'vitest';
import { systemLocale } from './system-locale.ts';

describe('the language of the desktop', () => {
  it('is read from the variables of the system, the stronger one first', () => {
    expect(systemLocale({ LANG: 'zh_CN.UTF-8' })).toBe('zh-CN');
    expect(systemLocale({ LANG: 'zh_CN.UTF-8', LC_ALL: 'de_DE@euro' })).toBe('de-DE');
    expect(systemLocale({ LANG: 'en' })).toBe('en');
  });

  it('is American English where the system names none', () => {
    for (const LANG of ['', 'C', 'C.UTF-8', 'POSIX']) expect(systemLocale({ LANG })).toBe('en-US');
  });
});
