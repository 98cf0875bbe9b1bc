import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterAnswer } from '#shared/ipc/answers.ts';
import { AS_MEANT, isCorrected, NO_CORRECTION, type Correction } from '#shared/printing/printer-settings.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { useCorrectionWords } from './correction-words.ts';
import { MEASURED_KEYS, NOTHING_MEASURED, readMeasured } from './measured.reader.ts';

export interface PrinterCalibrationProps {
  readonly printer: PrinterAnswer;
  readonly onCorrected: () => void;
}

/** Which correction holds for the printer, and the way to another one. */
export function PrinterCalibration({ printer, onCorrected }: PrinterCalibrationProps): ReactNode {
  const { t } = useTranslation('paper');
  const correctionWords = useCorrectionWords();
  const [open, setOpen] = useState(false);
  const { correction } = printer.settings;
  return (
    <div className="paper-correction">
      {isCorrected(correction) && <p className="paper-quiet">{correctionWords(correction)}</p>}
      <ActButton size="small" rank="text" onClick={() => setOpen(true)}>
        {t('calibrate.open')}
      </ActButton>
      {open && (
        <CalibrationDialog
          printer={printer}
          onClose={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            onCorrected();
          }}
        />
      )}
    </div>
  );
}

type Said = 'sent' | { readonly fault: AnyFault } | null;

function CalibrationDialog({
  printer,
  onClose,
  onSaved,
}: {
  readonly printer: PrinterAnswer;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}): ReactNode {
  const { t } = useTranslation('paper');
  const { api } = useDesk();
  const faultWords = useFaultWords();
  const correctionWords = useCorrectionWords();
  const [typed, setTyped] = useState(NOTHING_MEASURED);
  const [said, setSaid] = useState<Said>(null);
  const present = printer.settings.correction;
  const read = readMeasured(typed);
  const isMeasured = MEASURED_KEYS.some(key => typed[key].trim() !== '');
  const wrong = 'wrong' in read ? read.wrong : [];
  const found = 'correction' in read && isMeasured ? read.correction : undefined;

  const print = async (correction: Correction): Promise<void> => {
    const handed = await api.printers.calibrate({ printer: printer.name, correction });
    setSaid(handed.ok ? 'sent' : { fault: handed.error });
  };
  const save = async (correction: Correction): Promise<void> => {
    const kept = await api.printers.correct({ printer: printer.name, correction });
    if (kept.ok) onSaved();
    else setSaid({ fault: kept.error });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('calibrate.title', { printer: printer.label })}
      width={46}
      acts={
        <>
          <ActButton rank="filled" busy={!found} onClick={() => found && void save(found)}>
            {t('calibrate.save')}
          </ActButton>
          {isCorrected(present) && (
            <ActButton onClick={() => void save(NO_CORRECTION)}>{t('calibrate.none')}</ActButton>
          )}
          <ActButton rank="text" onClick={onClose}>
            {t('calibrate.close')}
          </ActButton>
        </>
      }
    >
      <div className="paper-fields">
        <p>{t('calibrate.how')}</p>
        <div className="paper-row">
          <ActButton size="small" onClick={() => void print(NO_CORRECTION)}>
            {t('calibrate.print')}
          </ActButton>
          {(found ?? isCorrected(present)) && (
            <ActButton size="small" onClick={() => void print(found ?? present)}>
              {t('calibrate.check')}
            </ActButton>
          )}
        </div>
        <div className="paper-two">
          {MEASURED_KEYS.map(key => (
            <TextInput
              key={key}
              label={t(`calibrate.${key}`, { meant: AS_MEANT[key] })}
              inputMode="decimal"
              autoComplete="off"
              value={typed[key]}
              onChange={event => setTyped({ ...typed, [key]: event.currentTarget.value })}
              error={wrong.includes(key) && t('calibrate.noNumber')}
            />
          ))}
        </div>
        <div role="status">
          {found && <p>{correctionWords(found)}</p>}
          {found === null && <StatusText tone="over">{t('calibrate.tooMuch')}</StatusText>}
          {said === 'sent' && <StatusText tone="plain">{t('calibrate.sent')}</StatusText>}
          {said !== null && said !== 'sent' && (
            <StatusText tone="over">{faultWords(said.fault).short}</StatusText>
          )}
        </div>
      </div>
    </Dialog>
  );
}
