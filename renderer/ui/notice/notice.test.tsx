// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { FieldError } from './field-error.tsx';
import { Progress } from './progress.tsx';
import { SkeletonLines } from './skeleton-lines.tsx';
import { StatusText } from './status-text.tsx';

describe('an error', () => {
  it('answers three questions in order and gives its code to the administrator', async () => {
    let copies = 0;
    renderUi(
      <ErrorNotice
        title="没有写完：U 盘中途断开"
        what="U 盘读不到了"
        kept="都在"
        next="插紧再写一次"
        code="USB-07"
        onCopy={() => {
          copies += 1;
        }}
      />,
    );
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(screen.getByRole('heading', { name: '没有写完：U 盘中途断开' })).toBeTruthy();
    expect(screen.getAllByRole('term').map(term => term.textContent)).toEqual([
      '出了什么事',
      '东西还在吗',
      '现在怎么办',
    ]);
    expect(screen.getByText(/USB-07/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '复制给管理员' }));
    expect(copies).toBe(1);
    expect(await screen.findByRole('button', { name: '已复制' })).toBeTruthy();
  });

  it('of a field keeps its place before it comes', () => {
    const { rerender } = renderUi(<FieldError title={null} />);
    const place = screen.getByRole('alert');
    expect(place.textContent).toBe('');
    rerender(<FieldError title="口令不对" detail="看看大写锁定和输入法。" />);
    expect(place.textContent).toBe('口令不对看看大写锁定和输入法。');
  });
});

describe('progress', () => {
  it('is told in words and numbers and can be cancelled', async () => {
    let cancelled = false;
    renderUi(<Progress label="正在导入" done={1200} total={10_000} onCancel={() => (cancelled = true)} />);
    const bar = screen.getByRole('progressbar', { name: '正在导入' });
    expect(bar.getAttribute('aria-valuetext')).toBe('1,200／10,000');
    await userEvent.click(screen.getByRole('button', { name: '取消' }));
    expect(cancelled).toBe(true);
  });

  it('pretends no share where the whole is unknown', () => {
    renderUi(<Progress label="正在核对" done={7} total={null} />);
    const bar = screen.getByRole('progressbar');
    expect(bar.getAttribute('aria-valuenow')).toBeNull();
    expect(bar.children).toHaveLength(0);
  });
});

describe('a page', () => {
  it('that is empty says why and offers one way on', () => {
    renderUi(<EmptyState title="今天没有到期的案件" acts={<button>看在办的</button>} />);
    expect(screen.getByRole('heading', { name: '今天没有到期的案件' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '看在办的' })).toBeTruthy();
  });

  it('that is loading has its lines already', () => {
    const { container } = renderUi(<SkeletonLines count={5} />);
    expect(screen.getByRole('status').textContent).toBe('正在取');
    expect(container.querySelectorAll('[aria-hidden]')).toHaveLength(5);
  });
});

describe('a status', () => {
  it('has a sign of its own beside its colour', () => {
    renderUi(<StatusText tone="ok">已收讫</StatusText>);
    expect(screen.getByRole('img', { name: '好了' })).toBeTruthy();
    expect(screen.getByText('已收讫')).toBeTruthy();
  });
});
