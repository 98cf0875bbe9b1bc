// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { OrdersAnswer } from '#shared/ipc/answers.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { MonthDesk } from './month.fixture.tsx';
import { TakeOrders } from './take-orders.tsx';

const user = userEvent.setup({ delay: null });

async function read(orders: OrdersAnswer['orders']): Promise<void> {
  const month = new MonthDesk();
  month.orders = orders;
  renderUi(month.around(<TakeOrders busy={false} />), { language: 'zh-CN' });
  await user.click(screen.getByRole('button', { name: '读督办单' }));
}

it('says which were taken, which were there before, and of each that was refused why', async () => {
  await read([
    { outcome: 'taken', number: '凤社〔2026〕0001 号' },
    { outcome: 'taken', number: '凤社〔2026〕0001 号' },
    { outcome: 'seen', number: '凤社〔2026〕0002 号' },
    { outcome: 'refused', code: 'orders/no-signature' },
    { outcome: 'refused', code: 'orders/no-signature' },
    { outcome: 'refused', code: 'orders/other-office' },
  ]);
  const said = await screen.findByRole('status');
  expect(said.textContent).toContain('收下 2 份督办单：凤社〔2026〕0001 号');
  expect(said.textContent).toContain('1 份以前收过，没有变');
  const refused = screen.getAllByRole('alert').map(({ textContent }) => textContent);
  expect(refused).toHaveLength(2);
  expect(refused[0]).toContain('2 份督办单没有收');
  expect(refused[0]).toContain('.minisig');
  expect(refused[1]).toContain('给别的单位的');
});

it('says nothing of orders that were taken where all were refused', async () => {
  await read([{ outcome: 'refused', code: 'orders/other-key' }]);
  expect((await screen.findByRole('alert')).textContent).toContain('不是本单位的总部签的');
  expect(screen.getByRole('status').textContent).toBe('');
});
