import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { OWN_TARGETS, type ImportMapping, type Target } from '#shared/import/import.mapping.ts';
import { importFields, mustFields } from '#shared/import/import.targets.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { columnInWords, targetInWords } from './import-words.ts';
import { StepTitle } from './step-title.tsx';
import type { Importing } from './use-importing.ts';
import type { Reading } from './import.stage.ts';

const SAMPLES = 3;
const HEADS_OFFERED = 15;

export interface ColumnMappingProps {
  readonly reading: Reading;
  readonly fault: AnyFault | null;
  readonly language: Language;
  readonly importing: Importing;
}

/** Targets that were given to more than one column. */
const givenTwice = ({ columns }: ImportMapping): readonly Target[] => [
  ...new Set(
    columns.filter((target, at) => target !== '' && target !== '@rest' && columns.indexOf(target) !== at),
  ),
];

/** What has to come from somewhere and does not. */
function lacking({ mapping, source }: Reading): readonly Target[] {
  const must = ['@received', ...mustFields(source.procedure).map(({ key }) => key)];
  return must.filter(target => !mapping.columns.includes(target) && !(mapping.fixed[target] ?? '').trim());
}

/** Which sheet, which row names the columns. */
function SheetAndHead({ reading, importing }: Pick<ColumnMappingProps, 'reading' | 'importing'>): ReactNode {
  const { t } = useTranslation('import');
  const { answer } = reading.source;
  const heads = answer.rows.slice(0, Math.max(HEADS_OFFERED, reading.head + 1));
  return (
    <div className="import-entries">
      {answer.sheets.length > 1 && (
        <label className="import-entry">
          {t('mapping.sheet')}
          <select
            autoComplete="off"
            value={answer.sheet}
            onChange={event => void importing.chooseSheet(Number(event.currentTarget.value))}
          >
            {answer.sheets.map((name, at) => (
              <option key={name} value={at}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="import-entry">
        {t('mapping.head')}
        <select
          autoComplete="off"
          value={reading.head}
          onChange={event => importing.chooseHead(Number(event.currentTarget.value))}
        >
          {heads.map((row, at) => (
            <option key={at} value={at}>
              {t('mapping.headRow', {
                row: at + 1,
                names: [...new Set(row.filter(name => name.trim() !== ''))].slice(0, 6).join(' · '),
              })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function TargetChoice({
  label,
  value,
  fields,
  asked,
  language,
  onChange,
}: {
  readonly label: string;
  readonly value: Target;
  readonly fields: readonly Field[];
  readonly asked: readonly string[];
  readonly language: Language;
  readonly onChange: (target: Target) => void;
}): ReactNode {
  const { t } = useTranslation('import');
  const options = (isAsked: boolean): ReactNode =>
    fields
      .filter(({ key }) => asked.includes(key) === isAsked)
      .map(({ key, label: name }) => (
        <option key={key} value={key}>
          {inLanguage(name, language)}
        </option>
      ));
  const later = fields.some(({ key }) => !asked.includes(key));
  return (
    <select
      autoComplete="off"
      aria-label={label}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
    >
      <option value="">{t('mapping.none')}</option>
      <optgroup label={t('mapping.group.own')}>
        {OWN_TARGETS.map(target => (
          <option key={target} value={target}>
            {t(`mapping.own.${target}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('mapping.group.fields')}>{options(true)}</optgroup>
      {later && <optgroup label={t('mapping.group.later')}>{options(false)}</optgroup>}
    </select>
  );
}

/** Required fields without a column: one word for all rows. */
function FixedEntries({ reading, language, importing }: ColumnMappingProps): ReactNode {
  const { t } = useTranslation('import');
  const { mapping, source } = reading;
  const open = mustFields(source.procedure).filter(
    ({ key, default: usual }) => usual !== undefined || !mapping.columns.includes(key),
  );
  if (open.length === 0) return null;
  const enter = (key: string, text: string): void =>
    importing.map({ ...mapping, fixed: { ...mapping.fixed, [key]: text } });
  return (
    <div className="import-fixed" role="group" aria-label={t('mapping.fixed')}>
      <p>{t('mapping.fixed')}</p>
      <div className="import-entries">
        {open.map(({ key, label, options }) => (
          <label key={key} className="import-entry">
            {inLanguage(label, language)}
            {options ? (
              <select
                autoComplete="off"
                value={mapping.fixed[key] ?? ''}
                onChange={event => enter(key, event.currentTarget.value)}
              >
                <option value="">{t('preview.notYet')}</option>
                {options.map(option => (
                  <option key={option.value} value={option.value}>
                    {inLanguage(option.label, language)}
                  </option>
                ))}
              </select>
            ) : (
              <input
                autoComplete="off"
                maxLength={200}
                value={mapping.fixed[key] ?? ''}
                onChange={event => enter(key, event.currentTarget.value)}
              />
            )}
          </label>
        ))}
      </div>
    </div>
  );
}

/** 对列: which column goes to which field. */
export function ColumnMapping(props: ColumnMappingProps): ReactNode {
  const { reading, fault, language, importing } = props;
  const { t } = useTranslation('import');
  const words = useFaultWords();
  const { office } = useOpenDesk();
  const [told, setTold] = useState(false);
  const { source, table, mapping } = reading;
  const { procedure } = source;
  const fields = importFields(procedure);
  const before = office.imports?.findLast(({ file, undone }) => file === source.answer.sha256 && !undone);
  const name = (target: Target): string => targetInWords(target, procedure, t, language);
  const wrong = [
    ...givenTwice(mapping).map(target => t('mapping.twice', { target: name(target) })),
    ...lacking(reading).map(target => t('mapping.missing', { target: name(target) })),
  ];
  return (
    <section className="import-part" aria-label={t('mapping.title')}>
      <StepTitle>{t('mapping.title')}</StepTitle>
      <p className="import-quiet">{t('mapping.fileOf', { name: source.name, rows: table.rows.length })}</p>
      {before && <Note tone="soon">{t('mapping.seenBefore', { at: dateOf(before.at), by: before.by })}</Note>}
      <SheetAndHead reading={reading} importing={importing} />
      <p role="status" className="import-quiet">
        {t(reading.from === 'remembered' ? 'mapping.remembered' : 'mapping.guessed')}
        {!mapping.columns.includes('@number') && t('mapping.noNumber')}
      </p>
      <div className="import-scroll">
        <table className="import-columns">
          <thead>
            <tr>
              <th scope="col">{t('mapping.column')}</th>
              <th scope="col">{t('mapping.sample')}</th>
              <th scope="col">{t('mapping.target')}</th>
            </tr>
          </thead>
          <tbody>
            {table.head.map((head, column) => {
              const called = columnInWords(head, column, t);
              const samples = table.rows.flatMap(row => row[column]?.trim() || []).slice(0, SAMPLES);
              return (
                <tr key={column}>
                  <th scope="row">{called}</th>
                  <td className="import-samples">{samples.join(' · ')}</td>
                  <td>
                    <TargetChoice
                      label={called}
                      value={mapping.columns[column] ?? ''}
                      fields={fields}
                      asked={procedure.registration.fields}
                      language={language}
                      onChange={target =>
                        importing.map({
                          ...mapping,
                          columns: table.head.map((_head, at) =>
                            at === column ? target : (mapping.columns[at] ?? ''),
                          ),
                        })
                      }
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <FixedEntries {...props} />
      <div className="import-foot">
        <div role="alert">
          {told &&
            wrong.map(line => (
              <StatusText key={line} tone="over">
                {line}
              </StatusText>
            ))}
          {fault && <StatusText tone="over">{words(fault).short}</StatusText>}
        </div>
        <div className="import-acts">
          <ActButton
            rank="filled"
            onClick={() => {
              setTold(wrong.length > 0);
              if (wrong.length === 0) void importing.preview();
            }}
          >
            {t('mapping.next')}
          </ActButton>
          <ActButton onClick={importing.again}>{t('mapping.another')}</ActButton>
        </div>
      </div>
    </section>
  );
}
