import { Batch } from '#shared/case/batch.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import { err, ok } from '#shared/core/result.ts';
import { communityProcedure } from '#shared/fixtures/community.ts';
import { USUAL_COLUMNS } from '#shared/list/case-list.choices.ts';
import type {
  BootAnswer,
  DraftAnswer,
  PrinterAnswer,
  StoreMarkAnswer,
  UnlockAnswer,
} from '#shared/ipc/answers.ts';
import { CHANNELS, type ChannelName, type Notices } from '#shared/ipc/channels.ts';
import { contract, type ParsedInputOf } from '#shared/ipc/contract.ts';
import { nameParts, type DeskApi } from '#shared/ipc/desk-api.ts';
import type { DeskFault, Reply } from '#shared/ipc/result.ts';
import { Chain } from './chain.fixture.ts';
import { officialYears } from './store.fixture.ts';

type Answers = { [Name in ChannelName]?: (input: ParsedInputOf<Name>) => Reply<unknown> };

/** What goes wrong with the next calls of a channel, first come first served. */
export type Mishap =
  | { readonly kind: 'refuse'; readonly error: DeskFault }
  /** Breaks before anything is done. */
  | { readonly kind: 'break' }
  /** Does it, and breaks before it can say so. */
  | { readonly kind: 'break-after' };

export const PASSPHRASE = '凤凰 样本 口令';

/** The shell in memory: a real chain of records behind the agreed contract, and every way it can fail. */
export class FakeShell {
  readonly chain: Chain;
  readonly drafts = new Map<string, DraftAnswer>();
  readonly calls: ChannelName[] = [];
  readonly reports: string[] = [];
  mark: StoreMarkAnswer = { state: 'missing' };
  trouble: UnlockAnswer['trouble'] = null;
  nowMs = Date.parse('2026-10-08T02:00:00Z');
  clockOffsetMs = 0;
  unlocked = false;
  /** What is plugged in; undefined where the PC cannot tell. */
  printers: readonly PrinterAnswer[] | undefined;
  /** Records given out at a time, however many are asked for. */
  most = 500;
  /** Done just before a call is answered; how others get in between. */
  beforeCall: (channel: ChannelName) => void | Promise<void> = () => undefined;

  private readonly mishaps = new Map<ChannelName, Mishap[]>();
  private readonly listeners = new Map<string, Set<(payload: never) => void>>();

  /** The one pack it knows is `procedure`. */
  constructor({ founded = true, procedure = communityProcedure() } = {}) {
    this.chain = new Chain(procedure);
    if (founded) this.chain.found();
  }

  fail(channel: ChannelName, ...mishaps: readonly Mishap[]): void {
    this.mishaps.set(channel, [...(this.mishaps.get(channel) ?? []), ...mishaps]);
  }

  /** Nothing that was to go wrong goes wrong any more. */
  forgive(): void {
    this.mishaps.clear();
  }

  tell<Name extends keyof Notices>(notice: Name, payload: Notices[Name]): void {
    for (const listener of this.listeners.get(notice) ?? []) listener(payload as never);
  }

  count(channel: ChannelName): number {
    return this.calls.filter(call => call === channel).length;
  }

  private readonly answers: Answers = {
    'app:boot': () => ok(this.bootAnswer()),
    'app:report': ({ message }) => {
      this.reports.push(message);
      return ok(null);
    },
    'setup:begin': () => ok({ recoveryKey: ['AB12'], ask: [1] }),
    'setup:finish': () => {
      this.chain.found();
      return this.unlock();
    },
    'session:unlock': ({ person, passphrase }) =>
      person === this.chain.person && passphrase === PASSPHRASE
        ? this.unlock()
        : err({ code: 'keys/wrong-passphrase', detail: { left: 4 } }),
    'session:recover': () => this.unlock(),
    'session:lock': () => {
      this.unlocked = false;
      return ok(null);
    },
    'journal:append': ({ after, events }) => {
      const { head } = this.chain;
      if (after !== head.seq) return err({ code: 'journal/behind', detail: { seq: head.seq } });
      const record = this.chain.append(Batch.parse({ v: 1, events }).events);
      return ok({ seq: record.seq, hash: record.hash });
    },
    'journal:read': ({ from, most }) =>
      ok({
        records: this.chain.records.filter(({ seq }) => seq >= from).slice(0, Math.min(most, this.most)),
        head: this.chain.head,
      }),
    'store:mark': () => ok(this.mark),
    'store:set-mark': mark => {
      this.mark = { state: 'present', mark };
      return ok(null);
    },
    'drafts:save': ({ id, text }) => {
      this.drafts.set(id, { id, text, savedAt: instantFromMs(this.nowMs) });
      return ok(null);
    },
    'drafts:list': () => ok([...this.drafts.values()]),
    'drafts:remove': ({ id }) => {
      this.drafts.delete(id);
      return ok(null);
    },
    'manual:read': () => ok([]),
    'printers:list': () => (this.printers ? ok(this.printers) : err({ code: 'ipc/bug' })),
    'packs:list': () =>
      ok({ procedures: [this.chain.procedure], guidance: [], calendars: officialYears(), broken: [] }),
  };

  readonly api: DeskApi = this.buildApi();

  private bootAnswer(): BootAnswer {
    const [founding] = this.chain.records;
    return {
      sample: { here: false, made: false },
      version: '0.1.0',
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
      clockOffsetMs: this.clockOffsetMs,
      office:
        founding?.events[0]?.type === 'office-founded'
          ? {
              name: founding.events[0].name,
              code: founding.events[0].code,
              people: [{ id: this.chain.person, name: '王登记' }],
            }
          : null,
    };
  }

  private unlock(): Reply<UnlockAnswer> {
    this.unlocked = true;
    return ok({
      person: this.chain.person,
      station: 'PC-1',
      storeKey: new Uint8Array(32).fill(7),
      head: this.chain.head,
      trouble: this.trouble,
    });
  }

  private async call(channel: ChannelName, input: unknown): Promise<Reply<unknown>> {
    this.calls.push(channel);
    await this.beforeCall(channel);
    const mishap = this.mishaps.get(channel)?.shift();
    if (mishap?.kind === 'refuse') return err(mishap.error);
    if (mishap?.kind === 'break') throw new Error('the shell broke');
    if (contract[channel].needs === 'unlocked' && !this.unlocked) return err({ code: 'session/locked' });
    const answer = this.answers[channel] as ((parsed: unknown) => Reply<unknown>) | undefined;
    if (answer === undefined) return err({ code: 'ipc/bug' }); // The desk asked for what this PC does not play.
    const reply = structuredClone(answer(contract[channel].input.parse(structuredClone(input))));
    if (mishap?.kind === 'break-after') throw new Error('the shell broke');
    return reply;
  }

  private buildApi(): DeskApi {
    const api: Record<string, Record<string, unknown>> = {};
    for (const channel of CHANNELS) {
      const [area, verb] = nameParts(channel);
      api[area] = { ...api[area], [verb]: (input: unknown) => this.call(channel, input) };
    }
    const on = (notice: string, listener: (payload: never) => void): (() => void) => {
      const listeners = this.listeners.get(notice) ?? new Set();
      this.listeners.set(notice, listeners.add(listener));
      return () => {
        listeners.delete(listener);
      };
    };
    // One channel after the other it is what DeskApi says; TypeScript cannot follow a loop.
    return { ...api, on } as unknown as DeskApi;
  }
}
