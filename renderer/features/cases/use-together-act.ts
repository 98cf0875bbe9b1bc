import { useState } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import type { CaseCommand } from '#shared/case/commands.ts';
import { missingFields } from '#shared/case/values.check.ts';
import type { PersonId } from '#shared/core/ids.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { isFilled } from '#shared/procedure/values.ts';
import { togetherDraft } from '#renderer/db/live/case-draft.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { Draft, DraftContent } from '#renderer/db/live/drafts.types.ts';
import {
  changesFrom,
  typedFrom,
  typedValues,
  valuesFrom,
  type Typed,
} from '#renderer/features/procedure-form/index.ts';
import { commandOf, isOwn, lacks, type CaseAtHand, type TogetherAct } from './together.ts';

export interface TogetherInMaking {
  readonly act: TogetherAct;
  readonly form: UseFormReturn<Typed>;
  readonly fields: readonly Field[];
  readonly missing: readonly string[];
  /** What else the main act found missing. */
  readonly lacking: 'ground' | 'text' | undefined;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly ground: string | null;
  readonly setGround: (ground: string | null) => void;
  /** What was written before and not used. */
  readonly begun: Draft | undefined;
  /** What is written now; null where nothing is. */
  readonly written: DraftContent | null;
  /** To a step, or to the note. */
  readonly choose: (step: Step | undefined) => void;
  /** What every case is told; undefined where something is missing in all of them, which has the focus then. */
  readonly read: () => CaseCommand | undefined;
  /** What was written is thrown away. */
  readonly drop: () => void;
}

/** Fields that tell of one person stay as they are in each case. */
const entriesOf = (procedure: Procedure | undefined, step: Step | undefined) =>
  procedure && step
    ? step.fields
        .filter(({ field }) => !isOwn(procedure, field))
        .map(({ field: key, required }) => {
          const field = getField(procedure, key);
          return { field: { ...field, required: field.required || required }, required };
        })
    : [];

/** The draft of it, as far as the drafts are known. */
export const draftOf = (
  known: readonly Draft[],
  me: PersonId,
  procedure: Procedure | undefined,
  step: Step | undefined,
): Draft | undefined =>
  togetherDraft(known, me, step && procedure ? { procedure: procedure.id, step: step.id } : 'note');

/** A step or a note for several cases in the making: what is written, and its draft. */
export function useTogetherAct(cases: readonly CaseAtHand[]): TogetherInMaking {
  const desk = useDesk();
  const { me } = useOpenDesk();
  const procedure = cases[0]?.procedure;
  const form = useForm<Typed>();
  const typed = useWatch({ control: form.control }) as Typed;
  const [step, setStep] = useState<Step>();
  const [begun, setBegun] = useState(() => draftOf(desk.drafts.known(), me.person, procedure, undefined));
  const [text, setText] = useState(begun?.content.note ?? '');
  const [ground, setGround] = useState<string | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [lacking, setLacking] = useState<'ground' | 'text'>();
  const act: TogetherAct = step ? { kind: 'step', step } : { kind: 'note' };
  const entries = entriesOf(procedure, step);
  const fields = entries.map(({ field }) => field);
  const empty = valuesFrom(fields, typedValues(fields, {}));
  const values = changesFrom(fields, empty, typed);
  const isEmpty = Object.keys(values).length === 0 && text === '' && ground === null;

  const begin = (next: Step | undefined, draft: Draft | undefined): void => {
    const wanted = entriesOf(procedure, next).map(({ field }) => field);
    const written = draft?.content.values ?? {};
    form.reset({
      ...typedValues(wanted, {}),
      ...Object.fromEntries(
        wanted
          .filter(({ key }) => key in written)
          .map(field => [field.key, typedFrom(field, written[field.key])]),
      ),
    });
    setStep(next);
    setBegun(draft);
    setText((next ? draft?.content.reason : draft?.content.note) ?? '');
    setGround(draft?.content.ground ?? null);
    setMissing([]);
    setLacking(undefined);
  };

  return {
    ...{ act, form, fields, lacking, text, ground, begun },
    missing: missing.filter(key => (typed[key] ?? '') === ''),
    setText: next => {
      setText(next);
      setLacking(undefined);
    },
    setGround: next => {
      setGround(next);
      setLacking(undefined);
    },
    written: isEmpty
      ? null
      : {
          ...{ v: 1, procedure: step && procedure ? procedure.id : '', values },
          together: cases.map(({ state }) => state.id),
          ...(step ? { step: step.id } : {}),
          ...(ground === null ? {} : { ground }),
          ...(text === '' ? {} : step ? { reason: text } : { note: text }),
        },
    choose: next => begin(next, draftOf(desk.drafts.known(), me.person, procedure, next)),
    read: () => {
      const read = changesFrom(fields, empty, form.getValues());
      const absent = missingFields(entries, read).filter(key =>
        cases.every(({ state }) => !isFilled(state.values[key] ?? null)),
      );
      const lack = lacks(act, { text, ground });
      setMissing(absent);
      setLacking(lack);
      const [first] = absent;
      if (first !== undefined) form.setFocus(first);
      return first === undefined && lack === undefined
        ? commandOf(act, { text, ground, values: read })
        : undefined;
    },
    drop: () => {
      const draft = draftOf(desk.drafts.known(), me.person, procedure, step);
      if (draft) void desk.drafts.remove(draft.id);
      begin(step, undefined);
    },
  };
}
