import { describe, expect, it } from 'vitest';
import { communityProcedure } from '#shared/fixtures/community.ts';
import type { FormCell, TableForm } from '#shared/procedure/form.schema.ts';
import { getForm } from '#shared/procedure/procedure.lookup.ts';
import { formRows } from './form-rows.ts';

const procedure = communityProcedure();
const form = getForm(procedure, 'PHX-01') as TableForm;
const keys = (asked: readonly string[], shape: TableForm = form): readonly string[] =>
  formRows(procedure, shape, asked).flatMap(row =>
    row.cells.flatMap(({ field, ticks }) => [field.key, ...ticks.map(({ key }) => key)]),
  );

describe('the form on the screen', () => {
  it('asks for everything that is to be asked, once', () => {
    const { fields } = procedure.registration;
    expect([...keys(fields)].sort()).toEqual([...fields].sort());
  });

  it('shows every field of a cell that prints several', () => {
    const cell = { cols: 1, rows: 1, long: false, as: 'ticks' } as const satisfies Partial<FormCell>;
    const together = ['complainant_name', 'complainant_phone', 'is_anonymous', 'respondent_name'];
    const one = { ...form, rows: [{ sign: false, cells: [{ ...cell, fields: together }] }] };
    expect([...keys(together, one)].sort()).toEqual([...together].sort());
  });

  it('gives a long text a row to itself, and no row more than two cells', () => {
    for (const { cells } of formRows(procedure, form, procedure.registration.fields)) {
      expect(cells.length).toBeLessThanOrEqual(2);
      if (cells.some(({ field }) => field.type === 'longtext')) expect(cells).toMatchObject([{ full: true }]);
    }
  });
});
