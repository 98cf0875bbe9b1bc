import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import type { OfficeAnswers, PersonAnswers } from './answers.ts';
import { useFirstNumber } from './office-step.tsx';
import type { KeyCopies } from './use-key-copies.ts';

export interface ReadyStepProps {
  readonly office: OfficeAnswers;
  readonly person: PersonAnswers;
  readonly copies: KeyCopies;
}

/** Everything once more, before the ledger is founded. */
export function ReadyStep({ office, person, copies }: ReadyStepProps): ReactNode {
  const { t } = useTranslation('first-run');
  const number = useFirstNumber(office);
  const key = copies.prints
    ? t('ready.keyPrinted', { times: copies.prints.times })
    : copies.savedTo !== null
      ? t('ready.keySaved')
      : t('ready.keyCopied');
  const lines: readonly (readonly [name: string, value: ReactNode])[] = [
    [t('ready.office'), office.name.trim()],
    [t('ready.code'), office.code],
    [t('ready.firstNumber'), number],
    [t('ready.person'), person.name.trim()],
    [t('ready.roles'), person.roles.map(role => t(`person.role.${role}`)).join(t('ready.roleSeparator'))],
    [t('ready.key'), <StatusText tone={copies.prints ? 'ok' : 'soon'}>{key}</StatusText>],
  ];
  return (
    <>
      <dl className="first-run-ready">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t('ready.after')}</p>
    </>
  );
}
