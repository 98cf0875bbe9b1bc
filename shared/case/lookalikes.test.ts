import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import {
  at,
  caseEvents,
  communityProcedure,
  countingIds,
  deciding,
  foundedOffice,
  STEADY_HOURS,
  officialCalendar,
} from '#shared/fixtures/community.ts';
import type { Values } from '#shared/procedure/values.ts';
import { foldCase } from './case.evolve.ts';
import { lookalikesOf } from './lookalikes.ts';
import { matterOf, type Matter } from './matter.ts';
import { decideRegistration } from './register.decide.ts';

const procedure = communityProcedure();
const ids = countingIds();
const counting = { calendar: officialCalendar(), officeHours: STEADY_HOURS };

const LAMP = '三单元楼道灯坏了三天，晚上看不见路，老人差点摔倒，要求尽快修好。';
const LAMP_AGAIN = '楼道灯坏了三天了，晚上看不见，老人差点摔倒，希望快点修。';
const NOISE = '楼上每天夜里十一点以后拖桌子、放音乐，影响休息，找过物业没有用。';
const NOISE_AGAIN = '楼上邻居夜里十一点还在放音乐拖桌子，影响孩子休息，物业也管不了。';

const ME: Values = {
  complainant_name: '李样本',
  complainant_phone: '13800138000',
  complainant_address: '样本楼1-302',
  respondent_name: '样本物业',
  category: 'facilities',
  facts: LAMP,
};

function registered(values: Values, day = '2026-09-18'): Matter {
  const now = at(`${day}T09:30`);
  const command = {
    ...{ procedure: procedure.id, receivedAt: now },
    values: { matter_kind: 'complaint', intake_channel: 'phone', facts: '样本。', ...values },
  };
  const events = expectOk(decideRegistration(foundedOffice(), command, deciding({ now, ids })));
  return matterOf(procedure, foldCase(caseEvents(events), procedure)!);
}

const find = (values: Values, matters: readonly Matter[], day = '2026-10-08') =>
  lookalikesOf(procedure, { values, receivedAt: at(`${day}T10:00`) }, matters, counting);

const reasons = (values: Values, other: Values, day?: string) =>
  find(values, [registered(other, day)]).flatMap(each => each.reasons.map(({ code }) => code));

const part = (...keys: readonly string[]): Values =>
  Object.fromEntries(keys.map(key => [key, ME[key] ?? null]));
const anonymous: Values = { is_anonymous: true };
const other: Values = { complainant_name: '周范例' };

describe('an earlier case that looks the same', () => {
  it('is one with everything the rule of the procedure goes by, and says so first', () => {
    const [found] = find(ME, [registered({ ...other, ...part('complainant_phone', 'category') })]);
    expect(found?.reasons).toEqual([
      { code: 'rule', fields: ['complainant_phone', 'category'] },
      { code: 'phone', tail: '8000' },
    ]);
  });

  it('is none by the rule once its span is over, or while half of it is typed', () => {
    const before = { ...other, ...part('complainant_phone', 'category') };
    expect(reasons(ME, before, '2026-03-02')).toEqual(['phone']);
    expect(reasons(part('complainant_phone'), before)).toEqual(['phone']);
  });

  it('has the same telephone, however it is written', () => {
    expect(
      reasons({ complainant_phone: '+86 138-0013-8000' }, { ...other, complainant_phone: '13800138000' }),
    ).toEqual(['phone']);
    const short = { complainant_phone: '8000', category: 'noise' };
    expect(reasons({ ...short, category: 'parking' }, { ...other, ...short })).toEqual([]);
  });

  it('has two things in common, for many people share a name, a house or an opponent', () => {
    for (const key of ['complainant_name', 'complainant_address', 'respondent_name'])
      expect(reasons(part(key), { ...other, ...part(key) })).toEqual([]);
    expect(reasons(ME, part('complainant_name', 'respondent_name'))).toEqual(['name', 'respondent']);
    expect(reasons(ME, { ...other, ...part('complainant_address', 'respondent_name') })).toEqual([
      'address',
      'respondent',
    ]);
    expect(
      reasons(
        { ...part('complainant_name'), facts: NOISE },
        { ...part('complainant_name'), facts: NOISE_AGAIN },
      ),
    ).toEqual(['name', 'text']);
  });

  it('tells nearly the same text, which is enough alone, or a text like it beside another sign', () => {
    expect(reasons({ facts: LAMP }, { ...other, facts: LAMP_AGAIN })).toEqual(['text']);
    expect(reasons({ facts: NOISE }, { ...other, facts: NOISE_AGAIN })).toEqual([]);
    expect(reasons({ facts: LAMP }, { ...other, facts: NOISE })).toEqual([]);
  });

  it('is not taken for the same by a name it does not bear, or by what is left empty', () => {
    expect(reasons({ ...ME, ...anonymous, ...part('facts') }, anonymous)).toEqual([]);
    expect(reasons({}, { complainant_name: '李样本' })).toEqual([]);
  });

  it('comes before others with less in common, and of equals the latest first', () => {
    const names = (list: readonly Matter[]) => find(ME, list).map(({ matter }) => matter.person);
    const byName = registered(part('complainant_name', 'respondent_name'), '2026-09-25');
    const phone = { complainant_phone: '13800138000', category: 'noise' };
    const [early, late] = [
      registered({ complainant_name: '早', ...phone }, '2026-09-14'),
      registered({ complainant_name: '晚', ...phone }, '2026-09-16'),
    ];
    const byRule = registered({ complainant_name: '规', ...phone, category: 'facilities' }, '2026-09-11');
    expect(names([byName, early, late, byRule])).toEqual(['规', '晚', '早', '李样本']);
  });
});

describe('an earlier case whose person gave no name', () => {
  it('shows its text without the name that was written down all the same', () => {
    const matter = registered({ ...ME, ...anonymous, facts: `李样本说，${LAMP}` });
    expect([matter.person, matter.about]).toEqual(['', `■■■说，${LAMP}`]);
  });
});

describe('an earlier case whose person is kept secret', () => {
  const secret = { ...ME, keep_secret: true };

  it('shows neither name, telephone nor text', () => {
    const matter = registered(secret);
    expect([matter.person, matter.about]).toEqual(['', '']);
    const [found] = find(ME, [matter]);
    expect(JSON.stringify(found?.reasons)).not.toContain('8000');
    expect(found?.reasons.map(({ code }) => code)).toEqual(['respondent', 'text']);
  });

  it('is not found out by typing who it might be', () => {
    const who = part('complainant_name', 'complainant_phone', 'complainant_address');
    expect(reasons(who, secret)).toEqual([]);
    expect(reasons({ ...who, facts: LAMP_AGAIN }, secret)).toEqual(['text']);
    // What is answered is the same for the right person and for any other.
    const nobody = { ...who, complainant_name: '范例甲', complainant_phone: '13900000009' };
    expect(reasons({ ...nobody, facts: LAMP_AGAIN }, secret)).toEqual(['text']);
  });
});
