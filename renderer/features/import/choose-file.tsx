import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { MOST_IMPORT_ROWS } from '#shared/import/import.file.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { templateSheets } from './saved-sheets.ts';

export interface ChooseFileProps {
  readonly procedures: readonly Procedure[];
  readonly language: Language;
  readonly reading: boolean;
  readonly fault: AnyFault | null;
  readonly onFile: (file: File, procedure: Procedure) => void;
}

/** Where an import begins: the procedure, the file, and an empty one to fill. */
export function ChooseFile({ procedures, language, reading, fault, onFile }: ChooseFileProps): ReactNode {
  const { t } = useTranslation('import');
  const desk = useDesk();
  const words = useFaultWords();
  const input = useRef<HTMLInputElement>(null);
  const [id, setId] = useState(procedures[0]?.id ?? '');
  const [saved, setSaved] = useState<{ path: string } | { fault: AnyFault } | null>(null);
  const procedure = procedures.find(each => each.id === id) ?? procedures[0];
  if (!procedure) return null;

  const saveTemplate = async (): Promise<void> => {
    const sheets = templateSheets(procedure, t, language);
    const reply = await desk.api.sheets.save({
      name: t('template.name'),
      sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map(row => [...row]) })),
      taken: null,
    });
    if (!reply.ok) setSaved({ fault: reply.error });
    else if (reply.value.path !== null) setSaved({ path: reply.value.path });
  };

  return (
    <section className="import-part" aria-label={t('choose.title')}>
      <h2>{t('choose.title')}</h2>
      <label className="import-entry">
        {t('choose.procedure')}
        <select autoComplete="off" value={procedure.id} onChange={event => setId(event.currentTarget.value)}>
          {procedures.map(each => (
            <option key={each.id} value={each.id}>
              {inLanguage(each.name, language)}
            </option>
          ))}
        </select>
      </label>
      <div className="import-acts">
        <input
          ref={input}
          type="file"
          hidden
          autoComplete="off"
          accept=".xlsx,.xls,.docx,.csv,.txt,.tsv"
          aria-label={t('choose.file')}
          onChange={event => {
            const [file] = event.currentTarget.files ?? [];
            // The same file may be chosen again once it was put right.
            event.currentTarget.value = '';
            if (file) onFile(file, procedure);
          }}
        />
        <ActButton
          rank="filled"
          icon={<IconFileImport size={20} aria-hidden />}
          busy={reading}
          onClick={() => input.current?.click()}
        >
          {reading ? t('choose.reading') : t('choose.file')}
        </ActButton>
        <ActButton icon={<IconDownload size={20} aria-hidden />} onClick={() => void saveTemplate()}>
          {t('choose.template')}
        </ActButton>
      </div>
      <div role="alert">
        {fault && (
          <StatusText tone="over">
            {words(fault).what}。{words(fault).next}
          </StatusText>
        )}
      </div>
      <p className="import-quiet">{t('choose.note', { rows: MOST_IMPORT_ROWS })}</p>
      <p className="import-quiet">{t('choose.templateNote')}</p>
      <div role="status">
        {saved && 'path' in saved && (
          <StatusText tone="ok">{t('preview.saved', { path: saved.path })}</StatusText>
        )}
        {saved && 'fault' in saved && <StatusText tone="over">{words(saved.fault).short}</StatusText>}
      </div>
    </section>
  );
}
