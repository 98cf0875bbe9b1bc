import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';

/** Where the case stands in the list it was opened from. */
export interface CaseWalk {
  readonly at: number;
  readonly of: number;
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
}

/** From case to case through the list, without going back to it. */
export function WalkLine({ at, of, previous, next }: CaseWalk): ReactNode {
  const { t } = useTranslation('case');
  const ways: readonly Command[] = [
    ...(previous
      ? [
          {
            ...{ id: 'previous-case', name: t('walk.previous'), key: 'Alt+ArrowUp' },
            group: 'here' as const,
            run: previous,
          },
        ]
      : []),
    ...(next
      ? [
          {
            ...{ id: 'next-case', name: t('walk.next'), key: 'Alt+ArrowDown' },
            group: 'here' as const,
            run: next,
          },
        ]
      : []),
  ];
  useCommands(ways);
  return (
    <>
      <span className="case-walk num">{t('walk.at', { at, of })}</span>
      {ways.map(way => (
        <ActButton key={way.id} command={way} rank="text" size="small" />
      ))}
    </>
  );
}
