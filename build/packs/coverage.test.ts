import { describe, expect, it } from 'vitest';
import { readCatalogue, type Catalogue } from './catalogue.ts';
import { Checklist, checklistPart, readChecklist } from './coverage.checklist.ts';
import { figuresPart } from './coverage.figures.ts';
import { shippedPacks } from './pack.files.ts';

const { procedures, guidance } = shippedPacks();
const pack = (id: string) => procedures.find(each => each.id === id);

describe('a line of the checklist', () => {
  const mall = pack('mall-customer-complaints');
  const missingOf = (proof: readonly string[]) =>
    checklistPart([{ what: 'a thing', proof: [...proof] }], mall, undefined).missing;

  it.each([
    'step:nowhere',
    'track:nowhere',
    'form:MAL-09',
    'series:nowhere',
    'report:R-MAL-9',
    'rate:nowhere',
    'trend:R-MAL-2',
    'by:R-MAL-2=handler',
    'level:nowhere',
    'class:nowhere',
    'rule:nowhere',
    'item:nowhere',
    'card:nowhere',
    'editable:MAL-order',
    'limit:TL-001',
    'setting:nowhere',
    'approved:accept',
    'field:nowhere',
    'options:category=7',
    'grounds:nowhere=1',
    'part:recusal',
    'example:nowhere',
    'written:shared/reports/month.statistics.ts › a sentence that stands in no file',
    'written:shared/nowhere.ts › a sentence',
    'written:shared/reports/month.statistics.ts › ',
    'dance:accept',
  ])('is missing when its proof %s is not there', proof => {
    expect(missingOf(['step:accept', proof])).toEqual([`a thing: no ${proof}`]);
  });

  it('has only kinds of proof that this test has seen fail', () => {
    const kinds = new Set(
      Object.values(readChecklist()).flatMap(lines =>
        lines.flatMap(line => ('proof' in line ? line.proof : []).map(proof => proof.split(':')[0])),
      ),
    );
    for (const kind of kinds) expect(missingOf([`${kind}:nowhere`])).toHaveLength(1);
  });

  it('names a proof or says why there is none', () => {
    expect(Checklist.safeParse({ A01: [{ what: 'a thing' }] }).success).toBe(false);
    expect(Checklist.safeParse({ A01: [{ what: 'a thing', proof: [] }] }).success).toBe(false);
  });
});

describe('the figure of a limit', () => {
  const catalogue = readCatalogue();
  const differing = (id: string, due: string) => {
    const limit = catalogue.limits.find(each => each.id === id);
    const other: Catalogue = { ...catalogue, limits: limit ? [{ ...limit, due }] : [] };
    const system = limit?.pack ?? '';
    return figuresPart(
      other,
      system,
      pack(system),
      guidance.find(each => each.id === system),
    ).missing;
  };

  it.each([
    ['TL-010', 'WD10', 'WD11', 'TL-010: WD10, not WD11'],
    ['TL-010', 'WD10', 'P10D', 'TL-010: WD10, not P10D'],
    ['TL-048', 'PT30M', 'PT40M', 'TL-048: PT30M, not PT40M'],
    ['TL-025', 'P3M', 'P2M', 'TL-025: P3M, not P2M'],
    ['TL-036', 'PT15M', 'PT20M', 'TL-036: PT15M, not PT20M'],
    ['TL-055', 'P1W', 'P2W', 'TL-055: P1W, not P2W'],
    ['TL-001', 'date on form', 'PT0', 'TL-001: date, not PT0'],
    ['TL-004', 'none (reminder; setting)', 'same day', 'TL-004: none, not same day'],
    ['TL-015', 'monthly, WD5 of month', 'monthly, WD6 of month', 'TL-015: month WD5, not month WD6'],
    ['TL-043', 'quarterly, 4th of next quarter', 'monthly', 'TL-043: quarter day 4, not month'],
  ])('%s is %s in the pack and nothing else', (id, right, wrong, said) => {
    expect([differing(id, right), differing(id, wrong)]).toEqual([[], [said]]);
  });
});
