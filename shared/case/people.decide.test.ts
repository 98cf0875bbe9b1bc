import { describe, expect, it } from 'vitest';
import { newPersonId } from '#shared/core/ids.ts';
import { err, expectOk } from '#shared/core/result.ts';
import { countingIds, deciding, foundedOffice } from '#shared/fixtures/community.ts';
import type { Role } from '#shared/procedure/role.ts';
import { decideOffice, type OfficeCommand } from './office.decide.ts';
import { evolveOffice, type OfficeState } from './office.state.ts';

// One source of ids: everybody has another.
const context = deciding();
const decide = (office: OfficeState, command: OfficeCommand) => decideOffice(office, command, context);
const after = (office: OfficeState, command: OfficeCommand): OfficeState =>
  expectOk(decide(office, command)).reduce<OfficeState>(evolveOffice, office);
const add = (name: string, roles: readonly Role[] = ['handler'], phone = '') =>
  ({ type: 'add-person', name, phone, roles }) as const;
const idOf = (office: OfficeState, name: string) => {
  const found = office.people.find(person => person.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found.id;
};
const founder = '样本管理';
const founded = after(foundedOffice(), add(founder, ['administrator']));

describe('the people of an office', () => {
  it('are added with name and roles, and their number is not asked for', () => {
    const office = after(founded, add('  试填甲 ', ['handler', 'supervisor']));
    expect(office.people.at(-1)).toMatchObject({ name: '试填甲', roles: ['handler', 'supervisor'] });
    expect(expectOk(decide(founded, add('试填甲')))[0]).not.toHaveProperty('phone');
  });

  it('have names that can be told apart, and a role at least', () => {
    const office = after(founded, add('试填甲'));
    expect(decide(office, add('试填甲'))).toEqual(err({ code: 'office/name-taken', name: '试填甲' }));
    expect(decide(office, add('　'))).toMatchObject({ error: { code: 'office/bad-name' } });
    expect(decide(office, add('长'.repeat(61)))).toMatchObject({ error: { code: 'office/bad-name' } });
    expect(decide(office, add('试填乙', []))).toEqual(err({ code: 'office/no-role' }));
  });

  it('take other roles from then on', () => {
    const office = after(founded, add('试填甲'));
    const person = idOf(office, '试填甲');
    const changed = after(office, { type: 'change-roles', person, roles: ['records-officer'] });
    expect(changed.people.at(-1)?.roles).toEqual(['records-officer']);
    expect(decide(changed, { type: 'change-roles', person, roles: ['records-officer'] })).toEqual(
      err({ code: 'case/nothing-changed' }),
    );
  });

  it('leave, and are nobody to change after that', () => {
    const office = after(founded, add('试填甲'));
    const person = idOf(office, '试填甲');
    const left = after(office, { type: 'leave', person });
    expect(left.people.map(({ name }) => name)).toEqual([founder]);
    expect(decide(left, { type: 'leave', person })).toEqual(err({ code: 'case/nothing-changed' }));
    expect(decide(left, { type: 'leave', person: newPersonId(countingIds()) })).toEqual(
      err({ code: 'case/nothing-changed' }),
    );
    expect(after(left, add('试填甲')).people).toHaveLength(2);
  });

  it('always have an administrator among them', () => {
    const person = idOf(founded, founder);
    const last = err({ code: 'office/last-administrator' });
    expect(decide(founded, { type: 'leave', person })).toEqual(last);
    expect(decide(founded, { type: 'change-roles', person, roles: ['handler'] })).toEqual(last);
    const two = after(founded, add('试填甲', ['administrator']));
    expect(after(two, { type: 'change-roles', person, roles: ['handler'] }).people[0]?.roles).toEqual([
      'handler',
    ]);
  });

  it('are changed by an administrator only', () => {
    const acting = { ...context.acting, roles: ['supervisor'] as const };
    expect(decideOffice(founded, add('试填甲'), { ...context, acting })).toEqual(
      err({ code: 'case/role', role: 'administrator' }),
    );
  });
});
