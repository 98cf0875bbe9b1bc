import { NativeSelect } from '@mantine/core';
import { IconUsb } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import { yearOf } from '#shared/core/plain-date.ts';
import { inLanguage, type Text } from '#shared/core/text.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { Note } from '#renderer/ui/notice/note.tsx';
import { AnswerField } from './answer-field.tsx';
import { readFirstNumber, type OfficeAnswers, type OfficeLack } from './answers.ts';
import { asOfficeCode } from './office-code.ts';
import { suggestPrefix } from './office-prefix.ts';

/** The least of a procedure that can be known before the ledger is open. */
export interface KnownProcedure {
  readonly id: string;
  readonly name: Text;
}

export interface OfficeStepProps {
  readonly answers: OfficeAnswers;
  readonly procedures: readonly KnownProcedure[];
  readonly lack: OfficeLack | undefined;
  readonly onChange: (change: Partial<OfficeAnswers>) => void;
}

/** What the first number will look like on paper; undefined until its head is known. */
export function useFirstNumber({ prefix, firstNumber }: OfficeAnswers): string | undefined {
  const { t } = useTranslation('first-run');
  const desk = useDesk();
  const head = prefix.trim();
  if (head === '') return undefined;
  const year = yearOf(dateOf(desk.now()));
  const n = String(readFirstNumber(firstNumber) ?? 1).padStart(4, '0');
  return t('office.number', { prefix: head, year, n });
}

export function OfficeStep({ answers, procedures, lack, onChange }: OfficeStepProps): ReactNode {
  const { t, i18n } = useTranslation('first-run');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const number = useFirstNumber(answers);
  const wrong = (field: OfficeLack['field']): string | undefined =>
    lack?.field === field ? t(`problem.${lack.problem}`) : undefined;

  /** The head of the numbers follows the name until somebody writes another. */
  const rename = (name: string): void => {
    const follows = answers.prefix === '' || answers.prefix === suggestPrefix(answers.name);
    onChange(follows ? { name, prefix: suggestPrefix(name) } : { name });
  };

  return (
    <div className="first-run-fields">
      <AnswerField
        className="first-run-wide"
        label={t('office.name')}
        name="name"
        data-autofocus
        value={answers.name}
        onValue={rename}
        hint={t('office.nameHint')}
        wrong={wrong('name')}
      />
      <AnswerField
        label={t('office.code')}
        name="code"
        value={answers.code}
        onValue={(code, composing) => onChange({ code: composing ? code : asOfficeCode(code) })}
        onBlur={event => onChange({ code: asOfficeCode(event.currentTarget.value) })}
        hint={t('office.codeHint')}
        wrong={wrong('code')}
      />
      <AnswerField
        label={t('office.prefix')}
        name="prefix"
        value={answers.prefix}
        onValue={prefix => onChange({ prefix })}
        hint={number === undefined ? t('office.prefixEmpty') : t('office.prefixHint', { number })}
        wrong={wrong('prefix')}
      />
      <AnswerField
        label={t('office.firstNumber')}
        name="firstNumber"
        inputMode="numeric"
        value={answers.firstNumber}
        onValue={firstNumber => onChange({ firstNumber })}
        hint={t('office.firstNumberHint')}
        wrong={wrong('firstNumber')}
      />
      <NativeSelect
        label={t('office.procedure')}
        name="procedure"
        size="md"
        description={t('office.procedureHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={answers.procedure}
        onChange={event => onChange({ procedure: event.currentTarget.value })}
        data={procedures.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
      />
      <div className="first-run-wide">
        <Note icon={<IconUsb size={20} aria-hidden />}>{t('office.card')}</Note>
      </div>
    </div>
  );
}
