import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsFromHere } from '#shared/case/permitted.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import { at } from '#shared/fixtures/community.ts';
import { ROLES } from '#shared/procedure/role.ts';
import type { Values } from '#shared/procedure/values.ts';
import { caseState, officeState, storeMeta, type CaseStore } from '../case-store.ts';
import { caseEvents } from '../queries/case-rows.ts';
import { Chain, complaint } from '../testing/chain.fixture.ts';
import { emptyStore, everyByte, everyRow } from '../testing/store.fixture.ts';
import { projectRecords } from './project-records.ts';

const NEW_YEAR_MS = Date.parse('2026-01-05T02:00:00Z');
const filling: Values = {
  handling_result: '已更换灯具。',
  reply_at: at('2026-10-12T10:00'),
  reply_method: 'phone',
  satisfaction: 'satisfied',
  transferred_to: '物业',
  withdrawal_voluntary: true,
};

/** Acts at random on a handful of cases: what a choice means depends on where its case stands. */
function wander(choices: readonly number[]): Chain {
  const chain = new Chain().found();
  let ms = NEW_YEAR_MS;
  for (const choice of choices) {
    ms += 7 * 3_600_000;
    const now = instantFromMs(ms);
    const state = chain.states[choice % (chain.states.length + 1)];
    if (state === undefined) {
      chain.register({ ...complaint, facts: `第 ${choice} 件。` }, now);
      continue;
    }
    const open = stepsFromHere(chain.procedure, state, { name: '王登记', roles: ROLES });
    const { step } = open[choice % (open.length + 1)] ?? {};
    if (step === undefined) {
      chain.act(state.id, { type: 'add-note', text: `备注 ${choice}` }, now);
      continue;
    }
    const values = Object.fromEntries(step.fields.map(({ field }) => [field, filling[field] ?? null]));
    chain.act(state.id, { type: 'take-step', step: step.id, values, reason: '试走' }, now);
  }
  return chain;
}

/** What the store says, without what is different each time it is sealed. */
async function contents(store: CaseStore) {
  const rows = await store.db.cases.toArray();
  return {
    clear: rows.map(row => ({ ...row, sealed: 'whatever' })),
    states: await Promise.all(rows.map(({ id }) => caseState(store, id))),
    events: await Promise.all(rows.map(({ id }) => caseEvents(store, id))),
    office: await officeState(store),
  };
}

describe('projecting records', () => {
  it('gives the same store in one piece and in any pieces, some of them twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(60), { minLength: 1, maxLength: 25 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 5, maxLength: 5 }),
        async (choices, sizes) => {
          const { records, states } = wander(choices);
          const whole = await emptyStore();
          await projectRecords(whole, records);
          const pieces = await emptyStore();
          for (let from = 0; from < records.length;) {
            const size = sizes[from % 5] ?? 1;
            // As after a crash: the last piece is handed in again together with the next.
            if (size > 5) pieces.states.clear();
            await projectRecords(pieces, records.slice(Math.max(0, from - 2), from + size));
            from += size;
          }
          const expected = await contents(whole);
          expect(await contents(pieces)).toEqual(expected);
          for (const store of [whole, pieces])
            expect(await storeMeta(store)).toMatchObject({
              seq: records.length,
              cases: await store.db.cases.count(),
              events: await store.db.events.count(),
            });
          expect(expected.states).toEqual(states.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('refuses a gap, and a record that is not the one it knows by that number', async () => {
    const chain = wander([0, 1, 2]);
    const store = await emptyStore();
    await projectRecords(store, chain.records.slice(0, 2));
    await expect(projectRecords(store, chain.records.slice(3))).rejects.toMatchObject({ code: 'gap' });
    const forged = chain.records.map(record => ({ ...record, hash: 'f'.repeat(64) }));
    await expect(projectRecords(store, forged)).rejects.toMatchObject({ code: 'forked' });
    expect(await storeMeta(store)).toMatchObject({ seq: 2 });
  });

  it('takes a batch whole or not at all', async () => {
    const chain = wander([0, 1, 2]);
    const store = await emptyStore();
    await projectRecords(store, chain.records.slice(0, 2));
    const before = await everyRow(store.db);
    // A row in the way of the last event: the transaction breaks after the cases were put.
    const last = chain.records.at(-1)!.events.find(event => event.stream === 'case')!;
    const inTheWay = { case: last.case, seq: last.seq, record: 99, sealed: before['office']![0] as never };
    await store.db.events.put(inTheWay);
    await expect(projectRecords(store, chain.records)).rejects.toThrow();
    await store.db.events.delete([last.case, last.seq]);
    expect(await everyRow(store.db)).toEqual(before);

    await projectRecords(store, chain.records);
    expect(await store.db.cases.count()).toBe(3);
  });

  it('leaves nothing of a person in clear', async () => {
    const chain = new Chain().found();
    const id = chain.register({
      ...complaint,
      complainant_name: '试填暗记',
      complainant_phone: '13800138000',
      complainant_address: '三号楼暗记',
      respondent_name: '样本物业暗记',
      facts: '楼道灯暗记。',
      request: '换灯暗记',
    });
    chain.act(id, { type: 'add-note', text: '备注暗记' }, at('2026-10-08T10:00'));
    const store = await emptyStore();
    await projectRecords(store, chain.records);
    const bytes = await everyByte(store.db);
    expect(bytes).toContain('凤社〔2026〕0001号');
    for (const canary of ['暗记', '13800138000', '试填', '王登记']) expect(bytes).not.toContain(canary);
    expect((await caseState(store, id))?.values['facts']).toBe('楼道灯暗记。');
  });

  it('keeps a case whose pack is gone, and its events', async () => {
    const chain = wander([0, 1, 1]);
    const store = await emptyStore();
    const bare = { ...store, context: { ...store.context, procedures: [] } };
    await projectRecords(bare, chain.records);
    const [row] = await bare.db.cases.toArray();
    expect(row).toMatchObject({ number: '凤社〔2026〕0001号', status: 'open', state: '', due: '' });
    expect(await caseEvents(bare, row!.id)).toHaveLength(chain.stateOf(row!.id).seq);
  });
});
