import { describe, expect, it } from 'vitest';
import { newDocumentId, newPersonId } from '#shared/core/ids.ts';
import { err, expectOk } from '#shared/core/result.ts';
import {
  at,
  caseEvents,
  communityProcedure,
  countingIds,
  deciding,
  foundedOffice,
} from '#shared/fixtures/community.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { Values } from '#shared/procedure/values.ts';
import { decideCase } from './case.decide.ts';
import type { CaseEvent } from './case.events.ts';
import { evolveCase, foldCase } from './case.evolve.ts';
import type { CaseState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import type { Acting, DecideContext } from './decide.context.ts';
import { decideRegistration } from './register.decide.ts';

const ids = countingIds();
const community = communityProcedure();
const recusing: Procedure = {
  ...community,
  recusal: { fields: ['respondent_name'], why: { zh: '反映的就是您', en: 'It is about you' } },
};

const person = (name: string, ...roles: readonly Role[]): Acting => ({
  person: newPersonId(ids),
  ...{ name, roles, station: 'PC-1' },
});
const registrar = person('登记样本', 'registrar');
const handler = person('承办样本', 'handler');
const supervisor = person('负责样本', 'supervisor');
const archivist = person('档案样本', 'records-officer');

const SECRET: Values = {
  ...{ matter_kind: 'complaint', intake_channel: 'visit', complainant_name: '李范例', keep_secret: true },
  ...{ complainant_phone: '13800138000', respondent_name: '冯虚设', facts: '楼道里堆着电动车。' },
};

/** A case registered by the registrar, and whoever acts on it. */
class Secret {
  readonly events: CaseEvent[];
  private readonly procedure: Procedure;

  constructor(values: Values = SECRET, procedure = community) {
    this.procedure = procedure;
    const command = { procedure: procedure.id, receivedAt: at('2026-10-08T09:30'), values };
    this.events = caseEvents(expectOk(decideRegistration(foundedOffice(), command, this.as(registrar))));
  }

  private as(acting: Acting): DecideContext {
    return { ...deciding({ ids }), procedure: this.procedure, acting };
  }

  get state(): CaseState {
    return foldCase(this.events, this.procedure)!;
  }

  attempt(who: Acting, command: CaseCommand) {
    return decideCase(this.state, command, this.as(who));
  }

  act(who: Acting, command: CaseCommand): this {
    this.events.push(...(expectOk(this.attempt(who, command)) as CaseEvent[]));
    return this;
  }

  /** Sets and prints the register form. */
  printed(): this {
    const document = newDocumentId(ids);
    const made = { sha256: '0'.repeat(64), bytes: 1, pages: 1, mark: '00000000' };
    this.act(registrar, { type: 'record-document', document, form: 'PHX-01', ...made });
    return this.act(registrar, { type: 'record-print', document, printer: '前台', copies: 1 });
  }
}

const open = (reason = '向本人核实'): CaseCommand => ({ type: 'open-identity', reason });

describe('a sealed identity', () => {
  it('is opened by handler and supervisor with a reason, and the event holds nothing of it', () => {
    const secret = new Secret().act(handler, open()).act(supervisor, open('督查'));
    const opened = secret.events.filter(event => event.type === 'identity-opened');
    expect(opened.map(({ by, reason }) => [by.name, by.role, reason])).toEqual([
      ['承办样本', 'handler', '向本人核实'],
      ['负责样本', 'supervisor', '督查'],
    ]);
    expect(JSON.stringify(opened)).not.toMatch(/李范例|13800138000/);
    expect(secret.attempt(handler, open('  '))).toEqual(err({ code: 'case/reason-missing' }));
  });

  it('is not for others, nor where nobody is hidden', () => {
    expect(new Secret().attempt(archivist, open())).toEqual(err({ code: 'case/role', role: 'handler' }));
    expect(new Secret({ ...SECRET, keep_secret: false }).attempt(handler, open())).toEqual(
      err({ code: 'case/nothing-hidden' }),
    );
  });

  it('is for the roles the pack names, where it names some', () => {
    const named: Procedure = {
      ...community,
      confidentiality: { ...community.confidentiality!, opened_by: ['supervisor'] },
    };
    expect(new Secret(SECRET, named).attempt(handler, open())).toEqual(
      err({ code: 'case/role', role: 'supervisor' }),
    );
    expect(new Secret(SECRET, named).attempt(supervisor, open()).ok).toBe(true);
  });

  it('is for whoever registered it as long as the register form is not printed, and for no other registrar', () => {
    const secret = new Secret();
    expect(secret.attempt(registrar, open('打印登记表')).ok).toBe(true);
    expect(secret.attempt(person('登记范例', 'registrar'), open()).ok).toBe(false);
    expect(secret.printed().attempt(registrar, open())).toEqual(err({ code: 'case/role', role: 'handler' }));
  });

  it('is never for whoever the case is about', () => {
    const refused = new Secret(SECRET, recusing).attempt(person('冯虚设', 'supervisor'), open());
    expect(refused).toEqual(err({ code: 'case/recusal', why: recusing.recusal!.why }));
  });

  it('leaves the handling where it was: to look is not to handle', () => {
    const before = new Secret();
    const { lastBy, lastAt, seq } = before.state;
    const { state } = before.act(supervisor, open());
    expect([state.lastBy, state.lastAt, state.seq]).toEqual([lastBy, lastAt, seq + 1]);
  });

  it('can still be looked at when the case was merged into another', () => {
    const other = new Secret().state.id;
    const secret = new Secret().act(handler, { type: 'merge', into: other, number: '样2', reason: '同一件' });
    expect(secret.attempt(handler, open()).ok).toBe(true);
  });

  it('folds the same from any prefix', () => {
    const { events } = new Secret().act(handler, open()).act(handler, open('再核实'));
    const resumed = events
      .slice(2)
      .reduce<CaseState | undefined>(
        (state, event) => evolveCase(state, event, community),
        foldCase(events.slice(0, 2), community),
      );
    expect(resumed).toEqual(foldCase(events, community));
    expect(resumed?.identityOpenedBy).toEqual([handler.person]);
  });
});

describe('a correction', () => {
  const change = (values: Values, reason?: string): CaseCommand => ({
    type: 'change-fields',
    values,
    ...(reason === undefined ? {} : { reason }),
  });

  it('of a hidden field, or of what hides it, is for whoever opened the identity', () => {
    const secret = new Secret();
    for (const values of [{ complainant_phone: '13900139000' }, { keep_secret: null }])
      expect(secret.attempt(handler, change(values))).toEqual(err({ code: 'case/identity-hidden' }));
    expect(secret.attempt(handler, change({ facts: '电动车在楼道里充电。' })).ok).toBe(true);
    secret.act(handler, open());
    expect(secret.attempt(handler, change({ complainant_phone: '13900139000' })).ok).toBe(true);
    expect(secret.attempt(supervisor, change({ keep_secret: null })).ok).toBe(false);
  });

  it('that begins to hide somebody needs nothing opened', () => {
    const plain = new Secret({ ...SECRET, keep_secret: false });
    expect(plain.attempt(registrar, change({ keep_secret: true, complainant_phone: null })).ok).toBe(true);
  });

  it('says why once a paper was printed, or the case is closed', () => {
    const facts = { facts: '电动车在楼道里充电。' };
    expect(new Secret().printed().attempt(registrar, change(facts))).toEqual(
      err({ code: 'case/reason-missing' }),
    );
    const step = { type: 'take-step', step: 'withdraw', reason: '本人撤回' } as const;
    const closed = new Secret().act(handler, { ...step, values: { withdrawal_voluntary: true } });
    expect(closed.attempt(registrar, change(facts))).toEqual(err({ code: 'case/reason-missing' }));
    expect(closed.attempt(registrar, change(facts, '本人来电更正')).ok).toBe(true);
  });
});
