import { IconDownload, IconPrinter, IconUsersGroup } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { KeyLine } from '#renderer/ui/button/key-line.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { BottomBar } from '#renderer/ui/frame/bottom-bar.tsx';

export interface BulkBarProps {
  readonly count: number;
  /** Why an act was not begun. */
  readonly said: string;
  readonly onPrint: () => void;
  readonly onTogether: () => void;
  readonly onExport: () => void;
  readonly onClear: () => void;
}

/** What can be done with the chosen cases; without any, which keys choose them. */
export function BulkBar(props: BulkBarProps): ReactNode {
  return props.count === 0 ? <Keys /> : <Acts {...props} />;
}

function Keys(): ReactNode {
  const { t } = useTranslation('cases');
  const keys = [
    { keys: '↑ ↓', does: t('key.move') },
    { keys: 'Enter', does: t('key.open') },
    { keys: t('key.space'), does: t('key.tick') },
    { keys: 'Shift ↑↓', does: t('key.several') },
    { keys: 'Ctrl A', does: t('key.all') },
  ];
  return <BottomBar note={<KeyLine keys={keys} />} />;
}

function Acts({ count, said, onPrint, onTogether, onExport, onClear }: BulkBarProps): ReactNode {
  const { t } = useTranslation('cases');
  const here = { group: 'here' } as const;
  const clear: Command = { ...here, id: 'choose-none', name: t('bulk.none'), key: 'Esc', run: onClear };
  const print: Command = { ...here, id: 'print-chosen', name: t('bulk.print'), key: 'Ctrl+P', run: onPrint };
  const together: Command = { ...here, id: 'act-together', name: t('bulk.together'), run: onTogether };
  const save: Command = { ...here, id: 'export-chosen', name: t('bulk.export', { count }), run: onExport };
  useCommands([clear, print, together, save]);
  return (
    <div className="cases-bulk">
      <BottomBar
        status={
          <>
            <b>{t('bulk.chosen', { count })}</b> {said}
          </>
        }
      >
        <ActButton rank="text" command={clear} />
        <ActButton command={print} icon={<IconPrinter size={20} aria-hidden />} />
        <ActButton command={together} icon={<IconUsersGroup size={20} aria-hidden />} />
        <ActButton command={save} icon={<IconDownload size={20} aria-hidden />} />
      </BottomBar>
    </div>
  );
}
