import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { Draft, DraftContent } from '#renderer/db/live/drafts.types.ts';
import { useKeptDraft } from '#renderer/db/live/use-kept-draft.ts';
import { StepPaper } from '#renderer/features/procedure-form/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { DialogActs } from '#renderer/ui/dialog/dialog.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import { Tick } from '#renderer/ui/paper-form/tick.tsx';
import { NotOffered } from './not-offered.tsx';
import { offerFor, type CaseAtHand } from './together.ts';
import { draftOf, useTogetherAct } from './use-together-act.ts';
import type { Together } from './use-together.ts';

export interface TogetherFormProps {
  readonly cases: readonly CaseAtHand[];
  readonly together: Together;
  readonly onClose: () => void;
}

/** Which act, what it asks for, and the button that does it for all of them. */
export function TogetherForm({ cases, together, onClose }: TogetherFormProps): ReactNode {
  const { t, i18n } = useTranslation('cases');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { drafts } = useDesk();
  const { me } = useOpenDesk();
  // Cases that change meanwhile are decided on as they are by then.
  const [offer] = useState(() => offerFor(cases, me));
  const making = useTogetherAct(cases);
  const { act, begun, text, ground, form, fields, missing, lacking } = making;
  const step = act.kind === 'step' ? act.step : undefined;
  const procedure = cases[0]?.procedure;
  const count = cases.length;
  const open = (offer ?? []).filter(({ hindrance }) => !hindrance).map(each => each.step);

  const start = (): void => {
    const command = making.read();
    if (!command) return;
    const draft = draftOf(drafts.known(), me.person, procedure, step);
    // Where a case refuses it, what was written is needed again.
    together.start(cases, command, () => {
      if (draft) void drafts.remove(draft.id);
    });
    onClose();
  };
  const lackWords =
    lacking === 'ground'
      ? t('together.noGround')
      : t('together.missing', { what: t(step ? 'together.reason' : 'together.note') });

  return (
    <>
      <KeepDraft key={step?.id ?? ''} begun={begun} written={making.written} />
      <div className="cases-choice" role="radiogroup" aria-label={t('together.what')}>
        <Tick
          type="radio"
          name="together"
          label={t('together.note')}
          checked={!step}
          data-autofocus
          onChange={() => making.choose(undefined)}
        />
        {open.map(each => (
          <Tick
            key={each.id}
            type="radio"
            name="together"
            label={inLanguage(each.name, language)}
            checked={step?.id === each.id}
            onChange={() => making.choose(each)}
          />
        ))}
      </div>
      <NotOffered {...{ offer, procedure, language }} />
      {begun && (
        <Note
          tone="soon"
          act={
            <ActButton size="small" onClick={making.drop}>
              {t('together.drop')}
            </ActButton>
          }
        >
          {t('together.resumed', {
            count: begun.content.together?.length ?? 0,
            at: `${dateOf(begun.savedAt)} ${timeOf(begun.savedAt)}`,
          })}
        </Note>
      )}
      {step && procedure && (
        <StepPaper
          key={step.id}
          {...{ step, procedure, language, fields, form, missing, ground }}
          refused={[]}
          known={step.sets}
          onGround={making.setGround}
          wantsReason={step.reason !== 'none'}
          reason={text}
          onReason={making.setText}
        />
      )}
      {!step && (
        <label className="cases-text">
          {t('together.note')}
          <textarea
            autoComplete="off"
            rows={3}
            maxLength={2000}
            value={text}
            onChange={event => making.setText(event.currentTarget.value)}
          />
        </label>
      )}
      {lacking && (
        <p role="alert" className="cases-wrong">
          {lackWords}
        </p>
      )}
      <p className="cases-quiet">{t('together.how')}</p>
      <DialogActs>
        <ActButton rank="filled" onClick={start}>
          {step
            ? t('together.take', { count, step: inLanguage(step.name, language) })
            : t('together.add', { count })}
        </ActButton>
        <ActButton rank="text" onClick={onClose}>
          {t('together.leave')}
        </ActButton>
      </DialogActs>
    </>
  );
}

/** For one act; another act has a draft of its own. */
function KeepDraft({
  begun,
  written,
}: {
  readonly begun: Draft | undefined;
  readonly written: DraftContent | null;
}): ReactNode {
  useKeptDraft(begun, written);
  return null;
}
