import { IconFileTypeDocx } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { SavedAnswer } from '#shared/ipc/answers.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';

export interface WordCopyProps {
  readonly name: string;
  readonly paper: () => Paper | undefined;
}

/** A copy for offices that must edit; it says itself that it is not the paper. */
export function WordCopy({ name, paper }: WordCopyProps): ReactNode {
  const { t } = useTranslation('paper');
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Reply<SavedAnswer> | null>(null);

  const save = async (): Promise<void> => {
    const source = paper();
    if (busy || !source) return;
    setBusy(true);
    setAnswer(null);
    const file = { paper: JSON.stringify(source), name: t('word.fileName', { name }) };
    setAnswer(await desk.api.papers.saveWord(file));
    setBusy(false);
  };

  return (
    <div className="paper-fields">
      <p className="paper-quiet">{t('word.words')}</p>
      <ActButton icon={<IconFileTypeDocx size={20} aria-hidden />} busy={busy} onClick={() => void save()}>
        {busy ? t('word.saving') : t('word.act')}
      </ActButton>
      <div className="paper-said" role="status">
        {answer && <AnswerWords answer={answer} />}
      </div>
    </div>
  );
}

function AnswerWords({ answer }: { readonly answer: Reply<SavedAnswer> }): ReactNode {
  const { t } = useTranslation('paper');
  const faultWords = useFaultWords();
  if (!answer.ok) return <StatusText tone="over">{faultWords(answer.error).short}</StatusText>;
  const { path } = answer.value;
  return path === null ? (
    <StatusText>{t('word.notSaved')}</StatusText>
  ) : (
    <StatusText tone="ok">{t('status.saved', { path })}</StatusText>
  );
}
