import { z } from 'zod';
import { assertNever } from '#shared/core/assert.ts';
import { DocumentId } from '#shared/core/ids.ts';
import type { Text } from '#shared/core/text.ts';
import { findStep } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { Values } from '#shared/procedure/values.ts';

/** Why a paper does not come back signed. */
export const UNSIGNED_CAUSES = ['refuses', 'unreachable', 'other'] as const;
export const UnsignedCause = z.enum(UNSIGNED_CAUSES);
export type UnsignedCause = z.infer<typeof UnsignedCause>;

/** As screen and paper name it. */
export const CAUSE_NAMES: Readonly<Record<UnsignedCause, Required<Text>>> = {
  refuses: { zh: '本人拒绝签字', en: 'the person refuses to sign' },
  unreachable: { zh: '联系不上本人', en: 'the person cannot be reached' },
  other: { zh: '其他原因', en: 'another reason' },
};

/** More time for a limit, as much as the procedure gives at once. */
export const ExtensionMatter = z
  .strictObject({ about: z.literal('extension'), limit: z.string() })
  .readonly();

/** Going on although this document was not signed. A later one of its form is another matter. */
export const UnsignedMatter = z
  .strictObject({
    about: z.literal('unsigned'),
    document: DocumentId,
    form: z.string(),
    cause: UnsignedCause,
  })
  .readonly();
export type UnsignedMatter = z.infer<typeof UnsignedMatter>;

/** A step as it is to be taken. */
export interface StepMatter {
  readonly about: 'step';
  readonly step: string;
  readonly values: Values;
  readonly ground?: string;
}

/** What somebody can ask another person's approval for. */
export type ApprovalMatter = StepMatter | z.infer<typeof ExtensionMatter> | UnsignedMatter;

/** No pack says who lets a case go on without a signature. */
export const WAIVES_SIGNATURES: Role = 'supervisor';

/** Who approves it; undefined where the procedure knows no such thing, or nobody has to. */
export function approvingRole(procedure: Procedure, matter: ApprovalMatter): Role | undefined {
  switch (matter.about) {
    case 'step':
      return findStep(procedure, matter.step)?.approval;
    case 'extension':
      return procedure.limits.find(({ id }) => id === matter.limit)?.extension?.role;
    case 'unsigned':
      return WAIVES_SIGNATURES;
    default:
      return assertNever(matter);
  }
}

/** Whose answer a case waits for. Nothing is answered any more in one that was merged. */
export function awaitedRoles(
  procedure: Procedure,
  {
    asked,
    mergedInto,
  }: { readonly asked: readonly { readonly matter: ApprovalMatter }[]; readonly mergedInto?: unknown },
): readonly Role[] {
  if (mergedInto !== undefined) return [];
  return [...new Set(asked.flatMap(({ matter }) => approvingRole(procedure, matter) ?? []))];
}

/** Whether two requests ask for the same thing, whatever their reasons and entries. */
export function isSameMatter(one: ApprovalMatter, other: ApprovalMatter): boolean {
  switch (one.about) {
    case 'step':
      return other.about === 'step' && other.step === one.step;
    case 'extension':
      return other.about === 'extension' && other.limit === one.limit;
    case 'unsigned':
      return other.about === 'unsigned' && other.document === one.document;
    default:
      return assertNever(one);
  }
}
