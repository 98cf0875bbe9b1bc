import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '#shared/case/case.state.ts';
import { approvesAlone } from '#shared/case/permitted.ts';
import { missingFields } from '#shared/case/values.check.ts';
import { blockedFields } from '#shared/case/value-rules.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { filledOf, useIdentity } from '#renderer/features/identity/index.ts';
import {
  fieldRows,
  ProcedureForm,
  typedValues,
  valuesFrom,
  type Typed,
} from '#renderer/features/procedure-form/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { LongTextCell } from '#renderer/ui/paper-form/long-text-cell.tsx';
import { PaperCell } from '#renderer/ui/paper-form/paper-cell.tsx';
import { PaperForm, PaperRow } from '#renderer/ui/paper-form/paper-form.tsx';
import { TickChoice } from '#renderer/ui/paper-form/tick-choice.tsx';

export interface StepFormProps {
  readonly step: Step;
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly language: Language;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** One step of the procedure: only what it needs, and the button that takes it says its name. */
export function StepForm({ step, procedure, state, language, onDone, onCancel }: StepFormProps): ReactNode {
  const { t } = useTranslation('case');
  const { t: roles } = useTranslation('fault');
  const { t: secret } = useTranslation('identity');
  const { covered } = useIdentity(procedure, state);
  const desk = useDesk();
  const { me } = useOpenDesk();
  const fields = step.fields.map(({ field: key, required }) => {
    const field = getField(procedure, key);
    return { field: { ...field, required: field.required || required }, required };
  });
  const form = useForm<Typed>({
    defaultValues: typedValues(
      fields.map(({ field }) => field),
      state.values,
    ),
  });
  const [reason, setReason] = useState('');
  const [ground, setGround] = useState<string | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [busy, setBusy] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const name = inLanguage(step.name, language);
  // Somebody else has to approve: the step goes to them as it is to be taken.
  const asks = !approvesAlone(step, me);
  const wantsReason = step.reason !== 'none' || asks;
  const grounds = step.grounds === undefined ? [] : (procedure.grounds[step.grounds]?.items ?? []);

  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>('input, textarea, select, button');
    first?.focus();
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const take = async (): Promise<void> => {
    const values = valuesFrom(
      fields.map(({ field }) => field),
      form.getValues(),
    );
    const absent = missingFields(fields, { ...state.values, ...values });
    const blocked = blockedFields(
      procedure,
      { ...state.values, ...step.sets, ...values },
      fields.map(({ field }) => field),
    );
    setMissing(absent);
    setRefused(blocked);
    const [first] = [...absent, ...blocked];
    if (first !== undefined) {
      form.setFocus(first);
      return;
    }
    setBusy(true);
    const request = { step: step.id, values, ...(ground === null ? {} : { ground }) };
    const done = await desk.submitCase(
      state.id,
      asks
        ? {
            ...{ type: 'ask-approval', reason: reason.trim() || name },
            matter: { about: 'step', ...request },
          }
        : { type: 'take-step', ...request, ...(reason.trim() === '' ? {} : { reason }) },
    );
    setBusy(false);
    if (done.ok) onDone();
    else setFault(done.error);
  };

  return (
    <section
      ref={panel}
      className="case-step"
      aria-label={name}
      onKeyDown={event => {
        if (event.key === 'Escape') onCancel();
        if (event.key === 'Enter' && event.ctrlKey) void take();
      }}
    >
      <h2>{name}</h2>
      {fault && <FaultNotice title={t('notTaken', { name })} fault={fault} procedure={procedure} />}
      {fields.length > 0 && (
        <ProcedureForm
          label={t('fieldsOf', { name })}
          procedure={procedure}
          rows={fieldRows(fields.map(({ field }) => field))}
          form={form}
          language={language}
          now={() => `${dateOf(desk.now())} ${timeOf(desk.now())}`}
          missing={missing}
          refused={refused}
          known={{ ...state.values, ...step.sets }}
          covered={{ fields: filledOf(covered, state.values), words: secret('value') }}
        />
      )}
      {(wantsReason || grounds.length > 0) && (
        <PaperForm label={t('more')}>
          {grounds.length > 0 && (
            <PaperRow>
              <PaperCell label={t('ground')} full>
                <TickChoice
                  options={grounds.map(({ no, text }) => ({ value: no, label: inLanguage(text, language) }))}
                  value={ground}
                  onValueChange={setGround}
                />
              </PaperCell>
            </PaperRow>
          )}
          {wantsReason && (
            <PaperRow>
              <PaperCell label={step.reason === 'required' ? t('reason') : t('remark')} full>
                <LongTextCell
                  value={reason}
                  maxLength={2000}
                  onChange={event => setReason(event.currentTarget.value)}
                />
              </PaperCell>
            </PaperRow>
          )}
        </PaperForm>
      )}
      <div className="case-step-acts">
        <ActButton rank="filled" busy={busy} keyHint="Ctrl+Enter" onClick={() => void take()}>
          {asks && step.approval ? t('sendUp', { role: roles(`role.${step.approval}`) }) : name}
        </ActButton>
        <ActButton keyHint="Esc" onClick={onCancel}>
          {t('notNow')}
        </ActButton>
      </div>
    </section>
  );
}
