import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HelpDialog, type HelpPage } from '#renderer/features/help/index.ts';
import { useCommandStack } from '#renderer/ui/command/command.context.ts';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';

export interface ClosedScreenProps {
  readonly page: Extract<HelpPage, 'lock' | 'first-run'>;
  /** What stands there, with the command its button of help takes. */
  readonly children: (help: Command) => ReactNode;
}

/** A screen before the ledger is open: it has its F1 too. */
export function ClosedScreen({ page, children }: ClosedScreenProps): ReactNode {
  const { t } = useTranslation('help');
  const stack = useCommandStack();
  const [commands, setCommands] = useState<readonly Command[] | null>(null);
  const help: Command = {
    ...{ id: 'help', name: t('open'), key: 'F1', group: 'desk' },
    run: () => setCommands(stack.active()),
  };
  useCommands([help]);
  return (
    <>
      {children(help)}
      {commands && <HelpDialog {...{ page, commands }} onClose={() => setCommands(null)} />}
    </>
  );
}
