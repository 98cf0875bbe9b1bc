import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { openingRole } from '#shared/case/identity.rules.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useFormDraft, useIsResumed } from '#renderer/db/live/use-form-draft.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { useLeave } from '#renderer/ui/command/use-leave.ts';
import { Note } from '#renderer/ui/notice/note.tsx';
import './identity-bar.css';
import { useVisit } from './identity.visit.tsx';
import { useIdentity } from './use-identity.ts';

export interface IdentityBarProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  /** What cannot be done before: 登记表上有保密的身份. */
  readonly why?: string | undefined;
}

/** Says that the identity is covered, and opens it for whoever may: the record comes first, then what it is about. */
export function IdentityBar({ procedure, state, why }: IdentityBarProps): ReactNode {
  const { t } = useTranslation('identity');
  const { me } = useOpenDesk();
  const words = useFaultWords();
  const visit = useVisit();
  const isResumed = useIsResumed({ form: 'identity', case: state.id });
  const [asking, setAsking] = useState(isResumed);
  const bar = useRef<HTMLDivElement>(null);
  const { isSealed } = useIdentity(procedure, state);
  if (!isSealed) return null;
  if (visit.isOpen) {
    return (
      <div className="identity-bar">
        <Note
          tone="soon"
          icon={<IconEye size={20} aria-hidden />}
          act={
            <ActButton size="small" onClick={visit.cover}>
              {t('cover')}
            </ActButton>
          }
        >
          <span role="status">{t('open')}</span>
        </Note>
      </div>
    );
  }
  const role = openingRole(procedure, state, me);
  const covered = why ?? t('covered');
  return (
    <div className="identity-bar" ref={bar}>
      <Note
        icon={<IconEyeOff size={20} aria-hidden />}
        act={
          role.ok &&
          !asking && (
            <ActButton size="small" onClick={() => setAsking(true)}>
              {t('act')}
            </ActButton>
          )
        }
      >
        <span role="status">
          {role.ok ? covered : t('notForYou', { covered, why: words(role.error).what })}
        </span>
      </Note>
      {asking && <Asking {...{ state, bar }} onDone={() => setAsking(false)} />}
    </div>
  );
}

interface AskingProps {
  readonly state: CaseState;
  readonly bar: RefObject<HTMLDivElement | null>;
  readonly onDone: () => void;
}

function Asking({ state, bar, onDone }: AskingProps): ReactNode {
  const { t } = useTranslation('identity');
  const desk = useDesk();
  const words = useFaultWords();
  const { show } = useVisit();
  const draft = useFormDraft({ form: 'identity', case: state.id }, { reason: '' });
  const { reason } = draft.texts;
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useLeave(t('notNow'), onDone, form, bar);
  const open = async (): Promise<void> => {
    setBusy(true);
    const done = await desk.submitCase(state.id, { type: 'open-identity', reason });
    if (done.ok) await draft.drop();
    setBusy(false);
    if (!done.ok) {
      setFault(done.error);
      return;
    }
    onDone();
    show();
  };
  return (
    <div className="identity-ask" role="group" aria-label={t('act')} ref={form}>
      <label>
        {t('reason')}
        <textarea
          autoComplete="off"
          rows={2}
          autoFocus
          maxLength={500}
          value={reason}
          onChange={event => draft.write({ reason: event.currentTarget.value })}
        />
      </label>
      <p>{t('written')}</p>
      {fault && <p role="alert">{words(fault).short}</p>}
      <div className="identity-acts">
        <ActButton size="small" rank="filled" busy={busy} onClick={() => void open()}>
          {t('act')}
        </ActButton>
        <ActButton size="small" onClick={onDone}>
          {t('notNow')}
        </ActButton>
      </div>
    </div>
  );
}
