import type { TFunction } from 'i18next';
import type { StepMatter } from '#shared/case/approval.matter.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { valueInWords } from '#shared/procedure/field.kinds.ts';
import { findStep } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { FieldValue } from '#shared/procedure/values.ts';

export interface EntryWording {
  readonly procedure: Pick<Procedure, 'steps' | 'fields' | 'grounds'>;
  readonly language: Language;
  readonly t: TFunction<'case'>;
  /** Fields nobody may read here now, and what stands in their place. */
  readonly covered: { readonly fields: ReadonlySet<string>; readonly words: string };
}

export interface Entry {
  readonly key: string;
  readonly label: string;
  readonly words: string;
}

/** What stands in a field, or that it is covered; empty for nothing. */
export function fieldInWords(
  field: Field,
  value: FieldValue | undefined,
  { covered, language }: Pick<EntryWording, 'covered' | 'language'>,
): string {
  const words = valueInWords(field, value, language);
  return words !== '' && covered.fields.has(field.key) ? covered.words : words;
}

/** What a step writes into the case, as people read it: the ground first, in its words and not by its number. */
export function stepEntries(
  { step, ground, values }: Pick<StepMatter, 'step' | 'values'> & { readonly ground?: string | undefined },
  wording: EntryWording,
): readonly Entry[] {
  const { procedure, language, t } = wording;
  const list = procedure.grounds[findStep(procedure, step)?.grounds ?? ''];
  const chosen = list?.items.find(({ no }) => no === ground);
  const ofGround =
    ground === undefined
      ? []
      : [{ key: 'ground', label: t('ground'), words: chosen ? inLanguage(chosen.text, language) : ground }];
  const entered = Object.entries(values).flatMap(([key, value]): readonly Entry[] => {
    const field = procedure.fields.find(candidate => candidate.key === key);
    if (!field || (ground !== undefined && key === list?.field)) return [];
    const words = fieldInWords(field, value, wording);
    return words === '' ? [] : [{ key, label: inLanguage(field.label, language), words }];
  });
  return [...ofGround, ...entered];
}
