import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { expectOk } from '#shared/core/result.ts';
import { at, caseEvents, communityProcedure, deciding, foundedOffice } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import type { Values } from '#shared/procedure/values.ts';
import { arrivingValues } from './arriving.fields.ts';
import { leavingFields, mayGoAlong, withholding } from './leaving.fields.ts';

const SEED = 20261127;
const procedure = communityProcedure();

function registered(values: Values): CaseState {
  const command = {
    ...{ procedure: procedure.id, receivedAt: at('2026-10-08T09:00') },
    values: {
      ...{ matter_kind: 'complaint', intake_channel: 'visit', complainant_name: '李样本' },
      ...{ complainant_phone: '13800138000', facts: '楼道灯坏了三天。', ...values },
    },
  };
  const state = foldCase(
    caseEvents(expectOk(decideRegistration(foundedOffice(), command, deciding()))),
    procedure,
  );
  if (!state) throw new Error('a case');
  return state;
}

const WORDS = { heading: '转来时另有：', inFile: '见附件。' };

const leaving = (state: CaseState) => leavingFields(procedure, state.values, withholding(procedure, state));

describe('the fields of a case that leave', () => {
  it('come with their place in the procedure, their label and their words', () => {
    const fields = leaving(registered({ respondent_name: '样本物业公司', request: '修好。' }));
    const found = (key: string) => fields.find(field => field.key === key);
    expect(found('complainant_name')).toEqual({
      ...{ key: 'complainant_name', role: 'person', part: 'registration' },
      ...{ label: '姓名', value: '李样本', words: '李样本' },
    });
    expect(found('complainant_phone')).toMatchObject({ role: 'phone' });
    expect(found('respondent_name')).toMatchObject({ role: 'respondent', value: '样本物业公司' });
    expect(found('facts')).toMatchObject({ role: 'matter' });
    expect(found('matter_kind')).toMatchObject({ role: 'other', value: 'complaint', words: '投诉' });
    // What the program filled in says who works here, and the number stands elsewhere.
    expect(found('received_by')).toBeUndefined();
    expect(found('register_no')).toBeUndefined();
  });

  it('hold nothing of a person the case hides, wherever somebody wrote it', () => {
    const said = fc.record({
      name: fc.constantFrom('李试填', '王样本甲', '欧阳范例'),
      phone: fc.constantFrom('13800138000', '13912345678'),
      home: fc.constantFrom('样本路18号3单元', '范例里7号楼'),
      before: fc.string({ maxLength: 12 }),
      after: fc.string({ maxLength: 12 }),
      blanks: fc.constantFrom('', ' ', '-', '　'),
    });
    fc.assert(
      fc.property(said, ({ name, phone, home, before, after, blanks }) => {
        const spread = (text: string): string => Array.from(text).join(blanks);
        const state = registered({
          ...{ keep_secret: true, complainant_name: name, complainant_phone: phone },
          complainant_address: home,
          facts: `${before}我是${spread(name)}，电话${spread(phone)}。${after}`,
          respondent_name: `${name}的邻居`,
          request: `到${spread(home)}来看。`,
        });
        const fields = leaving(state);
        const told = JSON.stringify(fields);
        for (const secret of [name, phone, home, spread(name), spread(phone), spread(home)])
          expect(told).not.toContain(secret);
        expect(fields.find(({ key }) => key === 'complainant_name')).toMatchObject({
          ...{ value: null, words: '反映人0001' },
        });
        expect(withholding(procedure, state).hides).toBe(true);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('hold nothing of a name that stood there before it was corrected', () => {
    const state = registered({ keep_secret: true, complainant_name: '李新名', facts: '李旧名来说的。' });
    const corrected: CaseState = {
      ...state,
      trace: [
        ...state.trace,
        { kind: 'fields', before: { complainant_name: '李旧名' }, at: at('2026-10-09T09:00') },
      ],
    };
    expect(JSON.stringify(leaving(corrected))).not.toContain('李旧名');
  });

  it('hold no name of somebody who wants to give none', () => {
    const state = registered({ is_anonymous: true, complainant_name: '李样本', facts: '李样本说灯坏了。' });
    expect(JSON.stringify(leaving(state))).not.toContain('李样本');
    expect(withholding(procedure, state).hides).toBe(true);
    expect(withholding(procedure, registered({})).hides).toBe(false);
  });

  it('hold nothing by which somebody who wants to give no name could be found', () => {
    const state = registered({
      ...{ is_anonymous: true, complainant_name: '', complainant_phone: '13800138000' },
      ...{ complainant_address: '样本路18号', complainant_gender: 'female' },
      facts: '请打138 0013 8000，或到样本路18号。',
      respondent_name: '范例物业公司',
    });
    const fields = leaving(state);
    for (const secret of ['13800138000', '138 0013 8000', '样本路18号', '女'])
      expect(JSON.stringify(fields)).not.toContain(secret);
    expect(fields.find(({ key }) => key === 'respondent_name')?.value).toBe('范例物业公司');
    // Who left nothing at all hides nothing.
    const nobody = registered({ is_anonymous: true, complainant_name: '', complainant_phone: '' });
    expect(withholding(procedure, nobody).hides).toBe(false);
  });

  it('hold what is said to go along, and never the name', () => {
    const state = registered({
      ...{ keep_secret: true, complainant_address: '样本路18号', facts: '李样本，13800138000，样本路18号。' },
    });
    expect(mayGoAlong(procedure, state).map(({ key }) => key)).toEqual([
      'complainant_phone',
      'complainant_address',
    ]);
    const along = withholding(procedure, state, ['complainant_phone', 'complainant_name']);
    const fields = leavingFields(procedure, state.values, along);
    const found = (key: string) => fields.find(field => field.key === key);
    expect(found('complainant_phone')?.value).toBe('13800138000');
    expect(found('complainant_name')?.value).toBeNull();
    expect(found('facts')?.value).toBe('■■■，13800138000，■■■■■■。');
    expect(along.hides).toBe(true);
  });

  it('keep the rare characters of a name, also those that only older input methods give', () => {
    const name = '李\u{20BB7}\uE815样';
    const told = leaving(registered({ complainant_name: name }));
    expect(told.find(({ role }) => role === 'person')?.value).toBe(name);
  });

  it('hold nothing of a hidden name with a rare letter of the private use', () => {
    const state = registered({
      ...{ keep_secret: true, complainant_name: '欧\uE000阳试', facts: '我是欧\uE000阳试。' },
      request: '回复欧 阳试。',
    });
    const told = JSON.stringify([leaving(state), withholding(procedure, state).cover('欧 阳试来过')]);
    expect(told).not.toContain('阳试');
  });

  it('hold no control characters, whatever was pasted', () => {
    const told = leaving(registered({ facts: '一\u0000二\u202E三\r\n四' }));
    expect(told.find(({ key }) => key === 'facts')?.value).toBe('一 二 三\n四');
  });
});

describe('the register form of the other office', () => {
  it('takes over everything where both work by the same procedure', () => {
    const state = registered({ request: '修好。', respondent_name: '样本物业公司' });
    const { values, rest } = arrivingValues(procedure, { fields: leaving(state) }, WORDS);
    expect(rest).toEqual([]);
    expect(values).toMatchObject({
      ...{ complainant_name: '李样本', complainant_phone: '13800138000', facts: '楼道灯坏了三天。' },
      ...{ request: '修好。', respondent_name: '样本物业公司', matter_kind: 'complaint' },
    });
  });

  it('goes by roles where the procedures differ, and tells in the story what has no place', () => {
    const other = ladderPack({});
    const { person, matter } = other.registration;
    const arrived = arrivingValues(
      other,
      { fields: leaving(registered({ respondent_name: '样本物业公司' })) },
      WORDS,
    );
    const all = JSON.stringify([arrived.values, arrived.rest]);
    expect(all).toContain('样本物业公司');
    expect(all).toContain('李样本');
    expect(Object.keys(arrived.values).every(key => other.registration.fields.includes(key))).toBe(true);
    expect([person, matter].length).toBe(2);
  });

  it('calls the person by the code and leaves empty what else was withheld', () => {
    const state = registered({ keep_secret: true, complainant_phone: '13800138000' });
    const { values } = arrivingValues(procedure, { fields: leaving(state) }, WORDS);
    expect(values['complainant_name']).toBe('反映人0001');
    expect(values['complainant_phone']).toBeUndefined();
    expect(values['keep_secret']).toBe(true);
    expect(values['facts']).toContain('转来时另有：\n联系电话：反映人0001');
  });

  it('points to a file where the story has no room for the rest, and keeps the story as it is', () => {
    const { registration } = procedure;
    const asked = registration.fields.filter(key => key !== 'request');
    const other = { ...procedure, registration: { ...registration, fields: asked } };
    const story = '灯'.repeat(19_900);
    const state = registered({ facts: story, request: '修'.repeat(300) });
    const { values, overflow } = arrivingValues(other, { fields: leaving(state) }, WORDS);
    expect(values['facts']).toBe(`${story}\n\n转来时另有：\n见附件。`);
    expect(overflow).toContain('转来时另有：');
    expect(overflow).toContain('修'.repeat(300));
    // With room for it there is no file.
    const short = arrivingValues(other, { fields: leaving(registered({ request: '修好。' })) }, WORDS);
    expect(short.overflow).toBeUndefined();
  });

  it('has everything in the file where the story itself is longer than a form takes', () => {
    const facts = { ...leaving(registered({}))[0]!, role: 'matter' as const, label: '经过' };
    const told = '长'.repeat(25_000);
    const { overflow } = arrivingValues(
      procedure,
      { fields: [{ ...facts, key: 'facts', value: told, words: told }] },
      WORDS,
    );
    expect(overflow).toBe(`转来时另有：\n经过：${told}`);
  });
});
