import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { liveAttachments } from '#shared/case/attachment.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { AttachmentId } from '#shared/core/ids.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useIdentity } from '#renderer/features/identity/index.ts';
import { ArrivalNotes } from './arrival-notes.tsx';
import { AttachmentDialog } from './attachment-dialog.tsx';
import { AttachmentLine } from './attachment-line.tsx';
import './attachments.css';
import { CutOffRecordings } from './cut-off-recordings.tsx';
import { HandInFiles } from './hand-in-files.tsx';
import { BeginRecording, RecordingBar } from './record-sound.tsx';
import { attach, useArrivals } from './use-arrivals.ts';
import { useRecorder } from './use-recorder.ts';

export interface CaseAttachmentsProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
}

/** 附件: what was handed in with a case, and where more is handed in. */
export function CaseAttachments({ procedure, state }: CaseAttachmentsProps): ReactNode {
  const { t } = useTranslation('attachments');
  const desk = useDesk();
  const arrivals = useArrivals({
    owner: state.id,
    receive: (name, arrived) => attach(desk, state.id, name, arrived),
  });
  const recorder = useRecorder(state.id);
  const [open, setOpen] = useState<AttachmentId | null>(null);
  const covered = useIdentity(procedure, state).covered.size > 0;
  const files = liveAttachments(state);
  const readOnly = state.mergedInto !== undefined;
  const shown = covered ? [] : files;
  const opened = shown.find(({ id }) => id === open);
  const nth = (state.attachments ?? []).findIndex(({ id }) => id === opened?.id) + 1;
  const list = (
    <>
      {covered && files.length > 0 && <p>{t('covered', { count: files.length })}</p>}
      {shown.length > 0 && (
        <ul className="attach-list">
          {shown.map(attachment => (
            <AttachmentLine
              key={attachment.id}
              id={state.id}
              {...{ attachment, readOnly }}
              onOpen={() => setOpen(attachment.id)}
            />
          ))}
        </ul>
      )}
    </>
  );
  if (readOnly && files.length === 0) return null;
  return (
    <section aria-label={t('title')}>
      <h2>
        {t('title')}
        {files.length > 0 && <small className="attach-count"> {t('amount', { count: files.length })}</small>}
      </h2>
      {readOnly ? (
        list
      ) : (
        <HandInFiles onFiles={arrivals.take} acts={<BeginRecording recorder={recorder} />}>
          {list}
          <CutOffRecordings id={state.id} />
          <RecordingBar recorder={recorder} />
          <ArrivalNotes {...arrivals} />
        </HandInFiles>
      )}
      {opened && (
        <AttachmentDialog
          attachment={opened}
          fileName={`${state.number}-${nth}`}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
