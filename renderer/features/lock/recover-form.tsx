import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskFault } from '#shared/ipc/result.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import {
  AnswerField,
  NewPassphrase,
  newPassphraseLack,
  type PassphraseLack,
} from '#renderer/features/first-run/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { useLeave } from '#renderer/ui/command/use-leave.ts';
import { FieldError } from '#renderer/ui/notice/field-error.tsx';
import type { Known } from './people-list.tsx';

export interface RecoverFormProps {
  readonly person: Known;
  readonly onBack: () => void;
}

const KEY_LENGTH = 32;

const charactersIn = (typed: string): number =>
  Array.from(typed.normalize('NFKC').replace(/[\s\p{Pd}_.,·]+/gu, '')).length;

/** Which field a refusal is about; the rest is said above the button. */
const fieldOf = (fault: DeskFault): 'key' | 'passphrase' | 'none' => {
  if (fault.code.startsWith('keys/passphrase-')) return 'passphrase';
  return fault.code.startsWith('keys/recovery-') || fault.code === 'keys/wrong-recovery-key' ? 'key' : 'none';
};

type Wrong = { readonly lack: PassphraseLack | 'key' } | { readonly fault: DeskFault } | null;

/** The paper from the safe opens once, and a new passphrase is set with it. */
export function RecoverForm({ person, onBack }: RecoverFormProps): ReactNode {
  const { t } = useTranslation('lock');
  const { t: firstRun } = useTranslation('first-run');
  const faultWords = useFaultWords();
  const desk = useDesk();
  const form = useRef<HTMLFormElement>(null);
  useLeave(t('recover.back'), onBack, form);
  const [key, setKey] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong>(null);

  const fault = wrong && 'fault' in wrong ? wrong.fault : null;
  const lack = wrong && 'lack' in wrong ? wrong.lack : null;
  const short = fault ? faultWords(fault).short : undefined;
  const at = fault ? fieldOf(fault) : lack === 'key' ? 'key' : (lack?.field ?? 'none');

  useEffect(() => form.current?.querySelector<HTMLInputElement>('[name="key"]')?.focus(), []);
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>(`[name="${at}"]`)?.focus();
  }, [at, wrong]);

  const change = async (): Promise<void> => {
    if (busy) return;
    const missing = charactersIn(key) === 0 ? 'key' : newPassphraseLack(passphrase, again);
    if (missing) {
      setWrong({ lack: missing });
      return;
    }
    setBusy(true);
    const reply = await desk.recover(person.id, key, passphrase);
    setBusy(false);
    if (!reply.ok) setWrong({ fault: reply.error });
  };
  const typing =
    (set: (text: string) => void) =>
    (text: string): void => {
      set(text);
      setWrong(null);
    };

  const typed = charactersIn(key);
  const keyWrong = at === 'key' ? (lack === 'key' ? t('recover.keyMissing') : short) : undefined;
  return (
    <form
      ref={form}
      className="lock-form"
      noValidate
      aria-label={t('recover.title')}
      onSubmit={event => {
        event.preventDefault();
        void change();
      }}
    >
      <h2>{t('recover.title')}</h2>
      <p className="lock-quiet">{t('recover.who', { name: person.name })}</p>
      <AnswerField
        label={t('recover.key')}
        name="key"
        value={key}
        onValue={typing(setKey)}
        hint={typed === 0 || typed === KEY_LENGTH ? t('recover.keyHint') : t('recover.keyCount', { typed })}
        wrong={keyWrong}
      />
      <NewPassphrase
        label={firstRun('person.newPassphrase')}
        passphrase={passphrase}
        again={again}
        onPassphrase={typing(setPassphrase)}
        onAgain={typing(setAgain)}
        lack={lack === 'key' ? undefined : (lack ?? undefined)}
        refused={at === 'passphrase' && fault ? short : undefined}
      />
      {fault && at === 'none' && (
        <FieldError title={faultWords(fault).what} detail={faultWords(fault).next} />
      )}
      <ActButton type="submit" rank="filled" size="big" keyHint="Enter" busy={busy}>
        {busy ? t('recover.working') : t('recover.submit')}
      </ActButton>
      <div>
        <ActButton rank="text" size="small" onClick={onBack}>
          {t('recover.back')}
        </ActButton>
      </div>
    </form>
  );
}
