// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { KeyGroups } from './key-groups.tsx';
import { StepList } from './step-list.tsx';

describe('the list of steps', () => {
  it('says which are done, which is in hand and which are to come', () => {
    renderUi(<StepList at={1} steps={['本单位', '口令', '恢复密钥'].map(label => ({ id: label, label }))} />);
    const items = within(screen.getByRole('list', { name: '步骤' })).getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual(['本单位已完成', '2口令正在做', '3恢复密钥还没到']);
    expect(items.map(item => item.getAttribute('aria-current'))).toEqual([null, 'step', null]);
  });
});

describe('the recovery key', () => {
  it('is read group by group, with the number asked for later', () => {
    renderUi(<KeyGroups label="恢复密钥" groups={['7KQ4', 'W2MD']} />);
    expect(screen.getAllByRole('listitem').map(item => item.textContent)).toEqual([
      '第 1 组 7KQ4',
      '第 2 组 W2MD',
    ]);
  });
});
