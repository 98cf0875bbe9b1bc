import { useCallback, useEffect, useRef, useState } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { missingFields } from '#shared/case/values.check.ts';
import { blockedFields } from '#shared/case/value-rules.ts';
import type { Transferred } from '#shared/case/case.events.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { kindOf } from '#shared/procedure/field.kinds.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import { isFilled, type FieldValue, type Values } from '#shared/procedure/values.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { Draft, DraftContent, DraftFile, EarlierChoice } from '#renderer/db/live/drafts.types.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { typedFrom, typedValues, valuesFrom, type Typed } from '#renderer/features/procedure-form/index.ts';
import type { Receipt } from './receipt-time.tsx';

export interface Saved {
  readonly caseId: CaseId;
  readonly number: string;
}

export interface Registration {
  readonly form: UseFormReturn<Typed>;
  /** What stands in the form now. */
  readonly typed: Values;
  /** The same without what stood there from the beginning. */
  readonly written: Values;
  readonly draftId: string;
  /** What was said of earlier cases that look alike. */
  readonly earlier: EarlierChoice;
  readonly sayOfEarlier: (choice: EarlierChoice) => void;
  /** When what stands in the form now was read back; `lapsed`: it was changed since. */
  readonly readBack: Instant | 'lapsed' | null;
  readonly confirmReadBack: () => void;
  /** Handed in at the counter. */
  readonly files: readonly DraftFile[];
  readonly keepFiles: (files: readonly DraftFile[]) => void;
  readonly missing: readonly string[];
  /** Where the last attempt to save broke a rule of the procedure. */
  readonly refused: readonly string[];
  readonly saving: boolean;
  /** The case saved last; its number stays in sight while the next person sits down. */
  readonly saved: Saved | null;
  readonly fault: AnyFault | null;
  /** null: something is missing or was refused, and nothing was saved. */
  readonly save: () => Promise<Saved | null>;
  readonly resume: (draft: Draft) => void;
  readonly clear: () => void;
}

/** What was read out to the person, as it stood then. */
interface ReadOut {
  readonly at: Instant;
  readonly of: string;
}

const NOTHING: Values = {};
const NOTHING_SAID: EarlierChoice = { notSame: [] };

/** When the matter came in, and what is done when the next registration begins or a draft is taken up. */
export interface Reception {
  readonly receipt: Receipt;
  readonly onReceipt: (receipt: Receipt) => void;
  /** They stay when the procedure is changed. */
  readonly files: readonly DraftFile[];
  readonly onFiles: (files: readonly DraftFile[]) => void;
  /** What another office sent; it stays when the procedure is changed. */
  readonly transferred?: Transferred | undefined;
  readonly onTransferred?: (transferred: Transferred | undefined) => void;
}

const NO_FILES: readonly DraftFile[] = [];
const ignore = (): void => undefined;
const NOW: Reception = {
  ...{ receipt: 'now', onReceipt: () => undefined },
  ...{ files: NO_FILES, onFiles: () => undefined },
};

/** Another procedure may know other options for the same field. */
const fits = (field: Field, value: FieldValue | undefined): boolean =>
  value !== null && value !== undefined && isFilled(value) && kindOf(field).accepts(value, field);

/** One registration in the making: what is typed, its draft, and the one way it is saved. */
export function useRegistration(
  procedure: Procedure,
  carried: Values = NOTHING,
  reception: Reception = NOW,
): Registration {
  const desk = useDesk();
  const { receipt, onReceipt, files, onFiles, transferred, onTransferred = ignore } = reception;
  const receivedAt = receipt === 'now' || receipt === 'unclear' ? undefined : receipt;
  const fields = procedure.registration.fields.map(key => getField(procedure, key));
  const asked = fields.filter(field => field.system === undefined);
  const empty = useRef(typedValues(asked, {}));
  const form = useForm<Typed>({ defaultValues: empty.current });
  const watched = useWatch({ control: form.control });
  const setting = useRef(false);
  const [draftId, setDraftId] = useState(() => desk.drafts.newId());
  const [earlier, setEarlier] = useState<EarlierChoice>(NOTHING_SAID);
  const [readOut, setReadOut] = useState<ReadOut | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);
  const [fault, setFault] = useState<AnyFault | null>(null);

  const draftOf = (
    values: Typed,
    choice: EarlierChoice,
    {
      read = readOut,
      handedIn = files,
    }: Partial<{ read: ReadOut | null; handedIn: readonly DraftFile[] }> = {},
  ): DraftContent => ({
    ...{ v: 1, procedure: procedure.id, values: valuesFrom(asked, values) },
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(choice === NOTHING_SAID ? {} : { earlier: choice }),
    ...(read?.of === JSON.stringify(valuesFrom(asked, values)) ? { readBackAt: read.at } : {}),
    ...(handedIn.length === 0 ? {} : { files: handedIn }),
    ...(transferred === undefined ? {} : { transferred }),
  });

  const keepFiles = (next: readonly DraftFile[]): void => {
    onFiles(next);
    desk.drafts.save(draftId, draftOf(form.getValues(), earlier, { handedIn: next }));
  };

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true, isDirty: true },
        callback: ({ values, isDirty }) => {
          // A form that is set anew tells of it too, and nobody has typed then.
          if (isDirty !== true || setting.current) return;
          setMissing([]);
          setRefused([]);
          setSaved(null);
          desk.drafts.save(draftId, draftOf(values, earlier));
        },
      }),
    // `asked` follows from the procedure.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [form, desk, draftId, procedure, receivedAt, earlier, readOut, files, transferred],
  );

  const setForm = useCallback(
    (typed: Typed, keepDefaultValues: boolean) => {
      setting.current = true;
      form.reset(typed, { keepDefaultValues });
      setting.current = false;
    },
    [form],
  );

  const startAnew = useCallback(() => {
    setForm(empty.current, false);
    setEarlier(NOTHING_SAID);
    setReadOut(null);
    setMissing([]);
    setRefused([]);
    setFault(null);
    setDraftId(desk.drafts.newId());
    onFiles(NO_FILES);
    onTransferred(undefined);
  }, [setForm, desk, onFiles, onTransferred]);

  const save = async (): Promise<Saved | null> => {
    if (saving || receipt === 'unclear') return null;
    const values = valuesFrom(asked, form.getValues());
    const absent = missingFields(
      asked.map(field => ({ field, required: false })),
      values,
    );
    const blocked = blockedFields(procedure, values, asked);
    setMissing(absent);
    setRefused(blocked);
    setFault(null);
    const [first] = [...absent, ...blocked];
    if (first !== undefined) {
      form.setFocus(first);
      return null;
    }
    setSaving(true);
    const done = await desk.register({
      procedure: procedure.id,
      receivedAt: receivedAt ?? desk.now(),
      values,
      ...(earlier.repeatOf === undefined ? {} : { repeatOf: earlier.repeatOf }),
      ...(readOut?.of === JSON.stringify(values) ? { readBackAt: readOut.at } : {}),
      ...(files.length === 0 ? {} : { attachments: files }),
      ...(transferred === undefined ? {} : { transferred }),
    });
    setSaving(false);
    if (!done.ok) {
      setFault(done.error);
      return null;
    }
    const { caseId, number } = done.value;
    await desk.drafts.remove(draftId);
    startAnew();
    onReceipt('now');
    setSaved({ caseId, number });
    return { caseId, number };
  };

  // What was typed under another procedure comes along, as far as this one asks for it too.
  useEffect(() => {
    for (const field of asked)
      if (fits(field, carried[field.key]))
        form.setValue(field.key, typedFrom(field, carried[field.key]), { shouldDirty: true });
    // Once, when the form is new.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const typed = valuesFrom(asked, watched as Typed);
  const given = valuesFrom(asked, empty.current);
  const written = Object.fromEntries(
    Object.entries(typed).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(given[key])),
  );

  return {
    form,
    typed,
    written,
    draftId,
    earlier,
    sayOfEarlier: choice => {
      setEarlier(choice);
      desk.drafts.save(draftId, draftOf(form.getValues(), choice));
    },
    readBack: readOut === null ? null : readOut.of === JSON.stringify(typed) ? readOut.at : 'lapsed',
    confirmReadBack: () => {
      const read = { at: desk.now(), of: JSON.stringify(typed) };
      setReadOut(read);
      desk.drafts.save(draftId, draftOf(form.getValues(), earlier, { read }));
    },
    files,
    keepFiles,
    missing,
    refused,
    saving,
    saved,
    fault,
    save,
    resume: draft => {
      setForm(typedValues(asked, draft.content.values), true);
      onReceipt(draft.content.receivedAt ?? 'now');
      setDraftId(draft.id);
      onFiles(draft.content.files ?? NO_FILES);
      onTransferred(draft.content.transferred);
      setEarlier(draft.content.earlier ?? NOTHING_SAID);
      const { readBackAt, values } = draft.content;
      const stands = valuesFrom(asked, typedValues(asked, values));
      setReadOut(readBackAt === undefined ? null : { at: readBackAt, of: JSON.stringify(stands) });
      setMissing([]);
      setRefused([]);
      setFault(null);
      setSaved(null);
    },
    clear: () => {
      void desk.drafts.remove(draftId);
      startAnew();
      onReceipt('now');
    },
  };
}
