import { describe, expect, it } from 'vitest';
import type { CaseState } from '#shared/case/case.state.ts';
import { identityFields } from '#shared/case/identity.rules.ts';
import { registrationForm } from '#shared/case/registration-form.ts';
import { formPaper } from '#shared/documents/form.paper.ts';
import { bearsIdentity } from '#shared/documents/identity.paper.ts';
import { isCaseForm, type CaseForm } from '#shared/procedure/form.schema.ts';
import { getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { fillValues } from './fill.values.ts';
import { procedurePacks } from './papers.command.ts';

const NAME = '李范例';

/** A report by somebody named: what every pack that hides anybody hides. */
const hiding = procedurePacks().flatMap(({ procedure, files }) => {
  if (!procedure.confidentiality) return [];
  const { person } = procedure.registration;
  const report = procedure.fields.some(({ key, options }) =>
    key === 'matter_kind' ? options?.some(({ value }) => value === 'report') : false,
  );
  const values = {
    ...fillValues(procedure, files, 'sample'),
    ...{ [person]: NAME, keep_secret: true, is_anonymous: false },
    ...(report ? { matter_kind: 'report' } : {}),
  };
  const state = { number: '样〔2026〕0007号', values, documents: [], trace: [] } as unknown as CaseState;
  return [{ procedure, state }];
});

const subjectOf = (procedure: Procedure, state: CaseState, form: CaseForm) => ({
  ...{ procedure, state, form, language: 'zh-CN' as const },
  office: { name: '样本单位', code: 'YB-0001' as never },
  document: '01J0000000000000000000000Z' as never,
});

describe('the papers of a person who is hidden', () => {
  it('are those of every pack that hides anybody', () => {
    const sealed = hiding.filter(({ procedure, state }) => identityFields(procedure, state.values).size > 0);
    expect(sealed.map(({ procedure }) => procedure.id)).toEqual(hiding.map(({ procedure }) => procedure.id));
    expect(hiding.length).toBeGreaterThan(5);
  });

  it('have the code in place of the name where they go to others: transfer letters and slips', () => {
    const others = hiding.flatMap(({ procedure, state }) =>
      procedure.forms
        .filter(isCaseForm)
        .filter(({ hides_identity: hides }) => hides)
        .map(form => ({ form, text: JSON.stringify(formPaper(subjectOf(procedure, state, form))) })),
    );
    expect(others.map(({ form }) => form.id).sort()).toEqual(['GRC-02', 'GX-02', 'SAMR-03', 'SAMR26-03']);
    for (const { form, text } of others) {
      expect([form.id, text.includes(NAME)]).toEqual([form.id, false]);
      expect([form.id, /(举报|投诉)人0007/.test(text)]).toEqual([form.id, true]);
    }
  });

  it('wait for the identity to be opened where they bear it: every register form of a case', () => {
    for (const { procedure, state } of hiding) {
      const form = getForm(procedure, registrationForm(procedure, state.values));
      if (!isCaseForm(form)) continue;
      const hidden = identityFields(procedure, state.values);
      expect([form.id, bearsIdentity(subjectOf(procedure, state, form), hidden)]).toEqual([form.id, true]);
    }
  });
});
