import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { circumstancesOf } from '#shared/case/circumstances.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { isClosed } from '#renderer/db/live/use-live.ts';
import { fieldRows, ProcedureForm } from '#renderer/features/procedure-form/index.ts';
import { procedureOf } from '#renderer/db/projection/procedure-of.ts';
import { caseStates } from '#renderer/db/queries/case-rows.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { Tick } from '#renderer/ui/paper-form/tick.tsx';
import {
  commandOf,
  needsText,
  stepsForAll,
  takesText,
  type CaseAtHand,
  type TogetherAct,
} from './together.ts';
import { useEntries } from './use-entries.ts';
import type { Together } from './use-together.ts';

export interface TogetherDialogProps {
  readonly ids: readonly CaseId[];
  readonly together: Together;
  readonly onClose: () => void;
}

/** One note, or one step, for every chosen case. */
export function TogetherDialog({ ids, together, onClose }: TogetherDialogProps): ReactNode {
  const { t, i18n } = useTranslation('cases');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const desk = useDesk();
  const { me } = useOpenDesk();
  // Those that were chosen when it was opened.
  const [chosen] = useState(ids);
  const cases = useCasesAtHand(chosen);
  const [at, setAt] = useState('note');
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const steps = cases ? stepsForAll(cases, me) : [];
  const step = steps.find(({ id }) => at === `step-${id}`);
  const act: TogetherAct = step ? { kind: 'step', step } : { kind: 'note' };
  const count = chosen.length;
  const procedure = cases?.[0]?.procedure;
  const entries = useEntries(cases ?? [], procedure, step);
  const choose = (next: Step | undefined): void => {
    setAt(next ? `step-${next.id}` : 'note');
    entries.begin(next);
  };

  const start = (): void => {
    if (!cases) return;
    if (needsText(act) && text.trim() === '') {
      setMissing(true);
      return;
    }
    const values = entries.read();
    if (!values) return;
    together.start(cases, commandOf(act, text, values));
    onClose();
  };
  const textLabel =
    act.kind === 'note' ? t('together.note') : t(needsText(act) ? 'together.reason' : 'together.remark');

  return (
    <Dialog
      open
      onClose={onClose}
      width={52}
      title={t('together.title', { count })}
      acts={
        <>
          <ActButton rank="filled" busy={!cases} onClick={start}>
            {step
              ? t('together.take', { count, step: inLanguage(step.name, language) })
              : t('together.add', { count })}
          </ActButton>
          <ActButton rank="text" onClick={onClose}>
            {t('together.leave')}
          </ActButton>
        </>
      }
    >
      {!cases && <SkeletonLines count={3} />}
      {cases && (
        <>
          <div className="cases-choice" role="radiogroup" aria-label={t('together.what')}>
            <Tick
              type="radio"
              name="together"
              label={t('together.note')}
              checked={!step}
              data-autofocus
              onChange={() => choose(undefined)}
            />
            {steps.map(each => (
              <Tick
                key={each.id}
                type="radio"
                name="together"
                label={inLanguage(each.name, language)}
                checked={step === each}
                onChange={() => choose(each)}
              />
            ))}
          </div>
          {steps.length === 0 && <p className="cases-quiet">{t('together.noSteps')}</p>}
          {step && procedure && entries.fields.length > 0 && (
            <ProcedureForm
              key={step.id}
              label={inLanguage(step.name, language)}
              procedure={procedure}
              rows={fieldRows(entries.fields)}
              form={entries.form}
              language={language}
              now={() => `${dateOf(desk.now())} ${timeOf(desk.now())}`}
              missing={entries.missing}
              refused={[]}
              known={step.sets}
            />
          )}
          {takesText(act) && (
            <label className="cases-text">
              {textLabel}
              <textarea
                autoComplete="off"
                rows={3}
                maxLength={2000}
                value={text}
                onChange={event => {
                  setText(event.currentTarget.value);
                  setMissing(false);
                }}
              />
            </label>
          )}
          {isMissing && (
            <p role="alert" className="cases-wrong">
              {t('together.missing', { what: textLabel })}
            </p>
          )}
          <p className="cases-quiet">{t('together.how')}</p>
        </>
      )}
    </Dialog>
  );
}

/** The chosen cases opened; undefined while that goes on. */
function useCasesAtHand(ids: readonly CaseId[]): readonly CaseAtHand[] | undefined {
  const { store, office, calendar, officeHours } = useOpenDesk();
  const [cases, setCases] = useState<readonly CaseAtHand[]>();
  useEffect(() => {
    let wanted = true;
    const open = async (): Promise<void> => {
      const states = await caseStates(store, ids);
      if (!wanted) return;
      setCases(
        Array.from(states.values(), state => ({
          ...{ state, procedure: procedureOf(store.context, state, office) },
          facts: circumstancesOf(state, { calendar, officeHours }),
        })),
      );
    };
    open().catch((error: unknown) => {
      if (!isClosed(error)) throw error;
    });
    return () => {
      wanted = false;
    };
  }, [ids, store, office, calendar, officeHours]);
  return cases;
}
