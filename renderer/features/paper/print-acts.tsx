import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { KeyLine } from '#renderer/ui/button/key-line.tsx';
import { PrintOutcome } from './print-outcome.tsx';
import type { Printing } from './use-printing.ts';

/** `unknown` until the shell has answered; `none`: saving is the way on. */
export type PrintersKnown = 'unknown' | 'none' | 'some';

export interface PrintActsProps {
  readonly printing: Printing;
  readonly printers: PrintersKnown;
  readonly ready: boolean;
  readonly copies: number;
  readonly onPrint: () => void;
  readonly onSave: () => void;
}

/** Always in sight: the one big act, the file, and what became of it. */
export function PrintActs({ printing, printers, ready, copies, onPrint, onSave }: PrintActsProps): ReactNode {
  const { t } = useTranslation('paper');
  const { busy } = printing;
  const noPrinter = printers === 'none';
  const words = {
    print: busy === 'printing' ? t('print.printing') : t('print.act', { count: copies }),
    save: busy === 'saving' ? t('print.saving') : t('print.save'),
  };
  const key = 'Ctrl+P';
  const print: Command = { id: 'print', name: words.print, key, group: 'here', run: onPrint };
  const save: Command = {
    ...{ id: 'save-pdf', name: words.save, group: 'here', run: onSave },
    ...(noPrinter ? { key } : {}),
  };
  useCommands(noPrinter ? [save] : [print, save]);
  return (
    <div className="paper-acts">
      {!noPrinter && (
        <ActButton
          rank="filled"
          size="big"
          command={print}
          icon={<IconPrinter size={22} aria-hidden />}
          busy={busy !== null || !ready || printers === 'unknown'}
        />
      )}
      <ActButton
        command={save}
        {...(noPrinter ? { rank: 'filled', size: 'big' } : {})}
        icon={<IconDeviceFloppy size={20} aria-hidden />}
        busy={busy !== null || !ready}
      />
      <PrintOutcome printing={printing} />
      <KeyLine
        keys={[
          { keys: 'PgUp PgDn', does: t('view.turn') },
          { keys: 'Ctrl + −', does: t('view.zoom') },
        ]}
      />
    </div>
  );
}
