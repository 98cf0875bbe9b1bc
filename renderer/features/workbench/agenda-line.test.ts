import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { DutyEntry } from '#shared/agenda/agenda.entry.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import { dutyLine, type LineWords } from './agenda-line.ts';

const today = plainDate('2026-10-01');
const words: LineWords = {
  ...{ t: ((key: string) => key) as unknown as TFunction<'workbench'>, language: 'zh-CN', today },
  day: date => date,
};
const owed = (every: Period, report?: string): DutyEntry => ({
  ...{ kind: 'duty', key: 'duty', what: { zh: '汇总' }, reason: { zh: '规定' }, standing: 'near' },
  ...{ procedure: 'mall', of: { zh: '商场' }, duty: 'D', every },
  period: {
    ...{ id: '2026-Q3', from: plainDate('2026-07-01'), to: plainDate('2026-09-30'), due: today },
    provisional: false,
  },
  ...(report === undefined ? {} : { report }),
});

describe('the line of a duty', () => {
  it('leads to where a quarter is closed with its report, and is not ticked off from the desk', () => {
    const line = dutyLine(words, owed('quarter', 'R'));
    expect(line).toMatchObject({ target: { to: 'month' }, act: 'act.closeDuty' });
    expect(line).not.toHaveProperty('duty');
  });

  it('leads to the procedure where nothing is counted, and of what comes by the month', () => {
    for (const entry of [owed('quarter'), owed('month', 'R')])
      expect(dutyLine(words, entry)).toMatchObject({
        ...{ target: { to: 'procedure', id: 'mall' }, act: 'act.duty', duty: { duty: 'D' } },
      });
  });
});
