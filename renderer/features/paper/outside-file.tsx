import { IconFileImport } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { useFormDraft } from '#renderer/db/live/use-form-draft.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { useLeave } from '#renderer/ui/command/use-leave.ts';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { OutsideChoice } from './outside-choice.tsx';
import { useTakeIn } from './use-take-in.ts';
import './outside-file.css';

/** What was chosen so far; null where nobody is about to replace the paper. What is written is a draft. */
export interface OutsideDraft {
  readonly file: File | null;
}

const NOTHING_YET: OutsideDraft = { file: null };
const YES = 'yes';

export interface OutsideFileProps {
  readonly caseId: CaseId;
  /** The paper in whose place the file will stand. */
  readonly document: DocumentState;
  /** Kept by whoever shows this: a folded side column drops what it does not show. */
  readonly draft: OutsideDraft | null;
  readonly onDraft: (draft: OutsideDraft | null) => void;
  readonly onTaken: () => void;
}

/** 用改好的文件代替: the second half of the way through Word. */
export function OutsideFile(props: OutsideFileProps): ReactNode {
  const { draft, onDraft, onTaken } = props;
  const { t } = useTranslation('paper');
  const [done, setDone] = useState(false);
  return (
    <div className="paper-fields">
      <p className="paper-quiet">{t('outside.words')}</p>
      {draft ? (
        <Asking
          {...props}
          draft={draft}
          onTaken={() => {
            onDraft(null);
            setDone(true);
            onTaken();
          }}
        />
      ) : (
        <ActButton icon={<IconFileImport size={20} aria-hidden />} onClick={() => onDraft(NOTHING_YET)}>
          {t('outside.act')}
        </ActButton>
      )}
      <div className="paper-said" role="status">
        {done && !draft && <StatusText tone="ok">{t('outside.done')}</StatusText>}
      </div>
    </div>
  );
}

/** What was chosen and written stays until the journal has it, or the person leaves. */
function Asking({
  caseId,
  document,
  draft,
  onDraft,
  onTaken,
}: OutsideFileProps & { readonly draft: OutsideDraft }): ReactNode {
  const { t } = useTranslation('paper');
  const words = useFaultWords();
  const { busy, fault, forget, take } = useTakeIn(caseId, document);
  const { file } = draft;
  const written = useFormDraft(
    { form: 'outside-file', of: document.id, case: caseId },
    { reason: '', printed: '' },
  );
  const { reason } = written.texts;
  const printed = written.texts.printed === YES;
  const [noFile, setNoFile] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useLeave(t('outside.notNow'), () => !busy && onDraft(null), form);
  const submit = async (): Promise<void> => {
    setNoFile(file === null);
    if (!file || busy || !(await take({ file, reason, printed }))) return;
    await written.drop();
    onTaken();
  };
  return (
    <div className="outside-ask" role="group" aria-label={t('outside.title')} ref={form}>
      <p>{t('outside.unlike')}</p>
      <OutsideChoice
        file={file}
        onFile={chosen => {
          onDraft({ file: chosen });
          setNoFile(false);
          forget();
        }}
      />
      <label className="outside-reason">
        {t('outside.reason')}
        <textarea
          autoComplete="off"
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={event => written.write({ reason: event.currentTarget.value })}
        />
      </label>
      <label className="outside-tick">
        <input
          type="checkbox"
          autoComplete="off"
          checked={printed}
          onChange={event => written.write({ printed: event.currentTarget.checked ? YES : '' })}
        />
        {t('outside.printed')}
      </label>
      <p className="paper-quiet">{t('outside.printedHint')}</p>
      <div role="alert" className="outside-alert">
        {noFile && <StatusText tone="over">{t('outside.none')}</StatusText>}
        {fault && (
          <StatusText tone="over">
            {words(fault).short} {words(fault).kept}
          </StatusText>
        )}
      </div>
      <div className="paper-row">
        <ActButton size="small" rank="filled" busy={busy} onClick={() => void submit()}>
          {busy ? t('outside.taking') : t('outside.take')}
        </ActButton>
        <ActButton size="small" busy={busy} onClick={() => onDraft(null)}>
          {t('outside.notNow')}
        </ActButton>
      </div>
    </div>
  );
}
