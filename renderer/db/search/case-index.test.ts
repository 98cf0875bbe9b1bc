import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { instantFromMs, msOf } from '#shared/core/instant.ts';
import { at } from '#shared/fixtures/community.ts';
import { PlainSearch } from '#shared/fixtures/plain-search.ts';
import type { Values } from '#shared/procedure/values.ts';
import { casePlaces } from '#shared/search/case.places.ts';
import { Chain, complaint } from '../testing/chain.fixture.ts';
import { CaseIndex } from './case-index.ts';
import { readings, spelling } from './readings.ts';

const NAMES = ['李样本', '单试填', '王范例', '曾虚设', '重阳样'];
const STORIES = ['电梯停运', '楼上漏水', '李样本来过', '噪声很大', '13800138000 打过', '单试填说的'];
const PHONES = ['13800138000', '13900139000'];
const START = msOf(at('2026-10-08T09:30'));

const written = fc.record({
  complainant_name: fc.constantFrom(...NAMES),
  complainant_phone: fc.constantFrom(...PHONES),
  facts: fc.array(fc.constantFrom(...STORIES), { minLength: 1, maxLength: 4 }).map(all => all.join('。')),
  keep_secret: fc.boolean(),
});
const step = fc.record({
  what: fc.constantFrom('register', 'register', 'change', 'note', 'withdraw'),
  which: fc.nat(),
  values: written,
});
const QUESTIONS = [
  ...['李样本', 'lyb', 'liyangben', 'shan', 'dianti', 'dtty', '漏水', '8000', '9000', 'zengxushe', '样'],
  ...['李样本 漏水', '0001', '大电', 'styb', 'laiguo', 'wangf', 'cys', 'zhongyang', '噪声 wfl'],
];

describe('the memory of what can be found', () => {
  it('finds what a plain look through the cases finds, while they are changed, kept secret and withdrawn', async () => {
    const chain = new Chain().found();
    const plain = new PlainSearch(readings, spelling);
    let [minute, hits, covered] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async steps => {
        const index = new CaseIndex();
        const procedures = [chain.procedure];
        const ids: CaseId[] = [];
        const withdrawn = new Set<CaseId>();
        const stateOf = (id: CaseId): CaseState => chain.stateOf(id);
        /** Whoever is kept secret is not changed by somebody who does not see them. */
        const mayBeChanged = (id: CaseId, values: Values): Values =>
          stateOf(id).values['keep_secret'] === true ? { facts: values['facts'] ?? '' } : values;
        await index.fill(() => Promise.resolve(), procedures);
        for (const { what, which, values: drawn } of steps) {
          const values = { ...drawn, facts: `${drawn.facts}。第${minute}次` };
          const now = instantFromMs(START + minute++ * 60_000);
          const id = ids[which % Math.max(1, ids.length)];
          if (what === 'register' || id === undefined) {
            ids.push(chain.register({ ...complaint, ...values }, now));
            index.keep([stateOf(ids.at(-1)!)], procedures);
          } else if (what === 'withdraw') {
            withdrawn.add(id);
            index.keep([{ ...stateOf(id), withdrawn: true }], procedures);
          } else {
            if (what === 'note') chain.act(id, { type: 'add-note', text: values.facts }, now);
            else
              chain.act(
                id,
                { type: 'change-fields', values: mayBeChanged(id, values), reason: '写错了' },
                now,
              );
            if (!withdrawn.has(id)) index.keep([stateOf(id)], procedures);
          }
        }
        const all = ids
          .filter(id => !withdrawn.has(id))
          .map(stateOf)
          .map(state => ({
            id: state.id,
            places: casePlaces(chain.procedure, state),
            at: msOf(state.receivedAt),
          }));
        covered += all.filter(({ id }) => stateOf(id).values['keep_secret'] === true).length;
        for (const typed of QUESTIONS) {
          const expected = plain.found(all, typed)?.map(({ id }) => id);
          hits += expected?.length ?? 0;
          expect(index.search(typed), typed).toEqual(expected);
        }
      }),
      { seed: 20261126, numRuns: 40 },
    );
    expect(hits).toBeGreaterThan(200);
    expect(covered).toBeGreaterThan(20);
  });
});
