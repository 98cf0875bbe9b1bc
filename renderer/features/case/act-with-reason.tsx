import { useContext, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { SmallForm } from '#renderer/db/live/drafts.types.ts';
import { formDraft, useFormDraft, useIsResumed, type FormPlace } from '#renderer/db/live/use-form-draft.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { useLeave } from '#renderer/ui/command/use-leave.ts';
import { CaseDraftsContext } from './case-drafts.context.ts';

export interface ActChoice {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly first: string;
}

export interface ActWithReasonProps {
  readonly id: CaseId;
  /** Which act it is, for what is written and not done. */
  readonly form: SmallForm;
  /** Which paper, limit, request it is about, where there may be several. */
  readonly of?: string | undefined;
  /** What the button says, and the form that asks for the reason. */
  readonly words: string;
  readonly command: (reason: string, chosen: string) => CaseCommand;
  /** What the line is called where it is no reason. */
  readonly label?: string | undefined;
  readonly rank?: 'default' | 'filled' | undefined;
  /** Whose words a refusal may need. */
  readonly procedure?: Procedure | undefined;
  /** What else is chosen, above the reason. */
  readonly choice?: ActChoice | undefined;
  /** What else is said, above the reason. */
  readonly children?: ReactNode;
}

/** Something done to a case that has to say why: the button opens a line to write it on. */
export function ActWithReason(props: ActWithReasonProps): ReactNode {
  const { id, form, of, words, rank = 'default' } = props;
  const { t } = useTranslation('case');
  const { me } = useOpenDesk();
  const place = { case: id, form, of };
  const isResumed = useIsResumed(place);
  const [open, setOpen] = useState(isResumed);
  const drafts = useContext(CaseDraftsContext);
  const around = useRef<HTMLDivElement>(null);
  if (open)
    return (
      <div className="case-act" ref={around}>
        <Asking {...props} {...{ place, around }} onLeave={() => setOpen(false)} />
      </div>
    );
  return (
    <div className="case-act" ref={around}>
      <ActButton size="small" rank={rank} onClick={() => setOpen(true)}>
        {words}
      </ActButton>
      {formDraft(drafts, place, me.person) && (
        <small className="case-act-begun">{t('stepBegun', { step: words })}</small>
      )}
    </div>
  );
}

interface AskingProps extends ActWithReasonProps {
  readonly place: FormPlace;
  readonly around: RefObject<HTMLDivElement | null>;
  readonly onLeave: () => void;
}

function Asking(props: AskingProps): ReactNode {
  const { id, words, command, label, procedure, choice, children, place, around, onLeave } = props;
  const { t } = useTranslation('case');
  const desk = useDesk();
  const faultWords = useFaultWords();
  const [fault, setFault] = useState<AnyFault | null>(null);
  const draft = useFormDraft(place, { reason: '', chosen: choice?.first ?? '' });
  const { reason, chosen } = draft.texts;
  const form = useRef<HTMLDivElement>(null);
  useLeave(t('notNow'), onLeave, form, around);
  const submit = async (): Promise<void> => {
    const done = await desk.submitCase(id, command(reason, chosen));
    if (!done.ok) {
      setFault(done.error);
      return;
    }
    await draft.drop();
    onLeave();
  };
  return (
    <div className="case-ask" role="group" aria-label={words} ref={form}>
      {children}
      {choice && (
        <label>
          {choice.label}
          <select
            autoComplete="off"
            value={chosen}
            onChange={event => draft.write({ chosen: event.currentTarget.value })}
          >
            {choice.options.map(option => (
              <option key={option.id} value={option.id}>
                {option.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {label ?? t('reason')}
        <textarea
          autoComplete="off"
          rows={2}
          autoFocus
          maxLength={2000}
          value={reason}
          onChange={event => draft.write({ reason: event.currentTarget.value })}
        />
      </label>
      {fault && <p role="alert">{faultWords(fault, procedure).short}</p>}
      <div className="case-step-acts">
        <ActButton size="small" rank="filled" onClick={() => void submit()}>
          {words}
        </ActButton>
        <ActButton size="small" onClick={onLeave}>
          {t('notNow')}
        </ActButton>
      </div>
    </div>
  );
}
