import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/core/assert.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { OfficeCommand } from '#shared/case/office.decide.ts';
import type { Duty, DutyDue } from '#shared/procedure/duty.schema.ts';
import { useFormDraft } from '#renderer/db/live/use-form-draft.ts';
import { DUE_KINDS, dueKind, type DueKind } from './due-words.ts';
import { OwnForm } from './own-form.tsx';

export interface DutyFormProps {
  /** Id of the procedure. */
  readonly procedure: string;
  readonly duty: Duty;
  /** By which rule it is due now. */
  readonly due: DutyDue;
  readonly language: Language;
  readonly onDone: () => void;
}

function dueOf(kind: DueKind, n: number): DutyDue {
  switch (kind) {
    case 'dayLast':
      return { day: n, month: 'last' };
    case 'dayNext':
      return { day: n, month: 'next' };
    case 'working':
      return { working_day: n };
    case 'last':
      return { last_day: true };
    default:
      return assertNever(kind);
  }
}

const numberIn = (due: DutyDue): string =>
  'day' in due ? String(due.day) : 'working_day' in due ? String(due.working_day) : '';

/** Another day than the pack's on which a duty of the calendar is due. */
export function DutyForm({ procedure, duty, due, language, onDone }: DutyFormProps): ReactNode {
  const { t } = useTranslation('procedures');
  const draft = useFormDraft(
    { form: 'own', of: `duty ${duty.id}`, procedure },
    { kind: dueKind(due), n: numberIn(due), reason: '' },
  );
  const { n } = draft.texts;
  const kind = DUE_KINDS.find(each => each === draft.texts.kind) ?? dueKind(due);
  const command = (figure: DutyDue | null, reason: string): OfficeCommand => ({
    ...{ type: 'set-figure', procedure, reason },
    set: { of: 'duty', id: duty.id, figure },
  });
  return (
    <OwnForm
      name={inLanguage(duty.name, language)}
      draft={draft}
      saveWords={t('saveDue')}
      note={t('fromNowDue')}
      own={reason => command(dueOf(kind, Number(n.normalize('NFKC').trim() || Number.NaN)), reason)}
      back={reason => command(null, reason)}
      onDone={onDone}
    >
      <label>
        {t('due.when')}
        <select
          autoComplete="off"
          autoFocus
          value={kind}
          onChange={event => draft.write({ kind: event.currentTarget.value as DueKind })}
        >
          {DUE_KINDS.map(each => (
            <option key={each} value={each}>
              {t(`due.${each}`, { n: '…' })}
            </option>
          ))}
        </select>
      </label>
      {kind !== 'last' && (
        <label>
          {t('amount')}
          <input
            inputMode="numeric"
            autoComplete="off"
            value={n}
            onChange={event => draft.write({ n: event.currentTarget.value })}
          />
        </label>
      )}
    </OwnForm>
  );
}
