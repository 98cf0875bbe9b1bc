import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { PassphraseField } from '#renderer/ui/field/passphrase-field.tsx';
import { troubleOf, type LockTrouble } from './lock-words.ts';
import type { Known } from './people-list.tsx';
import { useCountdown } from './use-countdown.ts';

export interface UnlockFormProps {
  readonly person: Known;
  /** Up and down in the field go through the people above it. */
  readonly onStep: (by: number) => void;
  readonly onForgot: () => void;
}

interface Shown {
  readonly title: string;
  readonly detail?: string | undefined;
}

/** The trouble in one line and, where it helps, a second. */
function useShown(trouble: LockTrouble | 'missing' | null, seconds: number | null): Shown | null {
  const { t } = useTranslation('lock');
  const faultWords = useFaultWords();
  if (trouble === null) return null;
  if (trouble === 'missing') return { title: t('missing') };
  switch (trouble.kind) {
    case 'wrong':
      return { title: t('wrong'), detail: t('wrongLeft', { left: trouble.triesLeft }) };
    case 'wait': {
      const left = seconds ?? 0;
      const time =
        left < 60
          ? t('seconds', { seconds: left })
          : t('minutes', { minutes: Math.floor(left / 60), seconds: left % 60 });
      const wait = left === 0 ? t('waitOver') : t('wait', { time });
      return trouble.wrong ? { title: t('wrong'), detail: wait } : { title: wait };
    }
    case 'other': {
      const { what, next } = faultWords(trouble.fault);
      return { title: what, detail: next };
    }
  }
}

/** The passphrase of the chosen person. What is wrong is said in one line under it. */
export function UnlockForm({ person, onStep, onForgot }: UnlockFormProps): ReactNode {
  const { t } = useTranslation('lock');
  const desk = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [trouble, setTrouble] = useState<LockTrouble | 'missing' | null>(null);
  const until = trouble !== null && trouble !== 'missing' && trouble.kind === 'wait' ? trouble.until : null;
  const shown = useShown(trouble, useCountdown(until));

  useEffect(() => field.current?.focus(), []);

  const open = async (): Promise<void> => {
    if (busy) return;
    if (passphrase.trim() === '') {
      setTrouble('missing');
      field.current?.focus();
      return;
    }
    setBusy(true);
    const reply = await desk.unlock(person.id, passphrase);
    setBusy(false);
    if (reply.ok) return;
    setTrouble(troubleOf(reply.error));
    setPassphrase('');
    field.current?.focus();
  };

  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    setCapsLock(event.getModifierState('CapsLock'));
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    // An input method has uses of its own for the arrows.
    if (by === undefined || event.nativeEvent.isComposing || passphrase !== '') return;
    event.preventDefault();
    onStep(by);
  };

  return (
    <form
      className="lock-form"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void open();
      }}
    >
      <PassphraseField
        ref={field}
        label={t('passphrase', { name: person.name })}
        value={passphrase}
        onChange={event => setPassphrase(event.currentTarget.value)}
        onKeyDown={press}
        error={shown?.title ?? (capsLock ? t('capsLock') : null)}
        errorDetail={shown?.detail}
      />
      <ActButton type="submit" rank="filled" size="big" keyHint="Enter" busy={busy}>
        {busy ? t('opening') : t('open')}
      </ActButton>
      <div>
        <ActButton rank="text" size="small" onClick={onForgot}>
          {t('forgot')}
        </ActButton>
      </div>
    </form>
  );
}
