import { describe, expect, it } from 'vitest';
import { plainDate } from '#shared/core/plain-date.ts';
import { dayRange, dayWithWeekday, fullDay, monthDay } from './day-words.ts';
import { createI18n } from './index.ts';

const i18n = createI18n('zh-CN');
const zh = i18n.getFixedT('zh-CN', 'ui');
const en = i18n.getFixedT('en', 'ui');
const date = plainDate('2026-10-14');

describe('a day', () => {
  it('is written as people here say it', () => {
    expect(monthDay(zh, date)).toBe('10月14日');
    expect(dayWithWeekday(zh, date)).toBe('10月14日（周三）');
    expect(fullDay(zh, date)).toBe('2026年10月14日');
  });

  it('cannot be taken for another month in English', () => {
    expect(dayWithWeekday(en, plainDate('2026-10-09'))).toBe('Fri 9 Oct');
  });

  it('begins a range that names the month once, or both months', () => {
    expect(dayRange(zh, plainDate('2026-09-01'), plainDate('2026-09-28'))).toBe('9月1日至28日');
    expect(dayRange(zh, plainDate('2026-09-29'), plainDate('2026-10-11'))).toBe('9月29日至10月11日');
  });
});
