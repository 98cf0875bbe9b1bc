import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOfMedia, MOST_NAME, type MediaType } from '#shared/attachments/attachment.media.ts';
import type { AttachmentId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Transfer } from '#shared/transfer/transfer.schema.ts';
import { AttachmentDialog } from '#renderer/features/attachments/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

interface ReceivedFile {
  readonly name: string;
  readonly media: MediaType;
  readonly sha256: string;
  readonly bytes: number;
}

/** Papers are what the other office printed: here they are documents among the others. */
export const filesOf = ({ papers, attachments }: Transfer): readonly ReceivedFile[] => [
  ...papers.map(({ name, sha256, bytes }) => ({
    ...{ name: `${name.slice(0, MOST_NAME - 4)}.pdf`, sha256, bytes, media: 'application/pdf' as const },
  })),
  ...attachments,
];

/** The same file twice is one: a case holds each once. */
export const draftFilesOf = (transfer: Transfer): readonly ReceivedFile[] => [
  ...new Map(
    filesOf(transfer).map(({ name, media, sha256, bytes }) => [sha256, { name, media, sha256, bytes }]),
  ).values(),
];

/** Papers and attachments of a case that came in, to be looked at before anybody decides. */
export function ReceivedFiles({
  transfer,
  by,
  at,
}: {
  readonly transfer: Transfer;
  readonly by: string;
  readonly at: Instant;
}): ReactNode {
  const { t } = useTranslation('transfers');
  const [open, setOpen] = useState<ReceivedFile | null>(null);
  const files = filesOf(transfer);
  const { withheld } = transfer;
  const stayed = withheld.papers + withheld.attachments;
  return (
    <section aria-label={t('files.title')}>
      <h3>{t('files.title')}</h3>
      {files.length === 0 && <p>{t('files.none')}</p>}
      <ul className="transfers-files">
        {files.map(file => (
          <li key={`${file.sha256} ${file.name}`}>
            <span>{file.name}</span>
            <ActButton
              size="small"
              aria-label={t('files.openOf', { name: file.name })}
              onClick={() => setOpen(file)}
            >
              {t('files.open')}
            </ActButton>
          </li>
        ))}
      </ul>
      {stayed > 0 && <p className="transfers-staying">{t('files.stayed', { count: stayed })}</p>}
      {open && (
        <AttachmentDialog
          attachment={{
            ...{ id: transfer.transfer_id as string as AttachmentId, kind: kindOfMedia(open.media) },
            ...{ name: open.name, remark: '', media: open.media, sha256: open.sha256, bytes: open.bytes },
            ...{ at, by },
          }}
          fileName={t('files.copy')}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
