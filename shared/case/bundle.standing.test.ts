import { describe, expect, it } from 'vitest';
import { BUNDLE_SENTENCES } from '#shared/bundle/bundle.refusals.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { newBundleId } from '#shared/core/ids.ts';
import { at, countingIds } from '#shared/fixtures/community.ts';
import { believed, standingOf, waitingSince } from './bundle.standing.ts';
import type { BundleState } from './office.state.ts';

const ids = countingIds();

const bundle = (month: number, sequence: number, changes: Partial<BundleState> = {}): BundleState => ({
  ...{ id: newBundleId(ids), period: `2026-${String(month).padStart(2, '0')}` as PlainMonth, sequence },
  ...{ file: '', sha256: '', bytes: 1, cases: 0, through: 1, chain: { seq: 0, hash: '' } },
  ...{ builtAt: at('2026-10-01T09:00'), written: 'no', ...changes },
});

const receipt = (verdict: 'accepted' | 'rejected', ...codes: string[]): Pick<BundleState, 'receipt'> => ({
  receipt: { verdict, receivedAt: at('2026-10-05T09:00'), reasons: codes.map(() => '……'), codes },
});

const standings = (bundles: readonly BundleState[]): readonly string[] =>
  bundles.map(each => standingOf(bundles, each).state);
const months = (bundles: readonly BundleState[]): readonly number[] =>
  bundles.map(({ period }) => Number(period.slice(5)));

describe('where a bundle is', () => {
  it('is said step by step, and only a receipt is delivery', () => {
    const writtenAt = at('2026-10-02T09:00');
    const verifiedAt = at('2026-10-03T09:00');
    const steps = [
      bundle(8, 1),
      bundle(8, 1, { written: 'written', writtenAt }),
      bundle(8, 1, { written: 'verified', writtenAt, verifiedAt }),
      bundle(8, 1, { written: 'verified', writtenAt, verifiedAt, ...receipt('accepted') }),
    ];
    expect(steps.map(step => standingOf([step], step))).toEqual([
      { state: 'sealed', since: at('2026-10-01T09:00') },
      { state: 'written', since: writtenAt },
      { state: 'verified', since: verifiedAt },
      { state: 'accepted', since: at('2026-10-05T09:00') },
    ]);
    expect(steps.map(waitingSince)).toEqual([undefined, writtenAt, writtenAt, undefined]);
  });

  it.each([
    ['bundle/gap', 'send-again'],
    ['bundle/newer-format', 'send-again'],
    ['bundle/too-large', 'send-again'],
    ['bundle/bad-content', 'seal-again'],
    ['bundle/hash-mismatch', 'seal-again'],
    ['bundle/fork', 'ask'],
    ['bundle/rollback', 'ask'],
    ['bundle/of-a-newer-program', 'ask'],
  ] as const)('says what to do about %s', (code, remedy) => {
    const sent = bundle(8, 1, receipt('rejected', code));
    expect(standingOf([sent], sent)).toMatchObject({ state: 'rejected', remedy });
  });

  it('knows the reason of a receipt that was recorded by its sentence alone', () => {
    const of = (sentence: string): BundleState =>
      bundle(8, 1, {
        receipt: { verdict: 'rejected', receivedAt: at('2026-10-05T09:00'), reasons: [sentence] },
      });
    const gap = of(BUNDLE_SENTENCES['bundle/gap'].zh);
    expect(standingOf([gap], gap)).toMatchObject({ remedy: 'send-again', reasons: [{ code: 'bundle/gap' }] });
    const own = of('样本：总部自己写的原因');
    expect(standingOf([own], own)).toMatchObject({ remedy: 'ask' });
  });
});

describe('a bundle that was sent back', () => {
  it('takes those with it that were made to follow it', () => {
    const bundles = [
      bundle(7, 1, receipt('accepted')),
      bundle(8, 2, receipt('rejected', 'bundle/bad-content')),
      bundle(9, 3),
      bundle(10, 4, receipt('rejected', 'bundle/gap')),
    ];
    expect(standings(bundles)).toEqual(['accepted', 'rejected', 'stranded', 'stranded']);
    expect(months(believed(bundles))).toEqual([7]);
  });

  it('is followed anew, and what follows the new one is believed', () => {
    const bundles = [
      bundle(7, 1, receipt('accepted')),
      bundle(8, 2, receipt('rejected', 'bundle/bad-content')),
      bundle(9, 3),
      bundle(8, 2),
      bundle(9, 3),
    ];
    expect(standings(bundles)).toEqual(['accepted', 'replaced', 'replaced', 'sealed', 'sealed']);
    expect(believed(bundles)).toEqual([bundles[0], bundles[3], bundles[4]]);
  });

  it('only because another was missing holds its place, and so do the next', () => {
    const bundles = [bundle(8, 1), bundle(9, 2, receipt('rejected', 'bundle/gap')), bundle(10, 3)];
    expect(standings(bundles)).toEqual(['sealed', 'rejected', 'sealed']);
    expect(believed(bundles)).toEqual(bundles);
  });
});
