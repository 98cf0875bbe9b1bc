// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import type { Language } from '#shared/core/text.ts';
import { at } from '#shared/fixtures/community.ts';
import type { Preferences } from '#shared/ipc/answers.ts';
import { USUAL_COLUMNS } from '#shared/list/case-list.choices.ts';
import { NO_SETTINGS } from '#shared/printing/printer-settings.ts';
import { complaint } from '#renderer/db/testing/chain.fixture.ts';
import { FakeShell } from '#renderer/db/testing/fake-shell.fixture.ts';
import { manualKeys } from '#renderer/features/manual/index.ts';
import { useCommandStack } from '#renderer/ui/command/command.context.ts';
import type { CommandStack } from '#renderer/ui/command/command.stack.ts';
import { UiProvider } from '#renderer/ui/theme/ui-provider.tsx';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { FakePc } from './desk/desk.fixture.ts';
import { DeskProvider } from './desk/desk-provider.tsx';
import { OpenDesk } from './open-desk.tsx';
import { PreferencesContext } from './preferences.ts';
import { Screen } from './screen.tsx';

/** The keys of the desk, and a screen where each of them works. */
const EVERYWHERE = ['Ctrl+N', 'Ctrl+K', 'Ctrl+L', 'F1'];
const KEYS = {
  workbench: [],
  reception: ['F6', 'F8', 'F9', 'F10', 'Alt+1', 'Alt+2'],
  cases: ['Ctrl+F', 'Alt+F'],
  case: ['Ctrl+P', 'Ctrl+Enter', 'Alt+W', 'Alt+ArrowUp', 'Alt+ArrowDown', 'F6', 'F7', 'Esc'],
  step: ['Ctrl+Enter', 'Esc'],
  paper: ['Ctrl+P', 'F6', 'F7', 'Esc'],
  papers: ['Ctrl+P'],
  scans: [],
  month: ['Ctrl+Enter', 'Alt+ArrowUp', 'Alt+ArrowDown', 'F6', 'F7'],
  statistics: ['Ctrl+P', 'F6'],
  procedures: ['Ctrl+F'],
  procedure: ['Esc'],
  manual: ['Ctrl+F', 'Ctrl+P', 'Alt+ArrowUp', 'Alt+ArrowDown', 'F6', 'Esc'],
  settings: [],
} as const satisfies Record<string, readonly string[]>;
type Place = keyof typeof KEYS;

let stack: CommandStack;
function Looking(): ReactNode {
  stack = useCommandStack();
  return null;
}

type OpenedDesk = Awaited<ReturnType<FakePc['openDesk']>>;

function Around({ desk, language }: { readonly desk: OpenedDesk; readonly language: Language }): ReactNode {
  const [preferences, setPreferences] = useState<Preferences>({
    ...{ language, largeType: false, scheme: 'light', notices: false, toured: true, lockAfter: 0 },
    ...{ caseColumns: USUAL_COLUMNS, caseViews: [] },
  });
  const change = (next: Partial<Preferences>): void => setPreferences({ ...preferences, ...next });
  return (
    <DeskProvider desk={desk}>
      <UiProvider language={preferences.language} scheme="light" scale="normal">
        <PreferencesContext value={{ preferences, change }}>
          <Looking />
          <OpenDesk />
        </PreferencesContext>
      </UiProvider>
    </DeskProvider>
  );
}

const keysNow = (): readonly string[] => stack.active().flatMap(({ key }) => key ?? []);
const has = (...keys: readonly string[]): Promise<void> =>
  waitFor(() => expect(keysNow()).toEqual(expect.arrayContaining([...keys])));
const run = (id: string): void =>
  stack
    .active()
    .find(each => each.id === id)
    ?.run();

/** Goes to every screen by commands and keys alone, and says at each which it is. */
async function walk(language: Language, seen: (at: Place) => Promise<void>): Promise<void> {
  const pc = new FakePc();
  pc.shell.printers = [{ name: 'one', label: 'one', isDefault: true, isLast: false, settings: NO_SETTINGS }];
  const desk = await pc.openDesk();
  for (const minute of ['30', '31', '32'])
    expectOk(
      await desk.register({
        ...{ procedure: 'phoenix-community', receivedAt: at(`2026-10-08T09:${minute}`), values: complaint },
      }),
    );
  renderUi(<Around desk={desk} language={language} />);
  const user = userEvent.setup();
  const main = await screen.findByRole('main');
  await has('Ctrl+N');
  await seen('workbench');
  act(() => run('register'));
  await has('F9');
  await user.type(
    await within(main).findByRole('textbox', { name: language === 'en' ? /phone/i : '联系电话' }),
    '13800138000',
  );
  await has('Alt+1');
  await seen('reception');
  for (const page of ['papers', 'scans', 'month', 'statistics', 'settings', 'procedures'] as const) {
    act(() => run(`go-${page}`));
    await waitFor(() => expect(within(main).getByRole('heading', { level: 1 })).toBeTruthy());
    await has(...KEYS[page]);
    await seen(page);
  }
  const [look] = await within(main).findAllByRole('button', {
    name: language === 'en' ? /^Open “/ : /^看“/,
  });
  act(() => look?.click());
  await has('Esc');
  await seen('procedure');
  act(() => run('go-cases'));
  await has('Ctrl+F');
  await seen('cases');
  // The one in the middle has another before and after it.
  // A row is drawn anew when it is there, and the focus would be lost.
  await screen.findByText(/0001/);
  const [, firstRow] = await screen.findAllByRole('row');
  act(() => firstRow?.focus());
  await user.keyboard('{ArrowDown}{Enter}');
  await has('Alt+ArrowUp', 'Alt+W');
  await seen('case');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await has('Esc');
  await seen('step');
  await user.keyboard('{Escape}');
  await has('Ctrl+P');
  await user.keyboard('{Control>}p{/Control}');
  await has('F7');
  await seen('paper');
  act(() => run('manual'));
  await has('Ctrl+F');
  await seen('manual');
}

/** Before the ledger is open; a screen of its own, without what the desk has everywhere. */
const CLOSED_KEYS = { lock: ['F1', 'Alt+1'], 'first-run': ['F1'] };

describe.each<Language>(['zh-CN', 'en'])('before the ledger is open, in %s', language => {
  it.each(['lock', 'first-run'] as const)('F1 explains the screen: %s', async page => {
    const pc = new FakePc(new FakeShell({ founded: page === 'lock' }));
    const desk = pc.newDesk();
    await desk.start();
    renderUi(
      <DeskProvider desk={desk}>
        <UiProvider language={language} scheme="light" scale="normal">
          <Looking />
          <Screen />
        </UiProvider>
      </DeskProvider>,
    );
    expect(keysNow()).toEqual(expect.arrayContaining(CLOSED_KEYS[page]));
    expect(stack.disputed()).toEqual([]);
    const user = userEvent.setup();
    await user.keyboard('{F1}');
    const help = await screen.findByRole('dialog', { name: language === 'en' ? /^Help: / : /^帮助：/ });
    expect(within(help).getByText('F1', { selector: '.sr' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe.each<Language>(['zh-CN', 'en'])('the commands of every screen, in %s', language => {
  it('have their keys, dispute none, and have names', { timeout: 120_000 }, async () => {
    const walked: Place[] = [];
    const keys = new Set<string>();
    await walk(language, async where => {
      walked.push(where);
      await has(...EVERYWHERE, ...KEYS[where]);
      for (const { id, key } of stack.active()) keys.add(`${id} ${key ?? ''}`);
      expect({ where, disputed: stack.disputed() }).toEqual({ where, disputed: [] });
      const ids = stack.active().map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const nameless = stack.active().filter(({ name }) => name.trim() === '');
      expect(nameless).toEqual([]);
      const otherWords = stack
        .active()
        .filter(
          ({ id, name }) =>
            language === 'en' && !/^(?:language|look-|link-)/.test(id) && /\p{Script=Han}/u.test(name),
        );
      expect(otherWords.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
    });
    expect([...walked].sort()).toEqual(Object.keys(KEYS).sort());
    // What the manual says of a key is what the screens do with it.
    expect(manualKeys().filter(([id, key]) => !keys.has(`${id} ${key}`))).toEqual([]);
  });
});
