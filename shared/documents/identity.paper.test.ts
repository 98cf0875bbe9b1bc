import { describe, expect, it } from 'vitest';
import { foldCase } from '#shared/case/case.evolve.ts';
import { identityFields } from '#shared/case/identity.rules.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { newDocumentId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import {
  at,
  caseEvents,
  communityProcedure,
  countingIds,
  deciding,
  foundedOffice,
} from '#shared/fixtures/community.ts';
import { Form, isCaseForm, type CaseForm } from '#shared/procedure/form.schema.ts';
import type { Values } from '#shared/procedure/values.ts';
import { formPaper } from './form.paper.ts';
import { bearsIdentity } from './identity.paper.ts';

const procedure = communityProcedure();
const register = procedure.forms.filter(isCaseForm).find(({ id }) => id === 'PHX-01')!;
const NAME = '李范例';

function subjectOf(form: CaseForm, values: Values) {
  const command = {
    ...{ procedure: procedure.id, receivedAt: at('2026-10-08T09:30') },
    values: { matter_kind: 'complaint', intake_channel: 'visit', complainant_name: NAME, ...values },
  };
  const events = caseEvents(expectOk(decideRegistration(foundedOffice(), command, deciding())));
  const state = foldCase(events, procedure)!;
  const office = { name: '样本单位', code: 'YB-0001' as never };
  return {
    procedure,
    form,
    state,
    office,
    document: newDocumentId(countingIds()),
    language: 'zh-CN' as const,
  };
}

const SECRET: Values = {
  ...{ keep_secret: true, complainant_gender: 'female', complainant_phone: '13800138000' },
  ...{ complainant_address: '范例路 1 号', facts: '楼道灯坏了三天。' },
};
const factsOnly: CaseForm = Form.parse({
  ...{ id: 'PHX-09', name: { zh: '样本' }, title: { zh: '样本' }, sheet: 'form', columns: [56, 100] },
  rows: [{ cells: [{ label: { zh: '反映内容' } }, { field: 'facts' }] }],
}) as CaseForm;
const forStrangers: CaseForm = { ...register, hides_identity: true };
const textOf = (form: CaseForm, values: Values): string => JSON.stringify(formPaper(subjectOf(form, values)));

describe('a paper of a sealed case', () => {
  it('bears the identity where one of its cells shows it', () => {
    const subject = subjectOf(register, SECRET);
    const hidden = identityFields(procedure, subject.state.values);
    expect(bearsIdentity(subject, hidden)).toBe(true);
    expect(bearsIdentity({ ...subject, form: factsOnly }, hidden)).toBe(false);
  });

  it('for people who must not learn it has the code, and nothing else of the person', () => {
    const text = textOf(forStrangers, SECRET);
    expect(text).toContain('反映人0001');
    expect(text).not.toMatch(/李范例|138 ?0013 ?8000|范例路/);
    expect(text).not.toContain('"on":true,"text":"女"');
    const subject = subjectOf(forStrangers, SECRET);
    expect(bearsIdentity(subject, identityFields(procedure, subject.state.values))).toBe(false);
  });

  it('shows the person where the case hides nobody', () => {
    expect(textOf(forStrangers, { ...SECRET, keep_secret: false })).toContain(NAME);
    const { state } = subjectOf(register, { ...SECRET, keep_secret: false });
    expect(identityFields(procedure, state.values).size).toBe(0);
  });

  it('that was set before the case began to hide somebody still bears the identity', () => {
    const before = subjectOf(forStrangers, { ...SECRET, keep_secret: false });
    const hidden = new Set(procedure.confidentiality!.fields);
    expect(bearsIdentity(before, hidden)).toBe(true);
  });
});
