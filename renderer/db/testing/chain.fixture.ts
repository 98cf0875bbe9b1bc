import { createHash } from 'node:crypto';
import type { DeskEvent, JournalRecord } from '#shared/case/batch.ts';
import { decideCase } from '#shared/case/case.decide.ts';
import { evolveCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { Acting } from '#shared/case/decide.context.ts';
import { knownFacts } from '#shared/case/known.facts.ts';
import { evolveOffice, type OfficeState } from '#shared/case/office.state.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import { newEventId, newPersonId, type CaseId, type OfficeCode } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import { expectOk } from '#shared/core/result.ts';
import {
  at,
  communityProcedure,
  countingIds,
  officialCalendar,
  STEADY_HOURS,
} from '#shared/fixtures/community.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { ROLES } from '#shared/procedure/role.ts';
import type { Values } from '#shared/procedure/values.ts';

export const EMPTY_HASH = '0'.repeat(64);

export const complaint: Values = {
  matter_kind: 'complaint',
  intake_channel: 'visit',
  complainant_name: '李样本',
  complainant_phone: '13800138000',
  facts: '三号楼楼道灯坏了三天。晚上看不见台阶。',
};

const calendar = officialCalendar();

/** A chain of records as the journal keeps them, without its files: every record's hash covers the one before. */
export class Chain {
  readonly records: JournalRecord[] = [];
  readonly ids = countingIds();
  readonly person = newPersonId(this.ids);
  readonly procedure: Procedure;
  private office: OfficeState | undefined;
  private readonly cases = new Map<CaseId, CaseState>();

  constructor(procedure = communityProcedure()) {
    this.procedure = procedure;
  }

  get head(): { readonly seq: number; readonly hash: string } {
    return { seq: this.records.length, hash: this.records.at(-1)?.hash ?? EMPTY_HASH };
  }

  get acting(): Acting {
    return { person: this.person, name: '王登记', roles: ROLES, station: 'PC-1' };
  }

  append(events: readonly DeskEvent[]): JournalRecord {
    const hash = createHash('sha256')
      .update(`${this.head.hash}\n${canonicalJson(events)}`)
      .digest('hex');
    const record = { seq: this.head.seq + 1, hash, events };
    this.records.push(record);
    for (const event of events)
      if (event.stream === 'office') this.office = evolveOffice(this.office, event);
      else this.cases.set(event.case, evolveCase(this.cases.get(event.case), event, this.procedure));
    return record;
  }

  found(now = at('2026-10-01T08:00')): this {
    const by = { person: this.person, name: '王登记', role: 'administrator' as const, station: 'PC-1' };
    const head = () => ({ v: 1 as const, id: newEventId(this.ids), at: now, by, stream: 'office' as const });
    this.append([
      {
        ...head(),
        type: 'office-founded',
        name: '凤凰社区居委会',
        code: 'PHX-0371' as OfficeCode,
        prefix: '凤社',
        first_number: 1,
        procedure: this.procedure.id,
        signing_key: 'RWQtest',
      },
      { ...head(), type: 'person-added', person: this.person, name: '王登记', roles: [...ROLES] },
    ]);
    return this;
  }

  register(values: Values = complaint, receivedAt = at('2026-10-08T09:30')): CaseId {
    if (this.office === undefined) throw new Error('found the office first');
    const command = { procedure: this.procedure.id, receivedAt, values };
    const events = expectOk(decideRegistration(this.office, command, this.deciding(receivedAt)));
    this.append(events);
    const born = events.find(event => event.type === 'registered');
    if (!born) throw new Error('a registration registers a case');
    return born.case;
  }

  act(id: CaseId, command: CaseCommand, now: Instant): void {
    const decided = decideCase(this.stateOf(id), command, this.deciding(now));
    this.append(expectOk(decided));
  }

  stateOf(id: CaseId): CaseState {
    const state = this.cases.get(id);
    if (!state) throw new Error('no such case in the chain');
    return state;
  }

  get states(): readonly CaseState[] {
    return [...this.cases.values()];
  }

  private deciding(now: Instant) {
    const { ids, procedure, acting } = this;
    const counting = { now, calendar, officeHours: STEADY_HOURS };
    return { now, ids, procedure, acting, ...knownFacts(procedure, counting) };
  }
}
