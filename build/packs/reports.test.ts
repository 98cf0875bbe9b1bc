import { describe, expect, it } from 'vitest';
import type { Period } from '#shared/procedure/duty.schema.ts';
import { PERIODS } from '#shared/procedure/duty.schema.ts';
import { shippedPacks } from './pack.files.ts';

const { procedures } = shippedPacks();

type Form = string | null;

/** The 36 reports of the catalogue, section (e): system, report, period, zero report, form, and whether a day is set. */
const CATALOGUE: readonly (readonly [system: string, id: string, period: string, form: Form])[] = [
  ['lingchuan-nrcms', 'R-NRC-1', 'month', null],
  ['lingchuan-nrcms', 'R-NRC-2', 'month', 'NRC-02'],
  ['lingchuan-nrcms', 'R-NRC-3', 'case', 'NRC-03'],
  ['yingkou-tourism', 'R-YK-1', 'case', 'YK-12'],
  ['yingkou-tourism', 'R-YK-2', 'open', 'YK-14'],
  ['property-owner-complaints', 'R-PMO-1', 'half-year', null],
  ['property-owner-complaints', 'R-PMO-2', 'year', null],
  ['mall-customer-complaints', 'R-MAL-1', 'month', null],
  ['mall-customer-complaints', 'R-MAL-2', 'quarter', 'MAL-04'],
  ['vanke-real-estate', 'R-VK-1', 'month', 'VK-08'],
  ['vanke-real-estate', 'R-VK-2', 'half-month', 'VK-06'],
  ['vanke-real-estate', 'R-VK-3', 'month', 'VK-07'],
  ['vanke-real-estate', 'R-VK-4', 'case', 'VK-04'],
  ['vanke-real-estate', 'R-VK-5', 'case', 'VK-05'],
  ['vanke-real-estate', 'R-VK-6', 'quarter', 'VK-09'],
  ['vanke-real-estate', 'R-VK-7', 'quarter', 'VK-11'],
  ['hotline-400-quality', 'R-H4-1', 'week', 'H4-04'],
  ['hotline-400-quality', 'R-H4-2', 'month', 'H4-05'],
  ['shanxi-hospital-disputes', 'R-SXH-1', 'half-year', null],
  ['shanxi-hospital-disputes', 'R-SXH-2', 'case', 'SXH-05'],
  ['hospital-patient-complaints', 'R-HPC-1', 'open', null],
  ['rural-credit-coop', 'R-RCC-1', 'open', null],
  ['rural-credit-coop', 'R-RCC-2', 'year', null],
  ['rural-credit-coop', 'R-RCC-3', 'case', null],
  ['kutao-tourist-park', 'R-KT-1', 'month', null],
  ['it-complaints', 'R-IT-1', 'open', null],
  // 定期, without a figure: the pack reminds once a year and says that this is its own.
  ['enterprise-emergency-plan', 'R-EMG-1', 'year', null],
  ['aic-consumer-2014', 'R-AIC-1', 'case', null],
  ['guangxi-12315', 'R-GX-1', 'case', 'GX-09'],
  ['samr-2019', 'R-SAMR-1', 'case', 'SAMR-12'],
  ['lingchuan-nrcms', 'R-NRC-4', 'case', 'NRC-04'],
  ['vanke-real-estate', 'R-VK-8', 'quarter', 'VK-10'],
  ['vanke-real-estate', 'R-VK-9', 'case', 'VK-02'],
  ['shanxi-hospital-disputes', 'R-SXH-3', 'case', null],
  ['hospital-patient-complaints', 'R-HPC-2', 'case', 'HPC-04'],
  ['rural-credit-coop', 'R-RCC-4', 'case', null],
];

/** Only these ask for a report when there was nothing. */
const ZERO_REPORTS = ['R-NRC-1', 'R-NRC-2'];
/** The catalogue names nobody who reports, or nobody it goes to. */
const NO_SENDER = ['R-PMO-1', 'R-PMO-2'];

const isPeriod = (period: string): period is Period => (PERIODS as readonly string[]).includes(period);

describe('the reports of the catalogue', () => {
  it('are 36, each named once', () => {
    expect(new Set(CATALOGUE.map(([, id]) => id)).size).toBe(36);
  });

  it.each(CATALOGUE)(
    '%s has %s: its period, its form, its words and, where it comes back, its duty',
    (...line) => {
      const [system, id, period, form] = line;
      const pack = procedures.find(each => each.id === system);
      const report = pack?.reports.find(each => each.id === id);
      expect(report).toMatchObject({ period, zero_report: ZERO_REPORTS.includes(id) });
      expect(report?.form ?? null).toBe(form);
      expect([report?.name.en, report?.content.en].every(text => (text ?? '') !== '')).toBe(true);
      if (period !== 'open') expect(report?.due?.zh ?? '').not.toBe('');
      if (!NO_SENDER.includes(id)) expect(report?.from?.zh ?? '').not.toBe('');
      if (form !== null) expect(pack?.forms.some(each => each.id === form)).toBe(true);
      const duties = pack?.duties.filter(each => each.report === id) ?? [];
      expect(duties).toHaveLength(isPeriod(period) ? 1 : 0);
    },
  );
});
