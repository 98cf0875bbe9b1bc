import { describe, expect, it } from 'vitest';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { Field } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { ValueCheck } from '#shared/procedure/value-check.schema.ts';
import type { Values } from '#shared/procedure/values.ts';
import { findingsAt, ruledFields, ruleFindings } from './value-rules.ts';

const told = { zh: '样本', en: 'Sample' };
const label = told;
const columns = [{ key: 'name', label: told }];
const block = { then: 'block', told } as const;

const FIELDS = [
  { key: 'heads', type: 'number', label },
  { key: 'joint', type: 'bool', label },
  { key: 'people', type: 'table', label, columns, shown_if: { field: 'heads', gte: 2 } },
  {
    ...{ key: 'speakers', type: 'table', label, columns },
    rows: [
      { max: 2, ...block },
      { min: 2, when: { field: 'joint', is: true }, then: 'warn', told },
    ],
  },
].map(field => Field.parse(field));

const check = (rule: object): ValueCheck =>
  ValueCheck.parse({ id: 'heads', field: 'heads', ...block, ...rule });
const ruled = (...checks: readonly ValueCheck[]) => ({ fields: FIELDS, checks: [...checks] });
const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `样本${at + 1}` }));
const broken = (pack: ReturnType<typeof ruled>, values: Values) =>
  ruleFindings(pack, values).map(({ field, then }) => `${field} ${then}`);

describe('rows of a table', () => {
  it('are not more than the procedure allows', () => {
    expect(broken(ruled(), { speakers: rows(2) })).toEqual([]);
    expect(broken(ruled(), { speakers: rows(3) })).toEqual(['speakers block']);
  });

  it('are as many as a condition wants, while it holds', () => {
    expect(broken(ruled(), { speakers: rows(1) })).toEqual([]);
    expect(broken(ruled(), { speakers: rows(1), joint: true })).toEqual(['speakers warn']);
  });

  it('are not counted in a table that is left empty', () => {
    expect(broken(ruled(), { joint: true })).toEqual([]);
    expect(broken(ruled(), { joint: true, speakers: [] })).toEqual([]);
  });
});

describe('a number that is held against a list', () => {
  const equal = ruled(check({ is: 'equal', to: { rows: 'people', plus: 1 } }));

  it('is what the list and whoever stands above it make', () => {
    expect(broken(equal, { heads: 3, people: rows(2) })).toEqual([]);
    expect(broken(equal, { heads: 3, people: rows(3) })).toEqual(['heads block']);
    expect(broken(equal, { heads: 4, people: rows(2) })).toEqual(['heads block']);
  });

  it('may be more or less where the rule says so', () => {
    const least = ruled(check({ is: 'at-least', to: { rows: 'people' } }));
    const most = ruled(check({ is: 'at-most', to: { rows: 'people' } }));
    expect(broken(least, { heads: 9, people: rows(2) })).toEqual([]);
    expect(broken(least, { heads: 2, people: rows(3) })).toEqual(['heads block']);
    expect(broken(most, { heads: 2, people: rows(3) })).toEqual([]);
    expect(broken(most, { heads: 9, people: rows(2) })).toEqual(['heads block']);
  });

  it('is not held against a list that the form does not show, or that is empty', () => {
    expect(broken(equal, { heads: 1, people: rows(4) })).toEqual([]);
    expect(broken(equal, { heads: 3 })).toEqual([]);
    expect(broken(equal, { people: rows(4) })).toEqual([]);
  });

  it('has its room kept at its own field and at the list', () => {
    expect([...ruledFields(equal, FIELDS)]).toEqual(['speakers', 'heads', 'people']);
  });

  it('is told at both, or at the list where the form asks for that alone', () => {
    const asked = FIELDS.filter(({ key }) => key === 'people');
    const values = { heads: 3, people: rows(3) };
    expect(findingsAt(equal, values, FIELDS)).toMatchObject([{ field: 'heads' }, { field: 'people' }]);
    expect(findingsAt(equal, values, asked)).toMatchObject([{ field: 'people' }]);
    expect([...ruledFields(equal, asked)]).toEqual(['speakers', 'people']);
    expect(findingsAt(equal, values, [])).toEqual([]);
  });
});

describe('a rule of the procedure in the ledger', () => {
  const base = ladderPack();
  const pack: Procedure = {
    ...base,
    fields: [...base.fields, ...FIELDS],
    checks: [check({ is: 'equal', to: { rows: 'people' } })],
    steps: base.steps.map(step =>
      step.id === 'accept' ? { ...step, fields: [{ field: 'people', required: false }] } : step,
    ),
  };
  const RECEIVED = '2026-10-08T09:30';
  const LATER = '2026-10-08T10:00';
  const refused = { ok: false, error: { code: 'case/rule', field: 'heads', told } };
  const joint = () => new MadeDesk(pack).register(RECEIVED, { heads: 3, people: rows(3) });

  it('stops a registration that breaks it, and no other', () => {
    expect(() => new MadeDesk(pack).register(RECEIVED, { heads: 3, people: rows(2) })).toThrow('case/rule');
    expect(joint().state().values).toMatchObject({ heads: 3, people: rows(3) });
  });

  it('stops a correction and a step that would break it', () => {
    expect(joint().attempt(LATER, { type: 'change-fields', values: { heads: 2 } })).toMatchObject(refused);
    const step = { type: 'take-step', step: 'accept', values: { people: rows(2) } } as const;
    expect(joint().attempt(LATER, step)).toMatchObject(refused);
  });

  it('lets a case go on that broke it before the rule was there', () => {
    const old = new MadeDesk({ ...pack, checks: [] }).register(RECEIVED, { heads: 3, people: rows(2) });
    old.procedure = pack;
    expect(old.step(LATER, 'accept').state().tracks['main']?.state).not.toBe('registered');
    expect(old.attempt(LATER, { type: 'change-fields', values: { heads: 4 } })).toMatchObject(refused);
  });

  it('does not stop what it only warns of', () => {
    const values = { joint: true, speakers: rows(1) };
    expect(new MadeDesk(pack).register(RECEIVED, values).state().values).toMatchObject(values);
  });
});
