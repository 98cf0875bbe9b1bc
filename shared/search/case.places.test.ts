import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { evolveCase, foldCase } from '#shared/case/case.evolve.ts';
import { decideCase } from '#shared/case/case.decide.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { expectOk } from '#shared/core/result.ts';
import {
  at,
  caseEvents,
  communityProcedure,
  countingIds,
  deciding,
  foundedOffice,
} from '#shared/fixtures/community.ts';
import type { Values } from '#shared/procedure/values.ts';
import { casePlaces } from './case.places.ts';
import { coverWords } from './cover-words.ts';
import { SearchIndex } from './search-index.ts';
import { Spelling } from './spelling.ts';

const procedure = communityProcedure();
const ids = countingIds();
const spelling = new Spelling(letter =>
  pinyin(letter, { type: 'array', toneType: 'none', multiple: true, v: true }),
);

const LI: Values = {
  ...{ matter_kind: 'complaint', intake_channel: 'visit', category: 'facilities' },
  ...{
    complainant_name: '李范例',
    complainant_phone: '13800138000',
    complainant_address: '样本路 7 号 3 单元',
  },
  ...{ respondent_name: '冯虚设', facts: '李 范例说：楼道里堆着电动车，打 138-0013-8000 没有人接。' },
};

function registered(values: Values): CaseState {
  const command = { procedure: procedure.id, receivedAt: at('2026-10-08T09:30'), values };
  const events = caseEvents(expectOk(decideRegistration(foundedOffice(), command, deciding({ ids }))));
  return foldCase(events, procedure)!;
}

const noted = (state: CaseState, text: string): CaseState =>
  caseEvents(expectOk(decideCase(state, { type: 'add-note', text }, deciding({ ids })))).reduce<CaseState>(
    (before, event) => evolveCase(before, event, procedure),
    state,
  );

const findsIn = (state: CaseState) => {
  const index = new SearchIndex<string>(spelling);
  index.put({ id: state.id, places: casePlaces(procedure, state), at: 0 });
  return (...typed: readonly string[]) => typed.filter(each => (index.search(each) ?? []).length > 0);
};

describe('what a case is found by', () => {
  it('is its number, its people, where they live, what happened, its kind and its notes', () => {
    const finds = findsIn(noted(registered(LI), '维保单位已到场'));
    const typed = [
      '0001',
      '李范例',
      'lfl',
      '8000',
      '冯虚设',
      'fengxushe',
      '样本路7号',
      '电动车',
      '公共设施',
      '维保单位',
      'wbdw',
    ];
    expect(finds(...typed)).toEqual(typed);
  });

  it('is not who took it down, how it came in, or on which day', () => {
    expect(findsIn(registered(LI))('王登记', '来访', '2026-10-08', '投诉')).toEqual([]);
  });

  it('is nothing of somebody who is kept secret, not where a story or a note names them either', () => {
    const finds = findsIn(noted(registered({ ...LI, keep_secret: true }), '李范例又来过，问138 0013 8000'));
    expect(
      finds('李范例', 'lifanli', 'lfl', '范例', '13800138000', '8000', '样本路7号3单元', '3单元'),
    ).toEqual([]);
    const still = ['0001', '冯虚设', '电动车', '又来过', '公共设施'];
    expect(finds(...still)).toEqual(still);
    expect(JSON.stringify(casePlaces(procedure, registered({ ...LI, keep_secret: true })))).not.toMatch(
      /范例|13800138000|0013/,
    );
  });

  it('is no name where somebody wants none', () => {
    const finds = findsIn({
      ...registered(LI),
      values: { ...LI, facts: '楼道里堆着电动车。', is_anonymous: true },
    });
    expect(finds('李范例', 'lfl')).toEqual([]);
    expect(finds('8000')).toEqual(['8000']);
  });

  it('is its number alone once its pack is gone: nobody knows then what has to be covered', () => {
    const state = registered(LI);
    const index = new SearchIndex<string>(spelling);
    index.put({ id: state.id, places: casePlaces(undefined, state), at: 0 });
    expect(['0001', '李范例', '电动车'].filter(each => index.search(each)?.length)).toEqual(['0001']);
  });
});

describe('a covered word', () => {
  it('is covered however it is spaced, and nothing is found across it', () => {
    expect(coverWords('李 范，例和李范例', ['李范例'])).toBe('■■■■■和■■■');
    expect(coverWords('我姓李', ['李'])).toBe('我姓李');
    expect(coverWords('电话138-0013-8000。', ['138 0013 8000', ''])).toBe('电话■■■■■■■■■■■■■。');
    // A few digits are a day or a house as well.
    expect(coverWords('10月12日', ['12'])).toBe('10月12日');
  });
});
