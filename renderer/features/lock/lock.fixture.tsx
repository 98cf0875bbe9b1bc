import type { ReactNode } from 'react';
import { newPersonId, type OfficeCode, type PersonId } from '#shared/core/ids.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import { err, ok } from '#shared/core/result.ts';
import { countingIds } from '#shared/fixtures/community.ts';
import { USUAL_COLUMNS } from '#shared/list/case-list.choices.ts';
import type { BootAnswer } from '#shared/ipc/answers.ts';
import type { DeskFault, Reply } from '#shared/ipc/result.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk, DeskState } from '#renderer/db/live/desk.types.ts';

const ids = countingIds();
export const PEOPLE = ['王登记', '陈承办', '林主任'].map(name => ({ id: newPersonId(ids), name }));

export const BOOT: BootAnswer = {
  version: '0.1.0',
  sample: { here: false, made: false },
  preferences: {
    language: 'zh-CN',
    largeType: false,
    scheme: 'auto',
    notices: true,
    toured: true,
    lockAfter: 10,
    caseColumns: USUAL_COLUMNS,
    caseViews: [],
  },
  clockOffsetMs: 0,
  office: { name: '凤凰社区居委会', code: 'PHX-0371' as OfficeCode, people: PEOPLE },
};

/** A locked desk that answers every try with what the test has put first in the line. */
export class LockedDesk {
  readonly tries: { person: PersonId; passphrase: string; recoveryKey?: string }[] = [];
  readonly answers: (DeskFault | null)[] = [];
  nowMs = Date.parse('2026-10-12T09:58:00+08:00');
  starts = 0;
  state: DeskState = { phase: 'locked', boot: BOOT, reason: 'asked' };

  private readonly answer = (): Promise<Reply<null>> => {
    const fault = this.answers.shift() ?? null;
    return Promise.resolve(fault ? err(fault) : ok(null));
  };

  // Only what these pages use of a desk stands here.
  readonly desk = {
    now: () => instantFromMs(this.nowMs),
    onMinute: () => () => undefined,
    getState: () => this.state,
    subscribe: () => () => undefined,
    start: () => {
      this.starts += 1;
      return Promise.resolve();
    },
    unlock: (person: PersonId, passphrase: string) => {
      this.tries.push({ person, passphrase });
      return this.answer();
    },
    recover: (person: PersonId, recoveryKey: string, passphrase: string) => {
      this.tries.push({ person, passphrase, recoveryKey });
      return this.answer();
    },
  } as unknown as Desk;

  readonly around = (page: ReactNode): ReactNode => <DeskContext value={this.desk}>{page}</DeskContext>;
}
