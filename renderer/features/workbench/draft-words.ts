import type { TFunction } from 'i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isRegistration, type DraftContent } from '#renderer/db/live/drafts.types.ts';

/** What kind of form it is, without anything that was written in it. */
export function draftKind(
  content: DraftContent,
  procedure: Procedure | undefined,
  language: Language,
  t: TFunction<'workbench'>,
): string {
  if (content.form !== undefined) return t(`drafts.form.${content.form}`);
  if (content.together !== undefined) return t('drafts.form.together');
  if (isRegistration(content)) return t('drafts.registration');
  if (content.note !== undefined) return t('drafts.note');
  if (content.step === undefined) return t('drafts.correction');
  const step = procedure?.steps.find(({ id }) => id === content.step);
  return step ? t('drafts.step', { step: inLanguage(step.name, language) }) : t('drafts.someStep');
}
