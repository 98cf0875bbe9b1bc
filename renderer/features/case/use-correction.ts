import { useEffect, useState } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import type { CaseState } from '#shared/case/case.state.ts';
import { changeNeedsReason } from '#shared/case/correction.rules.ts';
import { changesIdentity } from '#shared/case/identity.rules.ts';
import { blockedFields } from '#shared/case/value-rules.ts';
import { missingFields } from '#shared/case/values.check.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { typedFrom, type Typed } from '#renderer/features/procedure-form/index.ts';
import {
  changedValues,
  changesOf,
  correctableFields,
  typedFromCase,
  type FieldChange,
} from './correction.changes.ts';

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
  const [draftId] = useState(() => draft?.id ?? desk.drafts.newId());
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
  const written = JSON.stringify([values, reason]);

  useEffect(() => {
    if (written === JSON.stringify([{}, ''])) {
      if (desk.drafts.status(draftId).kind !== 'none') void desk.drafts.remove(draftId);
      return;
    }
    const said = reason === '' ? {} : { reason };
    desk.drafts.save(draftId, { v: 1, procedure: procedure.id, case: state.id, values, ...said });
    // `written` holds the values and the reason.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [written, desk, draftId, procedure.id, state.id]);

  const save = async (): Promise<boolean> => {
    const absent = missingFields(
      fields.map(field => ({ field, required: false })),
      { ...state.values, ...values },
    );
    const blocked = blockedFields(procedure, { ...state.values, ...values }, fields);
    setMissing(absent);
    setRefused(blocked);
    setFault(null);
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
    const done = await desk.submitCase(state.id, { type: 'change-fields', values, ...said });
    if (done.ok) await desk.drafts.remove(draftId);
    setBusy(false);
    if (!done.ok) setFault(done.error);
    return done.ok;
  };

  return {
    ...{ form, changes, reason, missing, refused, fault, busy, setReason, save },
    needsReason: changeNeedsReason(procedure, state),
    drop: () => void desk.drafts.remove(draftId),
  };
}
