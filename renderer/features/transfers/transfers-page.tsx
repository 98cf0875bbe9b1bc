import { useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { waitingTransfers, type ReceivedTransfer } from '#shared/case/transfer.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { Language } from '#shared/core/text.ts';
import type { TransfersAnswer } from '#shared/ipc/answers.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Transfer } from '#shared/transfer/transfer.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { isRegistration, type Draft, type DraftContent } from '#renderer/db/live/drafts.types.ts';
import { ResumedDraftContext } from '#renderer/db/live/use-form-draft.ts';
import { useDrafts } from '#renderer/db/live/use-drafts.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import { DriveFound, TransfersTold, useDrives } from '#renderer/features/drives/index.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { fillForm } from './arriving.ts';
import { draftFilesOf } from './received-files.tsx';
import { ReceivedCase } from './received-case.tsx';
import './transfers.css';

export interface TransfersPageProps {
  /** In use now, the usual one first. */
  readonly procedures: readonly Procedure[];
  /** To reception, with a form that was begun. */
  readonly onResume: (draft: Draft) => void;
  readonly onOpenCase: (id: CaseId) => void;
}

/** As many as one looks back on. */
const SETTLED_SHOWN = 20;

interface RowsProps {
  readonly label: string;
  readonly rows: readonly ReceivedTransfer[];
  readonly open: string | undefined;
  readonly language: Language;
  readonly onOpen: (id: string) => void;
}

function Rows({ label, rows, open, language, onOpen }: RowsProps): ReactNode {
  const { t } = useTranslation('transfers');
  if (rows.length === 0) return null;
  return (
    <section aria-label={label}>
      <h2>{label}</h2>
      <ul className="transfers-rows">
        {rows.map(({ id, from, number, kind, at, settled }) => (
          <li key={id}>
            <button type="button" aria-current={id === open || undefined} onClick={() => onOpen(id)}>
              <strong>{from.name}</strong>
              <span className="num">{number}</span>
              <span>{t(`kind.${kind}`)}</span>
              <span className="transfers-quiet">
                {settled
                  ? t(`row.${settled.verdict}`)
                  : t('row.since', { date: writtenDate(dateOf(at), language) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 转来的案件: cases of other offices that wait to be registered or sent back. */
export function TransfersPage({ procedures, onResume, onOpenCase }: TransfersPageProps): ReactNode {
  const { t, i18n } = useTranslation('transfers');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const desk = useDesk();
  const { office } = useOpenDesk();
  const drafts = useDrafts() ?? [];
  const { found, forget } = useDrives();
  const [reading, setReading] = useState(false);
  const [told, setTold] = useState<TransfersAnswer | null>(null);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const resumed = useContext(ResumedDraftContext);
  // Whoever goes on writing why it is sent back sees the case it is about.
  const [chosen, setChosen] = useState(
    () => desk.drafts.known().find(({ id }) => id === resumed)?.content.of,
  );
  useHoldOpen(reading);
  const waiting = waitingTransfers(office);
  const settled = (office.transfers ?? []).filter(each => each.settled).toReversed();
  const shown = office.transfers?.find(({ id }) => id === chosen) ?? waiting[0];
  const read = async (): Promise<void> => {
    if (reading) return;
    forget();
    setReading(true);
    setTold(null);
    setFault(null);
    const reply = await desk.api.transfers.import();
    setReading(false);
    if (reply.ok) setTold(reply.value);
    else setFault(reply.error);
  };
  /** Somebody may have begun already. */
  const register = async (transfer: Transfer, from: ReceivedTransfer['from']): Promise<void> => {
    const begun = drafts.find(
      ({ content }) => isRegistration(content) && content.transferred?.transfer === transfer.transfer_id,
    );
    const procedure = procedures.find(({ id }) => id === transfer.procedure.id) ?? procedures[0];
    if (begun || !procedure) {
      if (begun) onResume(begun);
      return;
    }
    const id = desk.drafts.newId();
    const filled = await fillForm(desk, procedure, { transfer, from }, { owner: id, t });
    if (!filled.ok) {
      setFault(filled.error);
      return;
    }
    const { values, file } = filled.value;
    const content: DraftContent = {
      ...{ v: 1, procedure: procedure.id, values },
      files: [...draftFilesOf(transfer), ...(file ? [file] : [])],
      transferred: { transfer: transfer.transfer_id, from, number: transfer.number },
    };
    desk.drafts.save(id, content);
    await desk.drafts.flush();
    onResume({ id, savedAt: desk.now(), content });
  };
  return (
    <>
      <PageHead
        title={t('page.title')}
        sub={t('page.sub', { count: waiting.length })}
        actions={
          <ActButton busy={reading} onClick={() => void read()}>
            {t('page.read')}
          </ActButton>
        }
      />
      <PageColumns>
        {told && <TransfersTold {...told} />}
        {found && <DriveFound found={found} />}
        {fault && <FaultNotice title={t('page.notRead')} fault={fault} />}
        {waiting.length === 0 && !shown && (
          <EmptyState
            title={t('page.none')}
            nearby={(office.colleagues ?? []).length === 0 ? t('page.noColleagues') : t('page.howTo')}
          />
        )}
        <Rows
          label={t('page.waiting')}
          rows={waiting}
          open={shown?.id}
          {...{ language }}
          onOpen={setChosen}
        />
        {shown && (
          <ReceivedCase
            key={shown.id}
            received={shown}
            procedures={procedures}
            language={language}
            onRegister={(transfer, from) => void register(transfer, from)}
            onOpenCase={onOpenCase}
            onReturned={() => setChosen(shown.id)}
          />
        )}
        <Rows
          label={t('page.settled')}
          rows={settled.slice(0, SETTLED_SHOWN)}
          open={shown?.id}
          {...{ language }}
          onOpen={setChosen}
        />
      </PageColumns>
    </>
  );
}
