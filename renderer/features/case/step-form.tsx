import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '#shared/case/case.state.ts';
import { approvesAlone } from '#shared/case/permitted.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { filledOf, useIdentity } from '#renderer/features/identity/index.ts';
import { StepPaper } from '#renderer/features/procedure-form/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { useReturnFocus } from '#renderer/ui/command/use-return-focus.ts';
import { Note } from '#renderer/ui/notice/note.tsx';
import { FieldMergeNote } from './field-merge-note.tsx';
import { useStep } from './use-step.ts';

export interface StepFormProps {
  readonly step: Step;
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly language: Language;
  /** What was written for this step and not taken. */
  readonly draft: Draft | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** One step of the procedure: only what it needs, and the button that takes it says its name. */
export function StepForm({
  step,
  procedure,
  state,
  language,
  draft: found,
  onDone,
  onCancel,
}: StepFormProps): ReactNode {
  const { t } = useTranslation('case');
  const { t: roles } = useTranslation('fault');
  const { t: secret } = useTranslation('identity');
  const { covered } = useIdentity(procedure, state);
  const { me } = useOpenDesk();
  const panel = useRef<HTMLElement>(null);
  const name = inLanguage(step.name, language);
  // Somebody else has to approve: the step goes to them as it is to be taken.
  const asks = !approvesAlone(step, me);
  const wantsReason = step.reason !== 'none' || asks;
  // What was there when it was opened: what is typed now becomes a draft too.
  const [draft] = useState(found);
  const making = useStep({ step, procedure, state, draft, asks: asks ? name : null });
  const { fields, form, reason, ground, missing, refused, fault, busy } = making;

  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>('input, textarea, select, button');
    first?.focus();
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const take = async (): Promise<void> => {
    if (await making.take()) onDone();
    else panel.current?.querySelector<HTMLElement>('.case-merge button')?.focus();
  };

  const taken: Command = {
    ...{ id: 'take-step', key: 'Ctrl+Enter', group: 'here' },
    name: asks && step.approval ? t('sendUp', { role: roles(`role.${step.approval}`) }) : name,
    run: () => {
      if (!busy) void take();
    },
  };
  const left: Command = { id: 'leave', name: t('notNow'), key: 'Esc', group: 'here', run: onCancel };
  useCommands([taken, left], panel);
  useReturnFocus(panel);

  return (
    <section ref={panel} className="case-step" aria-label={name}>
      <h2>{name}</h2>
      {draft && <Note tone="soon">{t('stepResumed')}</Note>}
      <FieldMergeNote merging={making.merging} covered={covered} language={language} />
      {fault && <FaultNotice title={t('notTaken', { name })} fault={fault} procedure={procedure} />}
      <StepPaper
        {...{ step, procedure, language, fields, form, missing, refused, wantsReason, reason, ground }}
        known={{ ...state.values, ...step.sets }}
        covered={{
          fields: filledOf(covered, { ...state.values, ...draft?.content.values }),
          words: secret('value'),
        }}
        onGround={making.setGround}
        onReason={making.setReason}
      />
      <div className="case-step-acts">
        <ActButton rank="filled" busy={busy} command={taken} />
        <ActButton command={left} />
        {draft && (
          <ActButton
            rank="text"
            onClick={() => {
              making.drop();
              onCancel();
            }}
          >
            {t('dropStep')}
          </ActButton>
        )}
      </div>
    </section>
  );
}
