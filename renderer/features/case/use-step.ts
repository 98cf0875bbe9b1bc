import { useState } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import type { CaseState } from '#shared/case/case.state.ts';
import { missingFields } from '#shared/case/values.check.ts';
import { blockedFields } from '#shared/case/value-rules.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import { useKeptDraft } from '#renderer/db/live/use-kept-draft.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import {
  changesFrom,
  typedFrom,
  typedValues,
  valuesFrom,
  type Typed,
} from '#renderer/features/procedure-form/index.ts';
import { useFieldMerge, type FieldMerging } from './use-field-merge.ts';

export interface StepParts {
  readonly step: Step;
  readonly procedure: Procedure;
  readonly state: CaseState;
  /** What was written for this step and not taken. */
  readonly draft: Draft | undefined;
  /** Somebody else has to approve: what they are asked with, where nothing is written. */
  readonly asks: string | null;
}

export interface StepInMaking {
  readonly fields: readonly Field[];
  readonly form: UseFormReturn<Typed>;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly ground: string | null;
  readonly setGround: (ground: string | null) => void;
  readonly missing: readonly string[];
  /** Fields at which a rule of the procedure is broken. */
  readonly refused: readonly string[];
  readonly merging: FieldMerging;
  readonly fault: AnyFault | null;
  readonly busy: boolean;
  /** Whether it was taken, or sent for approval. */
  readonly take: () => Promise<boolean>;
  /** What was written is thrown away. */
  readonly drop: () => void;
}

/** A step in the making: what is written, its draft, and the one way it is taken. */
export function useStep({ step, procedure, state, draft, asks }: StepParts): StepInMaking {
  const desk = useDesk();
  const entries = step.fields.map(({ field: key, required }) => {
    const field = getField(procedure, key);
    return { field: { ...field, required: field.required || required }, required };
  });
  const fields = entries.map(({ field }) => field);
  const stands = valuesFrom(fields, typedValues(fields, state.values));
  const [opened] = useState(stands);
  const form = useForm<Typed>({
    defaultValues: {
      ...typedValues(fields, state.values),
      ...Object.fromEntries(
        fields
          .filter(({ key }) => draft && key in draft.content.values)
          .map(field => [field.key, typedFrom(field, draft?.content.values[field.key])]),
      ),
    },
  });
  const typed = useWatch({ control: form.control }) as Typed;
  const [reason, setReason] = useState(draft?.content.reason ?? '');
  const [ground, setGround] = useState<string | null>(draft?.content.ground ?? null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [busy, setBusy] = useState(false);
  const [begunOn] = useState(() => ({ ...opened, ...draft?.content.seen }));
  const merging = useFieldMerge({ form, fields, typed, stands, begunOn });

  const written = changesFrom(fields, opened, typed);
  const isEmpty = Object.keys(written).length === 0 && reason === '' && ground === null;
  const kept = useKeptDraft(
    draft,
    isEmpty
      ? null
      : {
          ...{ v: 1, procedure: procedure.id, case: state.id, step: step.id, values: written },
          seen: Object.fromEntries(Object.keys(written).map(key => [key, merging.seen[key] ?? null])),
          ...(reason === '' ? {} : { reason }),
          ...(ground === null ? {} : { ground }),
        },
  );

  const take = async (): Promise<boolean> => {
    const values = valuesFrom(fields, form.getValues());
    const absent = missingFields(entries, { ...state.values, ...values });
    const blocked = blockedFields(procedure, { ...state.values, ...step.sets, ...values }, fields);
    setMissing(absent);
    setRefused(blocked);
    if (merging.conflicts.length > 0) return false;
    const [first] = [...absent, ...blocked];
    if (first !== undefined) {
      form.setFocus(first);
      return false;
    }
    setBusy(true);
    const request = { step: step.id, values, ...(ground === null ? {} : { ground }) };
    const said = reason.trim();
    const done = await desk.submitCase(
      state.id,
      asks === null
        ? { type: 'take-step', ...request, ...(said === '' ? {} : { reason }) }
        : { type: 'ask-approval', reason: said || asks, matter: { about: 'step', ...request } },
    );
    if (done.ok) await kept.drop();
    setBusy(false);
    if (!done.ok) setFault(done.error);
    return done.ok;
  };

  return {
    ...{ fields, form, reason, setReason, ground, setGround, missing, refused, merging, fault, busy, take },
    drop: () => void kept.drop(),
  };
}
