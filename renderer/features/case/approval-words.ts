import type { TFunction } from 'i18next';
import { CAUSE_NAMES, type ApprovalMatter } from '#shared/case/approval.matter.ts';
import type { AskedApproval, WaivedSignature } from '#shared/case/case.state.ts';
import { assertNever } from '#shared/core/assert.ts';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import { findStep } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

interface Wording {
  readonly procedure: Pick<Procedure, 'steps' | 'limits' | 'forms'>;
  readonly language: Language;
  readonly t: TFunction<'case'>;
}

/** What somebody asks approval for, as a person names it. */
export function matterInWords(matter: ApprovalMatter, { procedure, language, t }: Wording): string {
  const named = (found: { readonly name: Text } | undefined, id: string): string =>
    found ? inLanguage(found.name, language) : id;
  switch (matter.about) {
    case 'step':
      return named(findStep(procedure, matter.step), matter.step);
    case 'extension': {
      const limit = procedure.limits.find(({ id }) => id === matter.limit);
      return t('asked.extension', { limit: named(limit, matter.limit) });
    }
    case 'unsigned': {
      const form = procedure.forms.find(({ id }) => id === matter.form);
      return t('asked.unsigned', { form: named(form, matter.form) });
    }
    default:
      return assertNever(matter);
  }
}

export const whyUnsigned = (
  { cause, reason }: Pick<WaivedSignature, 'cause' | 'reason'>,
  { t, language }: Pick<Wording, 't' | 'language'>,
): string => t('unsigned.why', { cause: inLanguage(CAUSE_NAMES[cause], language), reason });

/** Why it is asked for: of an unsigned paper the cause goes first. */
export const askedReason = (
  { matter, reason }: Pick<AskedApproval, 'matter' | 'reason'>,
  wording: Pick<Wording, 't' | 'language'>,
): string => (matter.about === 'unsigned' ? whyUnsigned({ cause: matter.cause, reason }, wording) : reason);

/** That a paper went without signature, why, and by whose approval. */
export function waiverInWords(
  { cause, reason, by, askedBy }: WaivedSignature,
  wording: Pick<Wording, 't' | 'language'>,
): string {
  const { t } = wording;
  const why = whyUnsigned({ cause, reason }, wording);
  return askedBy
    ? t('unsigned.askedAndApproved', { why, asker: askedBy.name, by: by.name })
    : t('unsigned.approved', { why, by: by.name });
}
