import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';

export interface BackButtonProps {
  /** Where it leads: 回案件. */
  readonly children: string;
  readonly onBack: () => void;
}

/** The way back from a page, also by Esc. */
export function BackButton({ children, onBack }: BackButtonProps): ReactNode {
  const back: Command = { id: 'back', name: children, key: 'Esc', group: 'here', run: onBack };
  useCommands([back]);
  return (
    <ActButton
      command={back}
      rank="text"
      size="small"
      className="ui-back"
      icon={<IconArrowLeft size={18} aria-hidden />}
    />
  );
}
