import { describe, expect, it } from 'vitest';
import { err } from '#shared/core/result.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import type { Values } from '#shared/procedure/values.ts';
import type { CaseCommand } from './commands.ts';

const pack = ladderPack({
  fields: `
fields:
  - { key: subject, type: text, label: { zh: 事由, en: Matter }, required: true }
  - { key: respondent, type: person, label: { zh: 被投诉人, en: Respondent } }
  - { key: complainant, type: person, label: { zh: 投诉人, en: Person },
      required_if: { not: { field: is_anonymous, is: true } } }
  - { key: is_anonymous, type: bool, label: { zh: 匿名, en: Anonymous } }
  - { key: by_post, type: bool, label: { zh: 来信, en: By post } }
  - { key: postmark, type: text, label: { zh: 邮戳, en: Postmark }, required_if: { field: by_post, is: true } }
  - { key: kind, type: text, label: { zh: 类别, en: Kind } }
  - { key: urgent, type: bool, label: { zh: 加急, en: Urgent } }
  - { key: result, type: text, label: { zh: 结果, en: Result }, required: true }
`,
  registration: `
registration:
  form: LAD-01
  fields: [subject, complainant, is_anonymous, by_post, postmark, kind, urgent]
  matter: subject
  person: complainant
`,
  tracks: `
tracks:
  - id: main
    name: { zh: 办理, en: Handling }
    initial: registered
    opens_if: { not: { field: kind, is: report } }
    states:
      - { id: registered, name: { zh: 已登记, en: Registered } }
      - { id: done, name: { zh: 办结, en: Done }, kind: done }
  - id: report
    name: { zh: 举报, en: Report }
    initial: received
    opens_if: { all: [{ field: by_post, is: true }, { field: urgent, is: true }] }
    states:
      - { id: received, name: { zh: 已收到, en: Received } }
      - { id: checked, name: { zh: 已核查, en: Checked }, kind: done }
`,
  steps: `
steps:
  - { id: answer, name: { zh: 答复, en: Answer }, track: main, from: [registered], to: done, role: handler,
      fields: [{ field: result, required: true }] }
  - { id: check, name: { zh: 核查, en: Check }, track: report, from: [received], to: checked, role: handler }
`,
  ...{ grounds: '', severity: '', escalation: '', archive: '' },
});

const NOW = '2026-10-08T11:00';
const registered = (values: Values = {}) =>
  new MadeDesk(pack).register('2026-10-08T09:30', { complainant: '李样本', kind: 'complaint', ...values });
const change = (values: Values): CaseCommand => ({ type: 'change-fields', values, reason: '更正' });

describe('a correction of what must be filled', () => {
  it.each([{ subject: '' }, { subject: null }, { complainant: '' }])('does not empty it: %j', values => {
    expect(registered().attempt(NOW, change(values))).toEqual(
      err({ code: 'case/missing-fields', fields: Object.keys(values) }),
    );
  });

  it('empties it where it need not be filled any more', () => {
    expect(registered().attempt(NOW, change({ complainant: '', is_anonymous: true })).ok).toBe(true);
  });

  it('asks for what it makes necessary, and is taken together with that', () => {
    expect(registered().attempt(NOW, change({ by_post: true }))).toEqual(
      err({ code: 'case/missing-fields', fields: ['postmark'] }),
    );
    expect(registered().attempt(NOW, change({ by_post: true, postmark: '10月7日' })).ok).toBe(true);
  });

  it('does not ask for what was not filled before, nor for what a later step asks for', () => {
    const old = registered();
    old.procedure = {
      ...pack,
      fields: pack.fields.map(field => (field.key === 'postmark' ? { ...field, required: true } : field)),
    };
    expect(old.attempt(NOW, change({ subject: '门禁' })).ok).toBe(true);
  });

  it('does not empty what a step had to be told', () => {
    const desk = registered().step('2026-10-08T10:00', 'answer', { result: '修好了' });
    expect(desk.attempt(NOW, change({ result: null }))).toEqual(
      err({ code: 'case/missing-fields', fields: ['result'] }),
    );
  });
});

describe('a correction of what decides which way a case goes', () => {
  it('is refused, and names that entry alone', () => {
    expect(registered().attempt(NOW, change({ kind: 'report', subject: '门禁' }))).toEqual(
      err({ code: 'case/other-way', fields: ['kind'] }),
    );
  });

  it('is refused where only two entries together lead another way, and names both', () => {
    const together = { subject: '门禁', by_post: true, postmark: '10月7日', urgent: true };
    expect(registered().attempt(NOW, change(together))).toEqual(
      err({ code: 'case/other-way', fields: ['by_post', 'urgent'] }),
    );
    expect(registered().attempt(NOW, change({ urgent: true })).ok).toBe(true);
  });

  it('is taken where the case goes the same way all the same', () => {
    expect(registered().attempt(NOW, change({ kind: 'opinion' })).ok).toBe(true);
  });
});

describe('a correction of what was changed since it was looked at', () => {
  const seen = (values: Values, stood: Values): CaseCommand => ({
    ...{ type: 'change-fields', values, reason: '更正', seen: stood },
  });
  const moved = () => registered().act('2026-10-08T10:00', change({ kind: 'praise' }));

  it('is refused with the fields that were changed, whatever else it changes', () => {
    expect(
      moved().attempt(NOW, seen({ kind: 'other', complainant: '李范例' }, { kind: 'complaint' })),
    ).toEqual(err({ code: 'case/changed-meanwhile', fields: ['kind'] }));
  });

  it('is taken where the fields it changes still say what they said', () => {
    expect(
      moved().attempt(NOW, seen({ complainant: '李范例' }, { kind: 'complaint', complainant: '李样本' })).ok,
    ).toBe(true);
    expect(moved().attempt(NOW, seen({ kind: 'other' }, { kind: 'praise' })).ok).toBe(true);
  });
});
