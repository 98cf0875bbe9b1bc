import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { LongTextCell } from '#renderer/ui/paper-form/long-text-cell.tsx';
import { PaperCell } from '#renderer/ui/paper-form/paper-cell.tsx';
import { PaperForm, PaperRow } from '#renderer/ui/paper-form/paper-form.tsx';
import { TickChoice } from '#renderer/ui/paper-form/tick-choice.tsx';
import { fieldRows } from './form-rows.ts';
import { ProcedureForm, type ProcedureFormProps } from './procedure-form.tsx';
import type { Typed } from './typed-values.ts';

export interface StepPaperProps extends Pick<
  ProcedureFormProps,
  'missing' | 'refused' | 'known' | 'covered'
> {
  readonly step: Step;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly fields: readonly Field[];
  readonly form: UseFormReturn<Typed>;
  readonly ground: string | null;
  readonly onGround: (ground: string | null) => void;
  readonly wantsReason: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** What a step asks for: its fields, one of its grounds, and why. */
export function StepPaper(props: StepPaperProps): ReactNode {
  const { step, procedure, language, fields, form, ground, onGround, wantsReason, reason, onReason } = props;
  const { missing, refused, known, covered } = props;
  const { t } = useTranslation('case');
  const desk = useDesk();
  const grounds = step.grounds === undefined ? [] : (procedure.grounds[step.grounds]?.items ?? []);
  return (
    <>
      {fields.length > 0 && (
        <ProcedureForm
          label={t('fieldsOf', { name: inLanguage(step.name, language) })}
          procedure={procedure}
          rows={fieldRows(fields)}
          form={form}
          language={language}
          now={() => `${dateOf(desk.now())} ${timeOf(desk.now())}`}
          {...{ missing, refused, known }}
          {...(covered ? { covered } : {})}
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
                  onValueChange={onGround}
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
                  onChange={event => onReason(event.currentTarget.value)}
                />
              </PaperCell>
            </PaperRow>
          )}
        </PaperForm>
      )}
    </>
  );
}
