import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { invariant } from '#shared/core/assert.ts';
import type { PersonId } from '#shared/core/ids.ts';
import { timeOf } from '#shared/core/instant.ts';
import { useDesk, useDeskState } from '#renderer/db/live/desk.context.ts';
import { SampleOffer, SamplePassphrase } from '#renderer/features/sample/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { Stage } from '#renderer/ui/dialog/stage.tsx';
import { LockHead } from './lock-head.tsx';
import './lock-page.css';
import { PeopleList } from './people-list.tsx';
import { RecoverForm } from './recover-form.tsx';
import { UnlockForm } from './unlock-form.tsx';

const REASONS = { asked: 'locked', idle: 'idle', suspend: 'suspend' } as const;

/** The closed ledger. Nothing about any resident is on this screen, or known behind it. */
export function LockPage({ help }: { readonly help?: Command | undefined }): ReactNode {
  const { t } = useTranslation('lock');
  const desk = useDesk();
  const state = useDeskState();
  invariant(state.phase === 'locked' && state.boot.office, 'the lock screen stands before a locked ledger');
  const { name, people } = state.boot.office;
  const [since] = useState(() => timeOf(desk.now()));
  const [chosen, setChosen] = useState<PersonId>();
  const [forgot, setForgot] = useState(false);
  const person = people.find(({ id }) => id === chosen) ?? people[0];

  const step = (by: number): void => {
    const next = people[people.findIndex(({ id }) => id === person?.id) + by];
    if (next) setChosen(next.id);
  };

  return (
    <Stage
      foot={
        <>
          {!forgot && !state.boot.sample.here && t('quiet')}{' '}
          {help && <ActButton size="small" rank="text" command={help} />}
        </>
      }
    >
      <div className="lock-column">
        <LockHead
          office={name}
          status={state.reason === null ? t('closed') : t(REASONS[state.reason], { time: since })}
        />
        <div className="lock-sheet">
          {person && forgot && <RecoverForm person={person} onBack={() => setForgot(false)} />}
          {person && !forgot && (
            <>
              <SamplePassphrase />
              <PeopleList people={people} chosen={person.id} onChoose={setChosen} />
              <UnlockForm key={person.id} person={person} onStep={step} onForgot={() => setForgot(true)} />
            </>
          )}
        </div>
        {!state.boot.sample.here && !forgot && <SampleOffer />}
      </div>
    </Stage>
  );
}
