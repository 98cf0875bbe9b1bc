import type { IpcMainInvokeEvent } from 'electron';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '#shared/core/result.ts';
import { CHANNELS, type ChannelName } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';
import { NO_CORRECTION } from '#shared/printing/printer-settings.ts';
import { answer, asFault, asReply, isTrusted, makeHandle, type Border, type Handler } from './handle.ts';

const shell = vi.hoisted(() => ({
  handle: vi.fn<(channel: string, listener: (event: unknown, raw: unknown) => unknown) => void>(),
  error: vi.fn<(...words: unknown[]) => void>(),
}));
vi.mock('electron', () => ({ ipcMain: { handle: shell.handle } }));
vi.mock('electron-log/main', () => ({ default: { error: shell.error } }));

type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;
type Frame = NonNullable<IpcMainInvokeEvent['senderFrame']>;

const ID = 7;
const unlocked: Border = { isKnown: id => id === ID, isUnlocked: () => true };
const locked: Border = { ...unlocked, isUnlocked: () => false };

const eventFrom = (frame: unknown, id = ID): Sender => ({
  senderFrame: frame as Frame | null,
  sender: { id } as unknown as Sender['sender'],
});
const own = eventFrom({ parent: null, url: 'app://desk/index.html' });

const gone = {
  get parent(): null {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  },
  url: 'app://desk/index.html',
};

const STRANGERS: readonly (readonly [string, Sender])[] = [
  ['a frame that has gone', eventFrom(null)],
  ['no frame at all', eventFrom(undefined)],
  ['a frame that was disposed of', eventFrom(gone)],
  ['a child frame', eventFrom({ parent: { url: 'app://desk/index.html' }, url: 'app://desk/index.html' })],
  ['a foreign page', eventFrom({ parent: null, url: 'https://example.org/' })],
  ['a host that begins like ours', eventFrom({ parent: null, url: 'app://desk.evil/' })],
  ['a page without an origin', eventFrom({ parent: null, url: 'about:blank' })],
  ['a page of data', eventFrom({ parent: null, url: 'data:text/html,app://desk/' })],
  ['a frame without an address', eventFrom({ parent: null, url: '' })],
  ['another window', eventFrom({ parent: null, url: 'app://desk/index.html' }, ID + 1)],
];

const ULID = '01JD0000000000000000000000';
const SHA256 = 'a'.repeat(64);

/** One input that each channel accepts; those that are not here take nothing. */
const ACCEPTED: Partial<Readonly<Record<ChannelName, object>>> = {
  'app:preferences': { language: 'en' },
  'app:report': { where: 'render', message: 'x' },
  'setup:begin': {
    office: { name: '样本社区', code: 'YB-01', prefix: '样', firstNumber: 1, procedure: 'phoenix-community' },
    person: { name: '试填', phone: '', roles: ['registrar'] },
    passphrase: 'x',
  },
  'setup:print-key': { printer: null },
  'setup:finish': { groups: { '1': 'ABCD' } },
  'session:unlock': { person: ULID, passphrase: 'x' },
  'session:recover': { person: ULID, recoveryKey: 'x', passphrase: 'x' },
  'notices:claim': { day: '2026-10-08', keys: ['clock/1/reply'] },
  'notices:show': { title: '1 件快到期', body: '' },
  'people:set-passphrase': { person: ULID, passphrase: 'x' },
  'people:own-passphrase': { current: 'x', next: 'y' },
  'people:shut-out': { person: ULID },
  'journal:append': { after: 0, events: [{}] },
  'journal:read': { from: 0, most: 1 },
  'store:set-mark': { storeId: 'x', seq: 0, hash: 'x', cases: 0 },
  'drafts:save': { id: 'x', text: '{}' },
  'drafts:remove': { id: 'x' },
  'papers:set': { paper: '{}' },
  'papers:take-in': { file: new Uint8Array([0x25, 0x50]) },
  'scans:keep': { jpeg: new Uint8Array([0xff, 0xd8]) },
  'attachments:begin': { owner: ULID, name: 'x', recorded: false },
  'attachments:add': { upload: ULID, part: new Uint8Array([0xff, 0xd8]) },
  'attachments:finish': { upload: ULID },
  'attachments:drop': { upload: ULID },
  'attachments:unfinished': { owner: ULID },
  'attachments:read': { sha256: SHA256, part: 0 },
  'attachments:save': { sha256: SHA256, media: 'image/jpeg', name: 'x' },
  'signatures:keep': { strokes: '{}' },
  'signatures:copy': {
    sheet: {
      ...{
        office: 'x',
        paper: 'x',
        form: 'x',
        number: 'x',
        pages: 1,
        mark: 'x',
        sha256: SHA256,
        complete: true,
      },
      signatures: [
        { place: 'x', signer: '试填', at: '2026-10-08T09:30:00+08:00', by: '样本', image: SHA256 },
      ],
    },
  },
  'reports:make': { procedure: 'phoenix-community', paper: 'R-1', period: 'month', day: '2026-10-01' },
  'reports:figures': {
    ...{ procedure: 'phoenix-community', paper: 'R-1', period: 'month', day: '2026-10-01' },
    months: 6,
  },
  'reports:statistics': { procedure: null, from: '2026-10-01', to: '2026-10-31' },
  'papers:make': { case: ULID, document: ULID, paper: '{}' },
  'papers:read': { sha256: SHA256 },
  'papers:print': {
    ...{ sha256: SHA256, printer: 'x', copies: 1, duplex: false, title: 'x', pages: 1 },
    ...{ reprint: null, preprinted: null, of: { case: ULID, document: ULID, label: 'x' } },
  },
  'papers:progress': { job: ULID },
  'papers:cancel': { job: ULID },
  'papers:settle': { job: ULID },
  'imports:read': { file: new Uint8Array([0x50, 0x4b]), sheet: null },
  'sheets:save': { name: 'x', sheets: [{ name: 'x', rows: [['x']] }], taken: null },
  'printers:calibrate': { printer: 'x', correction: NO_CORRECTION },
  'printers:correct': { printer: 'x', correction: NO_CORRECTION },
  'papers:save': { sha256: SHA256, name: 'x' },
  'papers:save-word': { paper: '{}', name: 'x' },
  'reports:period': { procedure: 'mall-customer-complaints', duty: 'D-1', period: '2026-Q3' },
  'month:summary': { period: '2026-10' },
  'bundles:export': { period: '2026-10', to: { kind: 'drive', volume: '1234-ABCD' } },
  'bundles:seal': { period: '2026-10' },
  'bundles:verify': { bundle: ULID },
  'bundles:remove': { bundle: ULID },
  'transfers:send': {
    ...{ case: ULID, kind: 'hand-over', office: 'YB-02', reason: 'x', to: { kind: 'choose' } },
  },
  'transfers:write': { transfer: ULID, to: { kind: 'choose' } },
  'transfers:read': { transfer: ULID },
  'transfers:answer': { transfer: ULID, to: { kind: 'drive', volume: '1234-ABCD' } },
  'drives:pick-up': { volume: '1234-ABCD' },
  'cards:import-headquarters': { answer: 'read' },
  'cards:import-colleague': { answer: 'read' },
  'outbox:act': { act: 'retry', bundle: ULID },
  'outbox:set-network': { network: {} },
};

async function ask(name: ChannelName, raw: unknown, border = unlocked, event = own) {
  const handler = vi.fn<(input: unknown) => unknown>(() => ok('done'));
  const reply = await answer(name, handler as unknown as Handler<ChannelName>, border, event, raw);
  return { reply, reached: handler.mock.calls };
}

beforeEach(() => {
  vi.clearAllMocks();
});

describe('a sender', () => {
  it('is trusted as the top frame of the window, on our own page', () => {
    expect(isTrusted(own, unlocked)).toBe(true);
  });

  it.each(STRANGERS)('is refused on every channel as %s', async (_who, event) => {
    for (const name of CHANNELS) {
      const { reply, reached } = await ask(name, ACCEPTED[name], unlocked, event);
      expect(reply).toEqual(err({ code: 'ipc/sender' }));
      expect(reached).toEqual([]);
    }
  });

  it('is judged before the lock and the input, so that a stranger learns of neither', async () => {
    const { reply } = await ask('journal:read', 'garbage', locked, eventFrom(null));
    expect(reply).toEqual(err({ code: 'ipc/sender' }));
  });
});

describe('a locked ledger', () => {
  it.each(CHANNELS.filter(name => contract[name].needs === 'unlocked'))('refuses %s', async name => {
    for (const raw of [ACCEPTED[name], 'garbage']) {
      const { reply, reached } = await ask(name, raw, locked);
      expect(reply).toEqual(err({ code: 'ipc/locked' }));
      expect(reached).toEqual([]);
    }
  });

  it.each(CHANNELS.filter(name => contract[name].needs === 'nothing'))('answers %s', async name => {
    expect((await ask(name, ACCEPTED[name], locked)).reply).toEqual(ok('done'));
  });
});

describe('an office that refuses a question', () => {
  it('says why before it looks at the input, and answers the others', async () => {
    const refusal = { code: 'sample/not-handed-over' } as const;
    const border: Border = {
      ...unlocked,
      refusal: name => (name === 'bundles:export' ? refusal : undefined),
    };
    for (const raw of [ACCEPTED['bundles:export'], 'garbage'])
      expect(await ask('bundles:export', raw, border)).toMatchObject({ reply: err(refusal), reached: [] });
    expect((await ask('journal:verify', undefined, border)).reply).toEqual(ok('done'));
  });
});

describe('an input', () => {
  it.each(CHANNELS)('of %s reaches the handler once, as the contract reads it', async name => {
    const { reply, reached } = await ask(name, ACCEPTED[name]);
    expect(reply).toEqual(ok('done'));
    expect(reached).toEqual([[contract[name].input.parse(ACCEPTED[name])]]);
  });

  it.each(CHANNELS)(
    'of %s never throws, and reaches the handler only where the contract takes it',
    async name => {
      const accepted = ACCEPTED[name] ?? {};
      const bent = fc
        .tuple(fc.constantFrom(...Object.keys(accepted), 'more', '__proto__'), fc.anything())
        .map(([key, value]) => Object.fromEntries([...Object.entries(accepted), [key, value]]));
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.anything(), bent, fc.constant(ACCEPTED[name])), async raw => {
          const taken = contract[name].input.safeParse(raw).success;
          const { reply, reached } = await ask(name, raw);
          expect(reached).toHaveLength(taken ? 1 : 0);
          if (!taken) expect(reply).toMatchObject({ ok: false, error: { code: 'ipc/input' } });
        }),
        { numRuns: 100 },
      );
    },
  );

  it('that is refused is answered with the place and never with the value', async () => {
    const raw = { person: ULID, passphrase: { secret: '样本口令' } };
    const { reply } = await ask('session:unlock', raw);
    expect(reply).toEqual(err({ code: 'ipc/input', detail: { where: 'passphrase' } }));
  });
});

describe('a handler', () => {
  it.each(['throws', 'rejects'])('that %s is answered as a bug, whose words stay inside', async how => {
    const bug = new Error('no such person: 样本三');
    const handler: Handler<'app:boot'> = () => {
      if (how === 'throws') throw bug;
      return Promise.reject(bug);
    };
    expect(await answer('app:boot', handler, unlocked, own, undefined)).toEqual(err({ code: 'ipc/bug' }));
    expect(shell.error).toHaveBeenCalledOnce();
    expect(shell.error.mock.calls[0]?.join(' ')).toMatch(/^app:boot Error no such person /);
    expect(shell.error.mock.calls[0]?.join(' ')).not.toContain('样本三');
  });

  it('is registered under its channel behind the same wrapper', async () => {
    const handler = vi.fn(() => ok(null));
    makeHandle(unlocked)('session:lock', handler);
    const [[channel, listener] = []] = shell.handle.mock.calls;
    expect(channel).toBe('session:lock');
    expect(await listener?.(eventFrom(null), undefined)).toEqual(err({ code: 'ipc/sender' }));
    expect(handler).not.toHaveBeenCalled();
    expect(await listener?.(own, undefined)).toEqual(ok(null));
  });
});

describe('a refusal on its way to the window', () => {
  it('keeps its code and its plain details, never its cause', () => {
    const refusal = {
      code: 'storage/disk-full' as const,
      free: 12,
      final: true,
      file: 'journal',
      cause: new Error('样本'),
      people: ['样本'],
      nothing: null,
    };
    expect(asFault(refusal)).toEqual({
      code: 'storage/disk-full',
      detail: { free: 12, final: true, file: 'journal' },
    });
  });

  it('has no details where there are none', () => {
    expect(asFault({ code: 'keys/wrong-passphrase' })).toEqual({ code: 'keys/wrong-passphrase' });
  });

  it('leaves a good answer as it is', () => {
    expect(asReply(ok({ seq: 1 }))).toEqual(ok({ seq: 1 }));
    expect(asReply(err({ code: 'journal/behind', seq: 2 }))).toEqual(
      err({ code: 'journal/behind', detail: { seq: 2 } }),
    );
  });
});
