import { useState } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import type { CaseState } from '#shared/case/case.state.ts';
import { changeNeedsReason } from '#shared/case/correction.rules.ts';
import { changesIdentity } from '#shared/case/identity.rules.ts';
import { blockedFields } from '#shared/case/value-rules.ts';
import { missingFields } from '#shared/case/values.check.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import { useKeptDraft } from '#renderer/db/live/use-kept-draft.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { typedFrom, type Typed } from '#renderer/features/procedure-form/index.ts';
import {
  changedValues,
  changesOf,
  correctableFields,
  typedFromCase,
  type FieldChange,
} from './correction.changes.ts';
import { useFieldMerge, type FieldMerging } from './use-field-merge.ts';

export interface CorrectionParts {
  readonly procedure: Procedure;
  readonly state: CaseState;
  /** Fields that are covered now: nobody changes what they cannot read, also who opened it on another visit. */
  readonly covered: ReadonlySet<string>;
  /** What was typed and not saved. */
  readonly draft: Draft | undefined;
}

export interface Correction {
  readonly form: UseFormReturn<Typed>;
  readonly changes: readonly FieldChange[];
  readonly reason: string;
  readonly needsReason: boolean;
  readonly missing: readonly string[];
  /** Fields at which a rule of the procedure is broken. */
  readonly refused: readonly string[];
  readonly merging: FieldMerging;
  readonly fault: AnyFault | null;
  readonly busy: boolean;
  readonly setReason: (reason: string) => void;
  /** Whether it was saved. */
  readonly save: () => Promise<boolean>;
  /** What was typed is thrown away. */
  readonly drop: () => void;
}

/** A correction in the making: what is typed, its draft, and the one way it is saved. */
export function useCorrection({ procedure, state, covered, draft }: CorrectionParts): Correction {
  const desk = useDesk();
  const [fields] = useState(() => correctableFields(procedure));
  const [reason, setReason] = useState(draft?.content.reason ?? '');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm<Typed>({
    defaultValues: {
      ...typedFromCase(fields, state.values),
      ...Object.fromEntries(
        fields
          .filter(({ key }) => draft && key in draft.content.values)
          .map(field => [field.key, typedFrom(field, draft?.content.values[field.key])]),
      ),
    },
  });
  const typed = useWatch({ control: form.control }) as Typed;
  const changes = changesOf(fields, state, typed);
  const values = changedValues(changes);
  const [begunOn] = useState(() => ({
    ...Object.fromEntries(fields.map(({ key }) => [key, state.values[key] ?? null])),
    ...draft?.content.seen,
  }));
  const merging = useFieldMerge({ form, fields, typed, stands: state.values, begunOn });
  const keys = Object.keys(values);
  const seen = Object.fromEntries(keys.map(key => [key, merging.seen[key] ?? null]));
  const kept = useKeptDraft(
    draft,
    keys.length === 0 && reason === ''
      ? null
      : {
          ...{ v: 1, procedure: procedure.id, case: state.id, values, seen },
          ...(reason === '' ? {} : { reason }),
        },
  );

  const save = async (): Promise<boolean> => {
    const absent = missingFields(
      fields.map(field => ({ field, required: false })),
      { ...state.values, ...values },
    );
    const blocked = blockedFields(procedure, { ...state.values, ...values }, fields);
    setMissing(absent);
    setRefused(blocked);
    setFault(null);
    if (merging.conflicts.length > 0) return false;
    const [first] = [...absent, ...blocked];
    if (first !== undefined) {
      form.setFocus(first);
      return false;
    }
    if (covered.size > 0 && changesIdentity(procedure, state, values)) {
      setFault({ code: 'case/identity-hidden' });
      return false;
    }
    setBusy(true);
    const said = reason.trim() === '' ? {} : { reason: reason.trim() };
    const done = await desk.submitCase(state.id, { type: 'change-fields', values, seen, ...said });
    if (done.ok) await kept.drop();
    setBusy(false);
    if (!done.ok) setFault(done.error);
    return done.ok;
  };

  return {
    ...{ form, changes, reason, missing, refused, merging, fault, busy, setReason, save },
    needsReason: changeNeedsReason(procedure, state),
    drop: () => void kept.drop(),
  };
}
