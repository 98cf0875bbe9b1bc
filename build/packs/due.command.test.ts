import { describe, expect, it } from 'vitest';
import { due, type DueOptions } from './due.command.ts';
import { countingParts, shippedPacks } from './pack.files.ts';
import { isWorkingDay } from '#shared/calendar/working-calendar.ts';
import { addDays, plainDate } from '#shared/core/plain-date.ts';

const ask = (limit: string, from: string, more: Partial<DueOptions> = {}): readonly string[] => {
  const lines: string[] = [];
  const options = { limit, from, pause: [], extend: '0', json: false, ...more };
  expect(due(options, line => lines.push(line))).toBe(0);
  return lines;
};
const dueOf = (limit: string, from: string, more: Partial<DueOptions> = {}): string =>
  /：(.*)$/.exec(ask(limit, from, more)[0] ?? '')?.[1] ?? '';
const json = (limit: string, from: string, more: Partial<DueOptions> = {}): Record<string, unknown> =>
  JSON.parse(ask(limit, from, { ...more, json: true }).join('\n')) as Record<string, unknown>;

/** Limits that count so many working days and nothing else. */
const inWorkingDays = (amount: number): readonly string[] =>
  shippedPacks()
    .procedures.flatMap(({ limits }) => limits)
    .filter(limit => limit.amount === amount && limit.unit === 'working-days')
    .map(({ id }) => id);

describe('due', () => {
  it.each(inWorkingDays(7))('%s: seven working days after Friday 2026-09-18 is 2026-09-29', limit => {
    expect(dueOf(limit, '2026-09-18T10:00+08:00')).toBe('2026-09-29（周二）');
  });

  it.each(inWorkingDays(15))('%s: fifteen working days after Friday 2026-09-18 is 2026-10-15', limit => {
    expect(dueOf(limit, '2026-09-18T10:00+08:00')).toBe('2026-10-15（周四）');
  });

  it('counts with a year of 248 working days', () => {
    const { calendar } = countingParts();
    const days = Array.from({ length: 365 }, (_, nth) => addDays(plainDate('2026-01-01'), nth));
    expect(days.filter(day => isWorkingDay(calendar.dayKind(day)))).toHaveLength(248);
  });

  it('says of a reminder without a figure that it has none', () => {
    expect(ask('TL-090', '2026-09-24T10:05+08:00')).toEqual([
      'TL-090 尸体逾期通知保卫科：没有数，只提醒，等本单位定了数才有期限',
      '  规程：shanxi-hospital-disputes',
      '  规定：逾期不处理尸体的，医务科通知保卫科按规定处理。没有写日数。',
      '  从这时起提醒：2026-09-24（周四） 10:05',
    ]);
  });

  it('names the field a day is written in by its label, and for machines by its key', () => {
    const from = '2026-09-24T10:05+08:00';
    expect(ask('TL-001', from)[0]).toBe(
      'TL-001 报告（回复）处理情况：按“报告（回复）期限日”里写明的日子，没有固定的数',
    );
    expect(json('TL-001', from)).toMatchObject({ due_in: 'report_due_date' });
  });

  it('prints hours with the whole stretch that counts', () => {
    expect(ask('TL-044', '2026-09-24T10:05+08:00')).toEqual([
      'TL-044 报客服中心判断：2026-09-24（周四） 14:05',
      '  规程：vanke-real-estate',
      '  规定：专员无法判断有效无效的，应在受理后 4 小时内报客户服务中心，并附基本处理意见',
      '  期限：4 小时',
      '  起算：2026-09-24（周四） 10:05',
      '  算进去：4 小时',
      '    2026-09-24（周四） 10:05 至 14:05  算（4 小时）',
      '  到期：2026-09-24（周四） 14:05',
    ]);
  });

  it('explains every day of a limit over two holidays and a make-up day', () => {
    const lines = ask('TL-010', '2026-09-18T10:00+08:00');
    expect(lines[0]).toBe('TL-010 一般问题处理答复：2026-10-09（周五）');
    expect(lines).toContain('    2026-09-18（周五）  起算，当天不算（工作日）');
    expect(lines).toContain('    2026-09-20（周日）  第 1 天（国庆节补班）');
    expect(lines).toContain('    2026-09-25（周五）  不算（中秋节）');
    expect(lines).toContain('    2026-10-09（周五）  第 10 天（工作日）');
    expect(lines.at(-1)).toBe('  到期：2026-10-09（周五），当天 24:00 为止');
    expect(lines.filter(line => line.startsWith('    2026-'))).toHaveLength(22);
  });

  it('rolls sixty days that end in a holiday on to the next working day', () => {
    const lines = ask('TL-022', '2026-08-04T10:05+08:00');
    expect(lines[0]).toBe('TL-022 保证金赔偿案件审理终结：2026-10-08（周四）');
    expect(lines).toContain('  期限：60 天；最后一天休息的，顺延到下一个工作日');
    expect(lines).toContain('    2026-10-03（周六）  第 60 天（国庆节）');
    expect(lines.filter(line => line.includes('顺延（'))).toHaveLength(5);
    expect(dueOf('TL-022', '2026-08-03T10:05+08:00')).toBe('2026-10-08（周四）');
    expect(dueOf('TL-022', '2026-08-01T10:05+08:00')).toBe('2026-09-30（周三）');
  });

  it('leaves pauses out and adds an extension', () => {
    const pause = ['2026-09-24T11:00+08:00..2026-09-24T12:30+08:00'];
    const lines = ask('TL-044', '2026-09-24T10:05+08:00', { pause, extend: '1' });
    expect(lines[0]).toBe('TL-044 报客服中心判断：2026-09-24（周四） 16:35');
    expect(lines).toContain('  期限：4 小时');
    expect(lines).toContain('  延长：1 小时；原来是 2026-09-24（周四） 15:35');
    expect(lines).toContain(
      '  中止：2026-09-24（周四） 11:00 至 2026-09-24（周四） 12:30，停 1 小时 30 分钟（按 --pause 写的）',
    );
    expect(lines).toContain('    2026-09-24（周四） 11:00 至 12:30  中止，不算（1 小时 30 分钟）');
    const days = ask('TL-010', '2026-09-18T10:00+08:00', {
      pause: ['2026-09-21T09:00+08:00..2026-09-23T09:00+08:00'],
      extend: '2',
    });
    expect(days[0]).toBe('TL-010 一般问题处理答复：2026-10-14（周三）');
    expect(days).toContain('    2026-09-22（周二）  中止，不算（按 --pause 写的）');
  });

  it('cannot know the end while a pause lasts', () => {
    const pause = ['2026-09-24T11:00+08:00..'];
    expect(dueOf('TL-044', '2026-09-24T10:05+08:00', { pause })).toBe('中止着，恢复以后才知道');
  });

  it('counts from the next opening where the rule says so', () => {
    const lines = ask('TL-051', '2026-09-24T20:00+08:00');
    expect(lines[0]).toBe('TL-051 下班后的网上投诉送达：2026-09-28（周一） 10:00');
    expect(lines).toContain('  起算：2026-09-28（周一） 09:00，收到时没有上班，从上班时起算');
  });

  it.each([
    ['half an hour', 'TL-048', '2026-09-24（周四） 10:35', '  期限：30 分钟'],
    ['minutes of a ladder', 'TL-036', '2026-09-24（周四） 10:20', '  期限：15 分钟'],
    ['at once', 'TL-059', '2026-09-24（周四） 10:05', '  期限：立即'],
    ['the same day', 'TL-052', '2026-09-24（周四）', '  期限：当天'],
    ['the age that changes a class', 'TL-055', '2026-10-01（周四）', '  期限：1 周'],
  ])('knows %s', (_what, limit, wanted, figure) => {
    const lines = ask(limit, '2026-09-24T10:05+08:00');
    expect(lines[0]).toMatch(new RegExp(`^${limit} .*：${wanted}$`));
    expect(lines).toContain(figure);
  });

  it('tells of a duty the periods that are owed, with the days of each', () => {
    const lines = ask('TL-015', '2026-10-09T10:00+08:00');
    expect(lines[0]).toBe('TL-015 县中心月汇总：2026-10-13（周二）');
    expect(lines).toContain('  期限：每月一次，期满后次月第 5 个工作日');
    expect(lines).toContain('    2026-10-10（周六）  第 3 天（国庆节补班）');
    expect(lines).toContain('  2026-10（2026-10-01 至 2026-10-31）：2026-11-06（周五）');
  });

  it('takes an instant in any offset, and shows it as it is in China', () => {
    for (const from of ['2026-09-24T02:05Z', '2026-09-23T22:05:00-04:00', '2026-09-24T10:05:00.000+08:00'])
      expect(dueOf('TL-044', from)).toBe('2026-09-24（周四） 14:05');
  });

  it('gives the same in JSON, with every day', () => {
    expect(json('TL-044', '2026-09-24T10:05+08:00')).toMatchObject({
      limit: 'TL-044',
      kind: 'limit',
      pack: 'vanke-real-estate',
      amount: 4,
      unit: 'hours',
      start: '2026-09-24T10:05:00+08:00',
      due: '2026-09-24T14:05:00+08:00',
      dueDate: '2026-09-24',
      precision: 'minute',
      extension: 0,
      pauses: [],
      times: [{ state: 'counted', minutes: 240 }],
    });
    const days = json('TL-010', '2026-09-18T10:00+08:00');
    expect(days).toMatchObject({ dueDate: '2026-10-09', precision: 'day', unknownYears: [] });
    expect(days['days']).toHaveLength(22);
    expect(json('TL-090', '2026-09-24T10:05+08:00')).toMatchObject({ due: null, reason: 'no figure' });
    expect(json('TL-015', '2026-10-09T10:00+08:00')).toMatchObject({
      kind: 'duty',
      periods: [{ id: '2026-09', due: '2026-10-13' }, { id: '2026-10' }],
    });
  });

  it('says that a year without its holidays is provisional', () => {
    expect(ask('TL-010', '2028-09-18T10:00+08:00')).toContain('  日历：2028 年还没有放假安排，日子是暂定的');
  });

  const from = '2026-09-24T10:05+08:00';
  it.each<[string, string, Partial<DueOptions>, RegExp]>([
    ['TL-999', from, {}, /^没有这个时限：TL-999$/],
    ['TL-044', '2026-09-24', {}, /^不是时刻：2026-09-24（/],
    ['TL-044', '2026-09-24T10:05', {}, /^不是时刻：/],
    ['TL-044', '2026-09-24T25:05+08:00', {}, /^不是时刻：/],
    ['TL-044', '2026-02-30T10:05+08:00', {}, /^没有这一天：2026-02-30$/],
    ['TL-044', 'tomorrow', {}, /^不是时刻：tomorrow/],
    ['TL-044', from, { pause: [from] }, /^不是一段时间：/],
    ['TL-044', from, { pause: [`${from}..${from}`] }, /^中止先要开始，才能结束：/],
    ['TL-044', from, { pause: [`${from}..`, '2026-09-25T10:05+08:00..'] }, /^几段中止不能重叠$/],
    ['TL-044', from, { extend: 'x' }, /^延长要写一个数：x$/],
    ['TL-010', from, { extend: '1.5' }, /^这个时限不按小时算，延长要写整数：1\.5$/],
    ['TL-059', from, { extend: '1' }, /^立即办的事不能延长$/],
    ['TL-060', from, { extend: '9999' }, /^加起来超过一百年，数不了$/],
    ['TL-015', from, { extend: '1' }, /^按期的事没有中止和延长$/],
  ])('refuses %s from %s %j in one sentence', (limit, start, more, sentence) => {
    expect(() => ask(limit, start, more)).toThrow(sentence);
  });
});
