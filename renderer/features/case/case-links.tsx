import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { findCaseByNumber } from '#renderer/db/queries/case-ids.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import { ActWithReason } from './act-with-reason.tsx';
import { useEarlierCases } from './use-earlier-cases.ts';

export interface CaseLinksProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly language: Language;
}

interface Other {
  readonly id: CaseId;
  readonly number: string;
}

function Linking({ state, other }: { readonly state: CaseState; readonly other: Other }): ReactNode {
  const { t } = useTranslation('case');
  const desk = useDesk();
  const words = useFaultWords();
  const [fault, setFault] = useState<AnyFault | null>(null);
  const link = async (): Promise<void> => {
    const done = await desk.submitCase(state.id, { type: 'link-repeat', of: other.id, number: other.number });
    setFault(done.ok ? null : done.error);
  };
  return (
    <div role="group" aria-label={other.number} className="case-paper-acts">
      <ActButton size="small" onClick={() => void link()}>
        {t('links.repeat')}
      </ActButton>
      <ActWithReason
        id={state.id}
        form="merge"
        of={other.id}
        words={t('links.merge')}
        command={reason => ({ type: 'merge', into: other.id, number: other.number, reason })}
      />
      {fault && <p role="alert">{words(fault).short}</p>}
    </div>
  );
}

/** Another case of the same matter: those the procedure points at, or any by its number. */
export function CaseLinks({ procedure, state, language }: CaseLinksProps): ReactNode {
  const { t } = useTranslation('case');
  const { store } = useOpenDesk();
  const earlier = useEarlierCases(procedure, state) ?? [];
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<Other | 'none' | null>(null);
  const look = async (): Promise<void> => {
    const id = await findCaseByNumber(store, number);
    setFound(id === undefined || id === state.id ? 'none' : { id, number: number.trim() });
  };
  if (state.mergedInto) return <p>{t('mergedInto', { number: state.mergedInto.number })}</p>;
  if (state.repeatOf) return <p>{t('repeatOf', { number: state.repeatOf.number })}</p>;
  return (
    <div className="case-links">
      {earlier.length > 0 && procedure.repeats && (
        <Note tone="soon">{inLanguage(procedure.repeats.told, language)}</Note>
      )}
      {earlier.slice(0, 3).map(other => (
        <div key={other.id}>
          <strong className="num">{other.number}</strong>
          <Linking state={state} other={other} />
        </div>
      ))}
      <label>
        {t('links.number')}
        <input
          className="num"
          autoComplete="off"
          value={number}
          onChange={event => {
            setNumber(event.currentTarget.value);
            setFound(null);
          }}
        />
      </label>
      <ActButton size="small" onClick={() => void look()}>
        {t('links.look')}
      </ActButton>
      {found === 'none' && <p role="alert">{t('links.none', { number })}</p>}
      {found !== null && found !== 'none' && <Linking state={state} other={found} />}
    </div>
  );
}
