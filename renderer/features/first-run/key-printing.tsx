import { NativeSelect } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOf } from '#shared/core/instant.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { useKeyCopying, usePrinters, type KeyCopies, type KeyCopying } from './use-key-copies.ts';

export interface KeyPrintingProps {
  readonly copies: KeyCopies;
  readonly onCopies: (copies: KeyCopies) => void;
}

/** Brings the recovery key onto paper, by a printer of this computer or by a file where there is none. */
export function KeyPrinting({ copies, onCopies }: KeyPrintingProps): ReactNode {
  const { t } = useTranslation('first-run');
  const printers = usePrinters();
  const copying = useKeyCopying(copies, onCopies);
  const [chosen, setChosen] = useState<string>();
  const printer =
    printers?.find(({ name }) => name === chosen) ??
    printers?.find(({ isDefault }) => isDefault) ??
    printers?.[0];

  const act = (): Promise<void> => (printer ? copying.print(printer) : copying.save());
  const label = printer
    ? t(copying.busy ? 'key.printing' : copies.prints ? 'key.printAgain' : 'key.print')
    : t(copying.busy ? 'key.saving' : copies.savedTo === null ? 'key.save' : 'key.saveAgain');
  const print: Command = { id: 'print', name: label, key: 'Ctrl+P', group: 'here', run: () => void act() };
  useCommands([print]);

  if (printers === undefined) return <div className="first-run-printing" />;
  return (
    <div className="first-run-printing">
      {printers.length > 1 && (
        <NativeSelect
          aria-label={t('key.printer')}
          size="md"
          value={printer?.name ?? ''}
          onChange={event => setChosen(event.currentTarget.value)}
          data={printers.map(({ name, label: words }) => ({ value: name, label: words }))}
        />
      )}
      <ActButton
        icon={printer ? <IconPrinter size={20} aria-hidden /> : <IconDeviceFloppy size={20} aria-hidden />}
        command={print}
        busy={copying.busy}
      />
      <Outcome copies={copies} copying={copying} noPrinter={printer === undefined} />
    </div>
  );
}

function Outcome({
  copies,
  copying,
  noPrinter,
}: {
  readonly copies: KeyCopies;
  readonly copying: KeyCopying;
  readonly noPrinter: boolean;
}): ReactNode {
  const { t } = useTranslation('first-run');
  const faultWords = useFaultWords();
  if (copying.fault) {
    return (
      <span role="alert" className="first-run-wrong">
        {faultWords(copying.fault).short}
      </span>
    );
  }
  const { prints, savedTo } = copies;
  return (
    <span role="status" className="first-run-quiet">
      {prints
        ? t('key.printed', { times: prints.times, time: timeOf(prints.at), printer: prints.printer })
        : savedTo !== null
          ? t('key.saved', { path: savedTo })
          : noPrinter && t('key.noPrinter')}
    </span>
  );
}
