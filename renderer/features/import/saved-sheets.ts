import { inLanguage, type Language } from '#shared/core/text.ts';
import type { CheckedRow } from '#shared/import/check-rows.ts';
import type { SavedSheet } from '#shared/import/import.file.ts';
import { OWN_TARGETS } from '#shared/import/import.mapping.ts';
import { importFields } from '#shared/import/import.targets.ts';
import { kindOf } from '#shared/procedure/field.kinds.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { plainFaultsOfRow, type Translate } from './import-words.ts';
import type { Reading } from './import.stage.ts';

/** Faulty rows, a line for each thing: what stands in the cells is left out, for this lies in clear on the disk. */
export function faultSheet(
  rows: readonly CheckedRow[],
  reading: Reading,
  t: Translate,
  language: Language,
): SavedSheet {
  const lines = rows.flatMap(row =>
    plainFaultsOfRow(row, reading, t, language).map(line => [String(row.row), line]),
  );
  return { name: t('preview.faultSheet'), rows: [[t('preview.row'), t('preview.what')], ...lines] };
}

function howToFill(field: Field, t: Translate): string {
  const must = field.required && field.default === undefined ? t('template.must') : '';
  const how = (): string => {
    switch (field.type) {
      case 'date':
      case 'datetime':
        return t('template.date');
      case 'bool':
        return t('template.yesNo');
      case 'multi':
        return t('template.many');
      case 'number':
      case 'money':
        return t('template.figure');
      case 'enum':
        return '';
      default:
        return t('template.text', { longest: kindOf(field).longest });
    }
  };
  return `${must}${how()}`;
}

/** An empty ledger with the labels of the form, and a sheet that says how to fill it. */
export function templateSheets(
  procedure: Procedure,
  t: Translate,
  language: Language,
): readonly SavedSheet[] {
  const own = OWN_TARGETS.map(target => {
    const [, key = ''] = target.split('@');
    return {
      target,
      name: t(`mapping.own.${target}`),
      how: t(`template.${key as 'number' | 'received' | 'closed' | 'rest'}`),
    };
  });
  const fields = importFields(procedure).map(field => ({
    name: inLanguage(field.label, language),
    how: howToFill(field, t),
    options: (field.options ?? []).map(({ label }) => inLanguage(label, language)).join('、'),
  }));
  const [number, received, closed, rest] = own;
  const lines = [number, received, ...fields, closed, rest].filter(line => line !== undefined);
  return [
    { name: t('template.sheet'), rows: [lines.map(({ name }) => name)] },
    {
      name: t('template.guide'),
      rows: [
        [t('template.column'), t('template.how'), t('template.options')],
        ...lines.map(line => [line.name, line.how, 'options' in line ? line.options : '']),
      ],
    },
  ];
}
