import type { DeskEvent } from '#shared/case/batch.ts';
import { newEventId, newPersonId, type OfficeCode, type PersonId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import type { ChannelName } from '#shared/ipc/channels.ts';
import type { OutputOf, ParsedInputOf } from '#shared/ipc/contract.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { Role } from '#shared/procedure/role.ts';
import { NO_OPTIONS } from '#electron/launch-options.ts';
import type { Handle, Handler } from '../ipc/handle.ts';
import { settlingGuard } from '../transfers/settling.guard.ts';
import { makeDesk, openedLedger, type Desk } from './desk.ts';
import { handleJournal } from './journal.handlers.ts';
import { handlePeople } from './people.handlers.ts';
import { beginSetup, finishSetup } from './session.ts';

export const PASSPHRASE = '凤凰 样本 口令 测试';

/** What every office event bears, and what a kind of it says besides. */
type Said<E> = E extends { readonly stream: 'office' } ? Omit<E, 'v' | 'id' | 'at' | 'by' | 'stream'> : never;

/** The shell over one profile; another one over the same profile is the program started again. */
export class Shell {
  readonly told: unknown[] = [];
  readonly desk: Desk;
  private readonly handlers = new Map<string, Handler<never>>();

  constructor(profile: string) {
    this.desk = makeDesk({
      profile,
      resources: '',
      version: '0',
      station: 'PC-1',
      runtimeMajor: 1,
      options: { ...NO_OPTIONS, quickKeys: true },
      notify: (name, payload) => this.told.push([name, payload]),
    });
    const handle: Handle = (name, handler) => void this.handlers.set(name, handler);
    handleJournal(handle, this.desk, settlingGuard(this.desk));
    handlePeople(handle, this.desk);
  }

  async ask<Name extends ChannelName>(
    name: Name,
    input?: Partial<ParsedInputOf<Name>>,
  ): Promise<Reply<OutputOf<Name>>> {
    const handler = this.handlers.get(name) as Handler<Name> | undefined;
    if (!handler) throw new Error(`nobody answers ${name}`);
    return handler(input as ParsedInputOf<Name>);
  }

  /** As the window would, in the name of whoever is logged in. */
  append(said: Said<DeskEvent>) {
    const { ids, now } = this.desk;
    const { person, head } = openedLedger(this.desk);
    const by = { person, name: '王登记', role: 'administrator' as const, station: 'PC-1' };
    const event = { v: 1, id: newEventId(ids), at: now(), by, stream: 'office', ...said };
    return this.ask('journal:append', { after: head().seq, events: [event] });
  }

  /** A new person, which is a record of its own. */
  appendPerson(name = '试填', roles: readonly Role[] = ['registrar'], person = newPersonId(this.desk.ids)) {
    return this.append({ type: 'person-added', person, name, roles: [...roles] });
  }
}

/** Founds an office in the profile of the shell and leaves it open, with its administrator at work. */
export async function foundIn({ desk }: Shell): Promise<PersonId> {
  const setup = expectOk(
    await beginSetup(desk, {
      office: {
        ...{ name: '凤凰社区居委会', code: 'PHX-0371' as OfficeCode, prefix: '凤社' },
        ...{ firstNumber: 1, procedure: 'phoenix-community' },
      },
      person: { name: '王登记', phone: '', roles: ['administrator'] },
      passphrase: PASSPHRASE,
    }),
  );
  const groups = setup.ask.map(group => [String(group), setup.recoveryKey[group - 1] ?? ''] as const);
  return expectOk(await finishSetup(desk, Object.fromEntries(groups))).person;
}
