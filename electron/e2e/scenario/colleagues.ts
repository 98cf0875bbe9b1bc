import type { Role } from '#shared/procedure/role.ts';
import type { Colleague } from '../people.ts';
import type { Scenario } from './scenario.schema.ts';

/** Roles by what they are called on the screen. */
const ROLES: Readonly<Record<string, Role>> = {
  登记员: 'registrar',
  承办人: 'handler',
  负责人: 'supervisor',
  档案统计员: 'records-officer',
  管理员: 'administrator',
};

/** Everybody but the first, who founds the office and gets what the first run proposes. */
export const colleaguesOf = ({ people }: Scenario): readonly Colleague[] =>
  people.slice(1).map(({ name, roles, passphrase }) => ({
    ...{ name, passphrase },
    roles: roles.map(word => {
      const role = ROLES[word];
      if (role === undefined)
        throw new Error(`没有“${word}”这项职责。有的职责：${Object.keys(ROLES).join('、')}`);
      return role;
    }),
  }));
