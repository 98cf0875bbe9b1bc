import type { TFunction } from 'i18next';
import type { Transferred } from '#shared/case/case.events.ts';
import { ok } from '#shared/core/result.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Values } from '#shared/procedure/values.ts';
import { arrivingValues } from '#shared/transfer/arriving.fields.ts';
import type { Transfer } from '#shared/transfer/transfer.schema.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import type { DraftFile } from '#renderer/db/live/drafts.types.ts';
import { sendFile } from '#renderer/features/attachments/index.ts';

export interface FilledForm {
  readonly values: Values;
  /** A text of what the form has no room for. */
  readonly file?: DraftFile;
}

/** The register form of a procedure, filled with what another office sent. */
export async function fillForm(
  { api }: Pick<Desk, 'api'>,
  procedure: Procedure,
  { transfer, from }: { readonly transfer: Transfer } & Pick<Transferred, 'from'>,
  { owner, t }: { readonly owner: string; readonly t: TFunction<'transfers'> },
): Promise<Reply<FilledForm>> {
  const words = {
    heading: t('received.heading', { from: from.name, number: transfer.number }),
    inFile: t('received.inFile'),
  };
  const { values, overflow } = arrivingValues(procedure, transfer, words);
  if (overflow === undefined) return ok({ values });
  const name = t('received.restFile');
  const { signal } = new AbortController();
  const sent = await sendFile({ attachments: api.attachments }, new Blob([overflow]), {
    ...{ owner, name, signal },
    onProgress: () => undefined,
  });
  if (!sent.ok) return sent;
  if (sent.value === null) return ok({ values });
  const { upload, ...kept } = sent.value;
  // It lies in the vault, and the draft speaks of it.
  await api.attachments.drop({ upload });
  return ok({ values, file: { name, ...kept } });
}
