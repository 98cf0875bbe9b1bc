import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderTold } from '#shared/ipc/answers.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import { OrdersTold } from '#renderer/features/drives/index.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';

/** 读督办单: orders of headquarters from a folder; what was taken, what was there before, and why one was not taken. */
export function TakeOrders({ busy }: { readonly busy: boolean }): ReactNode {
  const { t } = useTranslation('month');
  const desk = useDesk();
  const [reading, setReading] = useState(false);
  const [told, setTold] = useState<readonly OrderTold[]>([]);
  const [fault, setFault] = useState<AnyFault | null>(null);
  useHoldOpen(reading);
  const read = async (): Promise<void> => {
    setReading(true);
    setTold([]);
    setFault(null);
    const reply = await desk.api.orders.import();
    setReading(false);
    if (reply.ok) setTold(reply.value.orders);
    else setFault(reply.error);
  };
  const command: Command = {
    ...{ id: 'take-orders', name: t('orders.act'), key: undefined, group: 'here' },
    run: () => {
      if (!busy && !reading) void read();
    },
  };
  useCommands([command]);
  return (
    <>
      <ActButton busy={busy || reading} command={command} />
      <OrdersTold told={told} />
      {fault && <FaultNotice title={t('notDone')} fault={fault} />}
    </>
  );
}
