import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupAnswer } from '#shared/ipc/answers.ts';
import { Note } from '#renderer/ui/notice/note.tsx';
import { KeyGroups } from '#renderer/ui/steps/key-groups.tsx';
import { KeyPrinting } from './key-printing.tsx';
import { asGroup, groupState, missingIn, type TypedGroups } from './key-proof.ts';
import './key-step.css';
import type { KeyCopies } from './use-key-copies.ts';

export interface KeyStepProps {
  readonly setup: SetupAnswer;
  /** The key before it was printed already and is worth nothing now. */
  readonly renewed: boolean;
  readonly typed: TypedGroups;
  readonly onTyped: (typed: TypedGroups) => void;
  readonly copies: KeyCopies;
  readonly onCopies: (copies: KeyCopies) => void;
  /** The main button was pressed with this group not right. */
  readonly lack: number | undefined;
}

export function KeyStep(props: KeyStepProps): ReactNode {
  const { setup, renewed, typed, onTyped, copies, onCopies, lack } = props;
  const { t } = useTranslation('first-run');
  const stateId = useId();
  const [first = 1, second = 2] = setup.ask;

  const words = (group: number): string => {
    const text = typed[group] ?? '';
    const state = groupState(setup.recoveryKey, group, text);
    return state === 'short'
      ? t('key.left', { group, missing: missingIn(text) })
      : t(`key.${state}`, { group });
  };
  const isWrong = (group: number): boolean =>
    lack === group || groupState(setup.recoveryKey, group, typed[group] ?? '') === 'wrong';
  const told = setup.ask.find(isWrong) ?? setup.ask.findLast(group => asGroup(typed[group] ?? '') !== '');

  return (
    <div className="first-run-key">
      <p>
        {t('key.why')}
        <b>{t('key.do')}</b>
        {t('key.dont')}
      </p>
      {renewed && <Note tone="soon">{t('key.renewed')}</Note>}
      <KeyGroups label={t('key.groups')} groups={setup.recoveryKey} />
      <p className="first-run-quiet">{t('key.characters')}</p>
      <KeyPrinting copies={copies} onCopies={onCopies} />
      <fieldset className="first-run-proof">
        <legend>{t('key.prove', { first, second })}</legend>
        {setup.ask.map((group, index) => (
          <input
            key={group}
            name={`group${group}`}
            {...(index === 0 ? { 'data-autofocus': true } : {})}
            aria-label={t('key.empty', { group })}
            aria-describedby={stateId}
            aria-invalid={isWrong(group) || undefined}
            data-right={groupState(setup.recoveryKey, group, typed[group] ?? '') === 'right' || undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={8}
            value={typed[group] ?? ''}
            onChange={event => {
              const composing = (event.nativeEvent as InputEvent).isComposing;
              const { value } = event.currentTarget;
              onTyped({ ...typed, [group]: composing ? value : asGroup(value) });
            }}
          />
        ))}
        <span
          id={stateId}
          role="status"
          className={told !== undefined && isWrong(told) ? 'first-run-wrong' : 'first-run-quiet'}
        >
          {told !== undefined && words(told)}
        </span>
      </fieldset>
    </div>
  );
}
