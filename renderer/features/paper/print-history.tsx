import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentState, PrintState } from '#shared/case/case.state.ts';
import { replacementOf } from '#shared/case/live-papers.ts';
import { nextPrint } from '#shared/case/print.decide.ts';
import type { CaseId, DocumentId } from '#shared/core/ids.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { monthDay } from '#renderer/i18n/day-words.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';

export interface PrintHistoryProps {
  readonly caseId: CaseId;
  /** All documents of this form, void ones too. */
  readonly documents: readonly DocumentState[];
  /** The one on the screen. */
  readonly shown: DocumentState | undefined;
  readonly onShow: (document: DocumentId) => void;
}

interface Row extends PrintState {
  readonly document: DocumentState;
  readonly cameOut: boolean;
}

const rowsOf = (document: DocumentState): readonly Row[] => [
  ...document.prints.map(print => ({ ...print, document, cameOut: true })),
  ...document.withdrawn.map(print => ({ ...print, document, cameOut: false })),
];

/** Who printed this paper, when and how many; what was printed before a change can still be looked at. */
export function PrintHistory({ caseId, documents, shown, onShow }: PrintHistoryProps): ReactNode {
  const { t } = useTranslation('paper');
  const prints = documents.flatMap(rowsOf).sort((a, b) => (a.at < b.at ? -1 : 1));
  const again = shown !== undefined && shown.prints.length > 0;
  return (
    <div className="paper-fields">
      {prints.length === 0 ? (
        <p>{t('history.none')}</p>
      ) : (
        <ul className="paper-history">
          {prints.map(print => (
            <HistoryRow
              key={`${print.document.id}${print.nth}`}
              {...{ caseId, documents, print, onShow }}
              isShown={print.document.id === shown?.id}
            />
          ))}
        </ul>
      )}
      <p className="paper-quiet">
        {again
          ? t(shown.outside ? 'history.reprintOutside' : 'history.reprint', { nth: nextPrint(shown) })
          : t('history.first')}
      </p>
    </div>
  );
}

function HistoryRow({
  caseId,
  documents,
  print,
  isShown,
  onShow,
}: {
  readonly caseId: CaseId;
  readonly documents: readonly DocumentState[];
  readonly print: Row;
  readonly isShown: boolean;
  readonly onShow: (document: DocumentId) => void;
}): ReactNode {
  const { t } = useTranslation('paper');
  const { t: ui } = useTranslation('ui');
  const { document, cameOut } = print;
  const replaced = replacementOf({ documents }, document) !== undefined;
  return (
    <li>
      <span className="num">{`${monthDay(ui, dateOf(print.at))} ${timeOf(print.at)}`}</span>
      <span>{print.by}</span>
      <span className="num">{t('history.copies', { copies: print.copies })}</span>
      {print.preprinted && <span className="paper-other">{t('history.preprinted')}</span>}
      {!cameOut && <span className="paper-other">{t('history.notOut')}</span>}
      {document.outside && <span className="paper-other">{t('outside.mark')}</span>}
      {document.voided && <span className="paper-other">{t('history.voided')}</span>}
      {!isShown && (
        <span className="paper-other">
          {!document.voided && t(replaced ? 'history.replaced' : 'history.other')}
          <ActButton rank="text" size="small" onClick={() => onShow(document.id)}>
            {t('history.show')}
          </ActButton>
        </span>
      )}
      {cameOut && <Withdrawal caseId={caseId} print={print} />}
    </li>
  );
}

/** Asked a second time: what was said not to have come out is not counted again by itself. */
function Withdrawal({ caseId, print }: { readonly caseId: CaseId; readonly print: Row }): ReactNode {
  const { t } = useTranslation('paper');
  const desk = useDesk();
  const faultWords = useFaultWords();
  const [asked, setAsked] = useState(false);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const withdraw = async (): Promise<void> => {
    const { document, nth } = print;
    const done = await desk.submitCase(caseId, { type: 'withdraw-print', document: document.id, nth });
    setAsked(false);
    if (!done.ok) setFault(done.error);
  };
  if (fault) return <StatusText tone="over">{faultWords(fault).short}</StatusText>;
  if (!asked) {
    return (
      <ActButton rank="text" size="small" onClick={() => setAsked(true)}>
        {t('history.didNot')}
      </ActButton>
    );
  }
  return (
    <span className="paper-other" role="group" aria-label={t('history.didNot')}>
      {t('history.sure')}
      <ActButton size="small" onClick={() => void withdraw()}>
        {t('history.yes')}
      </ActButton>
      <ActButton rank="text" size="small" onClick={() => setAsked(false)}>
        {t('history.no')}
      </ActButton>
    </span>
  );
}
