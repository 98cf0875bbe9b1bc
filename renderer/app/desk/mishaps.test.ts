import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelName } from '#shared/ipc/channels.ts';
import { at } from '#shared/fixtures/community.ts';
import { caseState } from '#renderer/db/case-store.ts';
import type { Submission } from '#renderer/db/live/desk.types.ts';
import { caseEvents } from '#renderer/db/queries/case-rows.ts';
import { complaint } from '#renderer/db/testing/chain.fixture.ts';
import type { Mishap } from '#renderer/db/testing/fake-shell.fixture.ts';
import { FakePc, openStateOf } from './desk.fixture.ts';

type Stroke =
  | { readonly does: 'register' | 'note' | 'close-store' | 'wipe' | 'restart' | 'append-elsewhere' }
  | { readonly does: 'fail'; readonly channel: ChannelName; readonly mishap: Mishap };

const mishap = fc.constantFrom<Mishap>(
  { kind: 'break' },
  { kind: 'break-after' },
  { kind: 'refuse', error: { code: 'storage/denied' } },
);
const channel = fc.constantFrom<ChannelName>(
  'journal:append',
  'journal:append',
  'journal:read',
  'store:mark',
  'store:set-mark',
);
const stroke: fc.Arbitrary<Stroke> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ does: 'register' } as const) },
  { weight: 4, arbitrary: fc.constant({ does: 'note' } as const) },
  { weight: 1, arbitrary: fc.constant({ does: 'append-elsewhere' } as const) },
  { weight: 2, arbitrary: fc.constant({ does: 'close-store' } as const) },
  { weight: 1, arbitrary: fc.constant({ does: 'wipe' } as const) },
  { weight: 1, arbitrary: fc.constant({ does: 'restart' } as const) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('fail' as const), channel, mishap }) },
);

describe('whatever fails, and whenever', () => {
  it('what was answered with saved is there exactly once after a restart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stroke, { minLength: 3, maxLength: 14 }), async strokes => {
        const pc = new FakePc();
        let desk = await pc.openDesk();
        const saved: Extract<Submission, { ok: true }>['value'][] = [];
        const keep = (submission: Submission): void => {
          if (submission.ok) saved.push(submission.value);
        };
        for (const act of strokes) {
          switch (act.does) {
            case 'register':
              keep(
                await desk.register({
                  procedure: 'phoenix-community',
                  receivedAt: at('2026-10-08T09:30'),
                  values: complaint,
                }),
              );
              break;
            case 'note': {
              const of = saved[0]?.caseId;
              if (of) keep(await desk.submitCase(of, { type: 'add-note', text: '补记' }));
              break;
            }
            case 'append-elsewhere':
              pc.shell.chain.register();
              break;
            case 'close-store': {
              const state = desk.getState();
              if (state.phase === 'open') state.store.db.close();
              break;
            }
            case 'wipe':
              pc.wipe();
              break;
            case 'restart':
              pc.shell.forgive();
              desk = await pc.openDesk();
              break;
            case 'fail':
              pc.shell.fail(act.channel, act.mishap);
          }
        }

        pc.shell.forgive();
        const { store, office } = openStateOf(await pc.openDesk());
        const events = saved.flatMap(submission => submission.events);
        const written = pc.shell.chain.records.flatMap(record => record.events);
        for (const event of events) expect(written.filter(({ id }) => id === event.id)).toHaveLength(1);
        for (const state of pc.shell.chain.states) {
          expect(await caseState(store, state.id)).toEqual(state);
          const history = await caseEvents(store, state.id);
          expect(history.map(({ seq }) => seq)).toEqual(history.map((_event, index) => index + 1));
        }
        expect(await store.db.cases.count()).toBe(pc.shell.chain.states.length);
        expect(Object.values(office.counters)[0] ?? 0).toBe(pc.shell.chain.states.length);
      }),
      { numRuns: 40 },
    );
  });
});
