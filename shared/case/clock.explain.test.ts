import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLimit } from '#shared/calendar/count-limit.ts';
import { LIMIT_UNITS, type Pause } from '#shared/calendar/limit.types.ts';
import { instantAt, instantFromMs } from '#shared/core/instant.ts';
import { addDays, plainDate } from '#shared/core/plain-date.ts';
import { clocksPaper } from '#shared/documents/clocks.paper.ts';
import type { Block, Paper } from '#shared/documents/paper.model.ts';
import { at, foundedOffice, OFFICE_HOURS, officialCalendar } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { dayStretches, explain, explainClock, type ExplanationLine } from './clock.explain.ts';
import { inFigures, inFull, lineInWords, resultInWords, withoutYear } from './clock.words.ts';
import type { Clock } from './clocks.ts';

const calendar = officialCalendar();
const rule = { zh: '规定', en: 'Rule' };
const label = { zh: '等补材料', en: 'waiting for material' };

const lineOf = <Kind extends ExplanationLine['kind']>(lines: readonly ExplanationLine[], kind: Kind) =>
  lines.filter((line): line is Extract<ExplanationLine, { kind: Kind }> => line.kind === kind);

const STARTS = Date.parse('2026-01-01T00:00:00+08:00');
const HOUR = 3_600_000;

const pausesAfter = (start: number): fc.Arbitrary<readonly Pause[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 })), { maxLength: 3 })
    .map(gaps => {
      let moment = start;
      return gaps.map(([wait, length]) => {
        const from = moment + wait * HOUR;
        moment = from + length * HOUR;
        return { from: instantFromMs(from), to: instantFromMs(moment), label };
      });
    });

const request = fc
  .record({
    start: fc.integer({ min: 0, max: 300 * 24 }).map(hours => STARTS + hours * HOUR),
    amount: fc.integer({ min: 1, max: 30 }),
    unit: fc.constantFrom(...LIMIT_UNITS),
    roll: fc.constantFrom('none' as const, 'next-working-day' as const),
    extension: fc.integer({ min: 0, max: 10 }),
  })
  .chain(({ start, unit, extension, ...rest }) =>
    pausesAfter(start).map(pauses => ({
      ...{ start: instantFromMs(start), unit, pauses, calendar, officeHours: OFFICE_HOURS, ...rest },
      extension: unit === 'at-once' ? 0 : extension,
    })),
  );

describe('the explanation of a deadline', () => {
  it('ends with the very day the clock counts, and its days and pauses add up', () => {
    fc.assert(
      fc.property(request, asked => {
        const counted = countLimit(asked);
        const { start, amount, unit, roll, pauses, extension } = asked;
        const lines = explain({
          ...{ rule, figure: { amount, unit }, rolls: roll !== 'none', start, waited: false, pauses },
          ...{ extensions: [{ amount: extension, unit, before: null }], counted, calendar },
        });
        const [result] = lineOf(lines, 'result');
        expect(result).toEqual({
          kind: 'result',
          due: counted.due,
          dueDate: counted.dueDate,
          precision: counted.precision,
        });
        for (const writing of [inFull('zh-CN'), inFull('en'), inFigures])
          expect(lines.map(line => lineInWords(line, writing).words).at(-1)).toContain(
            writing.day(counted.dueDate!),
          );
        const lost = lineOf(lines, 'paused').reduce((sum, each) => sum + each.lost.amount, 0);
        const inDays = counted.precision === 'day';
        const paused = inDays
          ? counted.days.filter(({ state }) => state === 'paused').length
          : counted.times
              .filter(({ state }) => state === 'paused')
              .reduce((sum, each) => sum + each.minutes, 0);
        expect(lost).toBe(paused);
        const skipped = lineOf(lines, 'skipped-days').flatMap(line =>
          line.skipped.flatMap(({ days }) => days),
        );
        expect(skipped.sort()).toEqual(
          counted.days.filter(({ state }) => state === 'skipped').map(({ date }) => date),
        );
      }),
      { seed: 20261008, numRuns: 300 },
    );
  });

  it('keeps every day when days of one sort are drawn together', () => {
    fc.assert(
      fc.property(request, asked => {
        const { days } = countLimit(asked);
        const drawnOut = dayStretches(days).flatMap(({ from, to, state }) => {
          const dates = [];
          for (let date = from; date <= to; date = addDays(date, 1)) dates.push({ date, state });
          return dates;
        });
        expect(drawnOut).toEqual(days.map(({ date, state }) => ({ date, state })));
      }),
      { seed: 20261009, numRuns: 200 },
    );
  });
});

/** Paused while material is waited for, and extended twice. */
function pausedAndExtended(): { readonly desk: MadeDesk; readonly clock: Clock } {
  const limits = `
limits:
  - { id: L, name: { zh: 答复, en: Answer }, rule: { zh: 规定, en: Rule }, starts: [{ registered: true }],
      ends: [{ step: answer }], amount: 5, pauses: [{ from: { printed: LAD-02 }, to: { noted: true },
      label: { zh: 等补材料, en: waiting for material } }], extension: { times: 2, amount: 3, role: supervisor } }
`;
  const desk = new MadeDesk(ladderPack({ limits })).register('2026-09-23T10:00');
  desk.print('2026-09-24T10:00', 'LAD-02');
  desk.act('2026-09-29T15:00', { type: 'add-note', text: '材料收到' });
  const extend = (reason: string) => ({ type: 'extend-clock', limit: 'L', reason }) as const;
  desk.act('2026-10-08T11:00', extend('等配件'), { name: '张主管', roles: ['supervisor'] });
  desk.act('2026-10-09T11:00', extend('配件未到'), { name: '赵主管', roles: ['supervisor'] });
  const clock = desk.clock('L', '2026-10-09T12:00');
  if (!clock) throw new Error('no clock');
  return { desk, clock };
}

function valuesOf(paper: Paper): readonly string[] {
  const inBlock = (block: Block): readonly string[] =>
    block.kind === 'table'
      ? block.rows.flatMap(row =>
          row.cells.flatMap(cell =>
            cell.content.flatMap(each =>
              each.kind === 'para' ? each.runs.flatMap(run => ('text' in run ? [run.text] : [])) : [],
            ),
          ),
        )
      : [];
  return paper.parts.flatMap(part => part.blocks.flatMap(inBlock));
}

describe('a clock that was paused and extended', () => {
  it('names from when to when it stood, why, and who gave more time, when, and what day it was before', () => {
    const { clock } = pausedAndExtended();
    const said = explainClock(clock, calendar).map(line => {
      const { term, words } = lineInWords(line, withoutYear('zh-CN'));
      return `${term}：${words}`;
    });
    expect(said).toEqual([
      '规定：规定',
      '期限：5 个工作日',
      '起算：9月23日（周三） 10:00，当天不算',
      '算进去：11 天，含补班 10月10日（周六）',
      '没有算：中秋节 3 天（9月25日至27日）、国庆节 7 天（10月1日至7日）、周末 3 天',
      '中止：9月24日（周四） 10:00 至 9月29日（周二） 15:00，停 2 天（等补材料）',
      '延长：3 个工作日；10月8日（周四） 11:00 张主管批准；理由：等配件；原来是 10月10日（周六）',
      '延长：3 个工作日；10月9日（周五） 11:00 赵主管批准；理由：配件未到；原来是 10月14日（周三）',
      expect.stringContaining('日历：'),
      '到期：10月19日（周一），当天 24:00 为止',
    ]);
  });

  it('says the same in English', () => {
    const { clock } = pausedAndExtended();
    const said = explainClock(clock, calendar).map(line => lineInWords(line, withoutYear('en')).words);
    expect(said).toContain(
      '24 September (Thu) 10:00 to 29 September (Tue) 15:00; 2 days not counted (waiting for material)',
    );
    expect(said.join('')).not.toMatch(/中止|延长|批准|天/);
  });

  it('is explained on paper in the same lines, and day by day', () => {
    const { desk, clock } = pausedAndExtended();
    const paper = clocksPaper({
      ...{ procedure: desk.procedure, state: desk.state(), office: foundedOffice(), clocks: [clock] },
      ...{ calendar, language: 'zh-CN', at: at('2026-10-09T12:00') },
    });
    const values = valuesOf(paper);
    const writing = inFull('zh-CN');
    for (const line of explainClock(clock, calendar)) {
      const { term, words } = lineInWords(line, writing);
      expect(values.some((text, index) => text === words && values[index - 1] === term)).toBe(true);
    }
    expect(values).toContain(`${resultInWords(clock.counted!, writing)}，当天 24:00 为止`);
    expect(values.slice(values.indexOf('9月25日至27日'))).toEqual(
      expect.arrayContaining(['9月28日至29日', '中止，不算', '等补材料', '第 11 天']),
    );
  });

  it('prints nothing of a limit that has not begun', () => {
    const { desk, clock } = pausedAndExtended();
    const { limit } = clock;
    const waiting: Clock = {
      ...{ limit, status: 'not-begun', near: false, waited: false, pauses: [], extensions: [] },
    };
    const paper = clocksPaper({
      ...{ procedure: desk.procedure, state: desk.state(), office: foundedOffice(), clocks: [waiting] },
      ...{ calendar, language: 'zh-CN', at: instantAt(plainDate('2026-10-09'), '12:00') },
    });
    expect(valuesOf(paper)).toEqual([]);
  });
});
