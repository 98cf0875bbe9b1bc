// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { useDesk, useDeskState } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import {
  useCase,
  useCaseCounts,
  useCaseEvents,
  useCaseIds,
  useCaseRows,
} from '#renderer/db/live/use-cases.ts';
import { useDrafts, useDraftStatus } from '#renderer/db/live/use-drafts.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { complaint } from '#renderer/db/testing/chain.fixture.ts';
import { DeskProvider } from './desk-provider.tsx';
import { FakePc, openStateOf } from './desk.fixture.ts';

afterEach(cleanup);

const registration = {
  procedure: 'phoenix-community',
  receivedAt: at('2026-10-08T09:30'),
  values: complaint,
};

function List() {
  const { ids } = useCaseIds({ view: 'open', sort: 'number', direction: 'ascending' });
  const rows = useCaseRows(ids ?? []);
  const counts = useCaseCounts();
  return (
    <>
      <p>{`open: ${counts?.open ?? '…'}, month: ${counts?.thisMonth ?? '…'}`}</p>
      <ul>
        {ids?.map(id => {
          const row = rows?.get(id);
          return <li key={id}>{row ? `${row.number} ${row.clock?.remaining?.kind ?? ''}` : '…'}</li>;
        })}
      </ul>
    </>
  );
}

function Count({ view }: { readonly view: 'open' | 'all' }) {
  const { ids, areOfBefore } = useCaseIds({ view, sort: 'number', direction: 'ascending' });
  return <p>{areOfBefore ? `${view}: not yet` : `${view}: ${ids?.length ?? '…'}`}</p>;
}

function CasePage({ id }: { readonly id: CaseId }) {
  const found = useCase(id);
  const events = useCaseEvents(id);
  if (found === undefined) return <p>loading</p>;
  if (found === null) return <p>no such case</p>;
  return <p>{`${found.state.number}: ${events?.length ?? 0} events, ${found.clocks.length} clocks`}</p>;
}

function Behind({ children }: { readonly children: React.ReactNode }) {
  const state = useDeskState();
  return state.phase === 'open' ? children : <p>{state.phase}</p>;
}

const within = (desk: Desk, children: React.ReactNode) => (
  <DeskProvider desk={desk}>
    <Behind>{children}</Behind>
  </DeskProvider>
);
const show = (desk: Desk, children: React.ReactNode) => render(within(desk, children));

describe('live lists', () => {
  it('say that their rows are still those of the list before, until the others are there', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    expectOk(await desk.register(registration));
    const { rerender } = show(desk, <Count view="open" />);
    await screen.findByText('open: 1');
    rerender(within(desk, <Count view="all" />));
    screen.getByText('all: not yet');
    await screen.findByText('all: 1');
  });

  it('show a case as soon as it is saved, and nothing once locked', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    show(desk, <List />);
    await screen.findByText('open: 0, month: 0');
    expectOk(await act(() => desk.register(registration)));
    await screen.findByText('凤社〔2026〕0001号 left');
    await screen.findByText('open: 1, month: 1');
    await act(() => desk.lock());
    expect(screen.queryByText(/凤社/)).toBeNull();
    screen.getByText('locked');
  });

  it('count deadlines anew when the day changes', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    expectOk(await desk.register(registration));
    show(desk, <List />);
    await screen.findByText('凤社〔2026〕0001号 left');
    act(() => pc.pass(4 * 86_400_000));
    await screen.findByText('凤社〔2026〕0001号 today');
    await screen.findByText('open: 1, month: 1');
  });

  it('go on over a store that was opened anew', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    show(desk, <List />);
    openStateOf(desk).store.db.close();
    expectOk(await act(() => desk.register(registration)));
    expectOk(await act(() => desk.register(registration)));
    await screen.findByText('open: 2, month: 2');
  });
});

describe('a live case', () => {
  it('follows its events, and another id never shows the case before it', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    const one = expectOk(await desk.register(registration)).caseId;
    const two = expectOk(await desk.register(registration)).caseId;
    const { rerender } = show(desk, <CasePage id={one} />);
    await screen.findByText('凤社〔2026〕0001号: 1 events, 3 clocks');
    expectOk(await act(() => desk.submitCase(one, { type: 'add-note', text: '补记' })));
    await screen.findByText('凤社〔2026〕0001号: 2 events, 3 clocks');

    const page = (id: CaseId) => (
      <DeskProvider desk={desk}>
        <Behind>
          <CasePage id={id} />
        </Behind>
      </DeskProvider>
    );
    rerender(page(two));
    screen.getByText('loading');
    await screen.findByText('凤社〔2026〕0002号: 1 events, 3 clocks');
    rerender(page('01J0000000000000000000000Z' as CaseId));
    await screen.findByText('no such case');
  });
});

describe('the provider', () => {
  it('starts the desk, and writes what waits when the window goes away', async () => {
    const pc = new FakePc();
    const desk = pc.newDesk();
    show(desk, null);
    await screen.findByText('locked');
    expectOk(await act(() => desk.unlock(pc.shell.chain.person, '凤凰 样本 口令')));
    desk.drafts.save('D1', { v: 1, procedure: 'phoenix-community', values: {} });
    window.dispatchEvent(new Event('pagehide'));
    await desk.drafts.flush();
    expect(pc.shell.drafts.size).toBe(1);
  });
});

describe('small live things', () => {
  function Small() {
    const { drafts } = useDesk();
    const list = useDrafts();
    return <p>{`${useNow()} ${useDraftStatus('D1').kind} ${list?.length ?? '…'} ${typeof drafts.newId}`}</p>;
  }

  it('follow the minute and the drafts', async () => {
    const pc = new FakePc();
    const desk = await pc.openDesk();
    show(desk, <Small />);
    await screen.findByText('2026-10-08T10:00:00+08:00 none 0 function');
    act(() => desk.drafts.save('D1', { v: 1, procedure: 'phoenix-community', values: {} }));
    await screen.findByText(/waiting 0/);
    await act(() => desk.drafts.flush());
    await screen.findByText(/saved 1/);
    act(() => pc.pass(61_000));
    await screen.findByText(/10:01:00\+08:00 saved 1/);
  });
});
