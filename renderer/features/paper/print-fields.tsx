import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterAnswer } from '#shared/ipc/answers.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { PrintOrder } from './print-order.ts';
import { PrinterCalibration } from './printer-calibration.tsx';
import './print-panel.css';

export interface PrintFieldsProps {
  readonly printers: readonly PrinterAnswer[];
  readonly printer: PrinterAnswer | undefined;
  readonly copies: string;
  readonly copiesWrong: boolean;
  readonly duplex: boolean;
  readonly preprinted: boolean | null;
  /** Who gets one, in words; undefined where the form says nothing. */
  readonly forWhom: string | undefined;
  readonly copiesRef: Ref<HTMLInputElement>;
  readonly onChange: (change: Partial<PrintOrder>) => void;
  readonly onLook: () => void;
}

export function PrintFields(props: PrintFieldsProps): ReactNode {
  const { printers, printer, copies, copiesWrong, duplex, preprinted, forWhom, copiesRef, onChange, onLook } =
    props;
  const { t } = useTranslation('paper');
  if (!printer) {
    return (
      <div className="paper-fields">
        <b>{t('print.none')}</b>
        <p>{t('print.noneHint')}</p>
        <ActButton size="small" onClick={onLook}>
          {t('print.look')}
        </ActButton>
      </div>
    );
  }
  return (
    <div className="paper-fields">
      <NativeSelect
        label={t('print.printer')}
        size="md"
        value={printer.name}
        onChange={event => onChange({ printer: event.currentTarget.value })}
        data={printers.map(({ name, label }) => ({ value: name, label }))}
      />
      <div className="paper-two">
        <TextInput
          ref={copiesRef}
          label={t('print.copies')}
          inputMode="numeric"
          autoComplete="off"
          value={copies}
          onChange={event => onChange({ copies: event.currentTarget.value })}
          error={copiesWrong && t('print.copiesWrong')}
        />
        <NativeSelect
          label={t('print.sides')}
          size="md"
          value={duplex ? 'two' : 'one'}
          onChange={event => onChange({ duplex: event.currentTarget.value === 'two' })}
          data={[
            { value: 'one', label: t('print.oneSided') },
            { value: 'two', label: t('print.twoSided') },
          ]}
        />
      </div>
      {preprinted !== null && (
        <NativeSelect
          label={t('print.paper')}
          size="md"
          value={preprinted ? 'form' : 'white'}
          onChange={event => onChange({ preprinted: event.currentTarget.value === 'form' })}
          data={[
            { value: 'white', label: t('print.white') },
            { value: 'form', label: t('print.preprinted') },
          ]}
        />
      )}
      {preprinted && <p className="paper-quiet">{t('print.preprintedHint')}</p>}
      {forWhom !== undefined && <p className="paper-quiet">{forWhom}</p>}
      <PrinterCalibration key={printer.name} printer={printer} onCorrected={onLook} />
    </div>
  );
}
