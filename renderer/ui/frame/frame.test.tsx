// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IconFileText, IconFolders } from '@tabler/icons-react';
import { describe, expect, it } from 'vitest';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { Frame } from './frame.tsx';
import { PageColumns } from './page-columns.tsx';
import { PageHead } from './page-head.tsx';
import { SideColumn } from './side-column.tsx';
import { SideModeContext, sideModeFor } from './side-mode.ts';

const items = [
  { id: 'cases', label: '案件', icon: IconFolders },
  { id: 'papers', label: '文书', icon: IconFileText, count: 2 },
];

describe('the frame', () => {
  const frame = (onOpen: (id: string) => void): void => {
    renderUi(
      <Frame office="凤凰社区居委会" items={items} at="cases" onOpen={onOpen} foot={['凤凰台账 1.0']}>
        <PageHead title="案件" />
        <PageColumns foot={<BottomBar status="草稿已存 09:44:12" />}>列表</PageColumns>
      </Frame>,
    );
  };

  it('marks the open item and says how much waits in the others', () => {
    frame(() => undefined);
    const rail = screen.getByRole('navigation', { name: '主导航' });
    expect(within(rail).getByRole('button', { name: '案件' }).getAttribute('aria-current')).toBe('page');
    expect(within(rail).getByRole('button', { name: '文书 2 件' }).getAttribute('aria-current')).toBeNull();
  });

  it('opens an item and folds the menu away', async () => {
    const opened: string[] = [];
    frame(id => opened.push(id));
    const menu = screen.getByRole('button', { name: '菜单' });
    await userEvent.click(menu);
    expect(menu.getAttribute('aria-expanded')).toBe('true');
    await userEvent.click(screen.getByRole('button', { name: /文书/ }));
    expect(opened).toEqual(['papers']);
    expect(menu.getAttribute('aria-expanded')).toBe('false');
  });

  it('folds the menu on Esc and gives the focus back to its button', async () => {
    frame(() => undefined);
    const menu = screen.getByRole('button', { name: '菜单' });
    await userEvent.click(menu);
    screen.getByRole('button', { name: '案件' }).focus();
    await userEvent.keyboard('{Escape}');
    expect(menu.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(menu);
  });

  it('lets the keyboard skip the rail', async () => {
    frame(() => undefined);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  it('speaks the state of the draft', () => {
    frame(() => undefined);
    expect(screen.getByRole('status').textContent).toBe('草稿已存 09:44:12');
  });
});

describe('the side column', () => {
  const sections = [
    { id: 'twins', title: '可能反映过', count: 1, panelKey: 'F6', content: '同名、同住址' },
    { id: 'guide', title: '接待指引', tab: '接待指引：问清', content: '您慢慢说' },
  ];

  it('shows every section where there is room', () => {
    renderUi(<SideColumn sections={sections} />);
    expect(screen.getByRole('region', { name: '可能反映过' }).textContent).toContain('同住址');
    expect(screen.getByRole('region', { name: '接待指引' }).textContent).toContain('您慢慢说');
  });

  it('folds to named tabs that unfold one section, and Esc folds it again', async () => {
    renderUi(
      <SideModeContext value="edge">
        <SideColumn sections={sections} />
      </SideModeContext>,
    );
    expect(screen.queryByRole('region')).toBeNull();
    const tab = screen.getByRole('button', { name: '可能反映过 1' });
    await userEvent.click(tab);
    expect(document.activeElement).toBe(screen.getByRole('region', { name: '可能反映过' }));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('region')).toBeNull();
    expect(document.activeElement).toBe(tab);
  });

  it('keeps the main act in sight when folded', () => {
    renderUi(
      <SideModeContext value="below">
        <SideColumn sections={sections} foot={<button>打印 2 份</button>} />
      </SideModeContext>,
    );
    expect(screen.getByRole('button', { name: '打印 2 份' })).toBeTruthy();
  });

  it.each([
    ['column', '1440 px', { window: 90, page: 81, side: 22.5, leastMain: 44, hasAct: false }],
    ['edge', '1366 px, large type', { window: 68.3, page: 59.3, side: 22.5, leastMain: 44, hasAct: false }],
    [
      'below',
      'the same, with the main act',
      { window: 68.3, page: 59.3, side: 22.5, leastMain: 44, hasAct: true },
    ],
    ['below', '1366 px at 200 %', { window: 42.7, page: 42.7, side: 19, leastMain: 20, hasAct: false }],
  ] as const)('is a %s at %s', (mode, _, room) => {
    expect(sideModeFor(room)).toBe(mode);
  });
});
