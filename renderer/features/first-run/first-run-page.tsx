import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { SampleOffer } from '#renderer/features/sample/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { Stage, StageSheet } from '#renderer/ui/dialog/stage.tsx';
import { ErrorNotice } from '#renderer/ui/notice/error-notice.tsx';
import { StepList } from '#renderer/ui/steps/step-list.tsx';
import './first-run-page.css';
import { KeyStep } from './key-step.tsx';
import { OfficeStep, type KnownProcedure } from './office-step.tsx';
import { PersonStep } from './person-step.tsx';
import { ReadyStep } from './ready-step.tsx';
import { STEPS, useFirstRun, type FirstRun } from './use-first-run.ts';

export interface FirstRunPageProps {
  /** Procedures that come with the program; the first one is chosen. */
  readonly procedures: readonly KnownProcedure[];
  readonly help?: Command | undefined;
}

const isAboutPassphrase = (code: string): boolean => code.startsWith('keys/passphrase-');

/** Four steps from an empty profile to an open ledger. */
export function FirstRunPage({ procedures, help }: FirstRunPageProps): ReactNode {
  const { t } = useTranslation('first-run');
  const run = useFirstRun(procedures[0]?.id ?? '');
  const form = useRef<HTMLFormElement>(null);
  const { step, lacking } = run;
  const at = STEPS.indexOf(step);

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [step]);

  useEffect(() => {
    if (!lacking) return;
    const name = lacking.step === 'key' ? `group${lacking.group}` : lacking.lack.field;
    form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  }, [lacking]);

  useEffect(() => {
    if (run.fault && isAboutPassphrase(run.fault.code))
      form.current?.querySelector<HTMLElement>('[name="passphrase"]')?.focus();
  }, [run.fault]);

  return (
    <Stage>
      <form
        className="first-run-form"
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          void run.next();
        }}
      >
        <StageSheet
          title={t(`${step}.title`)}
          place={t('at', { at: at + 1, of: STEPS.length })}
          side={<Side at={at} help={help} />}
          foot={<Foot run={run} />}
        >
          <Refused run={run} />
          <StepContent run={run} procedures={procedures} />
        </StageSheet>
      </form>
    </Stage>
  );
}

function Side({ at, help }: { readonly at: number; readonly help: Command | undefined }): ReactNode {
  const { t } = useTranslation('first-run');
  return (
    <>
      <div className="first-run-program">
        <b>{t('program')}</b>
        {t('about')}
      </div>
      <StepList steps={STEPS.map(id => ({ id, label: t(`steps.${id}`) }))} at={at} />
      {at === 0 && <SampleOffer />}
      {help && (
        <div>
          <ActButton size="small" rank="text" command={help} />
        </div>
      )}
      <p className="first-run-safe">
        {t('safe.offline')}
        <br />
        {t('safe.local')}
      </p>
    </>
  );
}

function StepContent({
  run,
  procedures,
}: {
  readonly run: FirstRun;
  readonly procedures: readonly KnownProcedure[];
}): ReactNode {
  const faultWords = useFaultWords();
  const { lacking, fault } = run;
  switch (run.step) {
    case 'office':
      return (
        <OfficeStep
          answers={run.office}
          procedures={procedures}
          lack={lacking?.step === 'office' ? lacking.lack : undefined}
          onChange={run.changeOffice}
        />
      );
    case 'person':
      return (
        <PersonStep
          answers={run.person}
          lack={lacking?.step === 'person' ? lacking.lack : undefined}
          refused={fault && isAboutPassphrase(fault.code) ? faultWords(fault).short : undefined}
          onChange={run.changePerson}
        />
      );
    case 'key':
      return (
        run.begun && (
          <KeyStep
            setup={run.begun.setup}
            renewed={run.begun.renewed}
            typed={run.typed}
            onTyped={run.changeTyped}
            copies={run.copies}
            onCopies={run.changeCopies}
            lack={lacking?.step === 'key' ? lacking.group : undefined}
          />
        )
      );
    case 'ready':
      return <ReadyStep office={run.office} person={run.person} copies={run.copies} />;
  }
}

/** What the shell refused, where no field is to blame. */
function Refused({ run: { fault } }: { readonly run: FirstRun }): ReactNode {
  const { t } = useTranslation('first-run');
  const faultWords = useFaultWords();
  if (!fault || isAboutPassphrase(fault.code)) return null;
  const { what, kept, next, code } = faultWords(fault);
  return (
    <ErrorNotice
      title={t('notTaken')}
      what={what}
      kept={kept}
      next={next}
      code={code}
      onCopy={() => navigator.clipboard.writeText(code)}
    />
  );
}

function Foot({ run }: { readonly run: FirstRun }): ReactNode {
  const { t } = useTranslation('first-run');
  const { step, busy } = run;
  const busyWords = step === 'ready' ? t('ready.opening') : t('person.making');
  return (
    <>
      {step !== 'office' && <ActButton onClick={run.back}>{t('back')}</ActButton>}
      <span className="first-run-foot">
        {step === 'key' && <span className="first-run-quiet">{t('key.note')}</span>}
        <ActButton
          type="submit"
          rank="filled"
          keyHint="Enter"
          busy={busy}
          {...(step === 'ready' ? { 'data-autofocus': true } : {})}
        >
          {busy ? busyWords : t(`${step}.next`)}
        </ActButton>
      </span>
    </>
  );
}
