// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { FilterChip, FilterLine } from './filter-chip.tsx';
import { Timeline } from './timeline.tsx';
import { Track } from './track.tsx';
import { ViewTabs } from './view-tabs.tsx';

describe('the track of a paper', () => {
  it('says of each station whether it is behind, awaited or ahead', () => {
    renderUi(
      <Track
        steps={[
          { label: '打印', state: 'done' },
          { label: '等签回，已 18 天', state: 'waiting' },
          { label: '归档', state: 'open' },
        ]}
      />,
    );
    expect(screen.getAllByRole('listitem').map(item => item.textContent)).toEqual([
      '打印已完成',
      '等签回，已 18 天在等',
      '归档还没做',
    ]);
  });
});

describe('the timeline', () => {
  it('tells steps of the procedure from notes in words too', () => {
    renderUi(
      <Timeline
        label="办理经过"
        entries={[
          {
            id: '2',
            time: '今天 09:05',
            kind: 'note',
            person: '陈承办',
            act: '记办理经过',
            more: '照片 3 张',
          },
          { id: '1', time: '9月23日 15:32', kind: 'step', person: '王登记', act: '登记' },
        ]}
      />,
    );
    const entries = within(screen.getByRole('list', { name: '办理经过' })).getAllByRole('listitem');
    expect(entries.map(entry => entry.textContent)).toEqual([
      '今天 09:05记录陈承办 记办理经过照片 3 张',
      '9月23日 15:32步骤王登记 登记',
    ]);
  });
});

describe('the tabs of views', () => {
  const tabs = [
    { id: 'open', label: '在办', count: 14 },
    { id: 'mine', label: '我承办的', count: 6 },
    { id: 'all', label: '全部', count: 12_486 },
  ];
  function Views({ changes }: { readonly changes: string[] }): ReactNode {
    const [at, setAt] = useState('open');
    return (
      <ViewTabs
        tabs={tabs}
        at={at}
        onChange={id => {
          changes.push(id);
          setAt(id);
        }}
      />
    );
  }

  it('carry their counts and are walked by arrows, round the end', async () => {
    const changes: string[] = [];
    renderUi(<Views changes={changes} />);
    expect(screen.getByRole('tab', { name: '全部 12,486' })).toBeTruthy();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{End}');
    expect(changes).toEqual(['mine', 'all', 'open', 'all']);
    expect(document.activeElement).toBe(screen.getByRole('tab', { selected: true }));
    expect(screen.getAllByRole('tab').filter(tab => tab.tabIndex === 0)).toHaveLength(1);
  });
});

describe('the conditions of a list', () => {
  it('can be changed and taken away, each by its own name', async () => {
    const acts: string[] = [];
    renderUi(
      <FilterLine addLabel="加条件" onAdd={() => acts.push('add')} amount="155 件">
        <FilterChip
          name="状态"
          value="办理中"
          onChange={() => acts.push('change')}
          onRemove={() => acts.push('remove')}
        />
      </FilterLine>,
    );
    await userEvent.click(screen.getByRole('button', { name: '状态 办理中' }));
    await userEvent.click(screen.getByRole('button', { name: '去掉条件：状态 办理中' }));
    await userEvent.click(screen.getByRole('button', { name: '加条件' }));
    expect(acts).toEqual(['change', 'remove', 'add']);
    expect(screen.getByRole('status').textContent).toBe('155 件');
  });
});
