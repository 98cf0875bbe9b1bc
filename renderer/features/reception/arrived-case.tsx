import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Transferred } from '#shared/case/case.events.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Values } from '#shared/procedure/values.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { DraftFile } from '#renderer/db/live/drafts.types.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { fillForm } from '#renderer/features/transfers/index.ts';

export interface ArrivedCase {
  /** What another office sent and is registered now. */
  readonly transferred: Transferred | undefined;
  readonly onTransferred: (transferred: Transferred | undefined) => void;
  /** Why the form of another procedure was not filled with it. */
  readonly fault: AnyFault | null;
  /** The same for the form of another procedure than it was first put into. */
  readonly fill: (procedure: Procedure | undefined) => Promise<Values>;
}

/** A case of another office that is registered here: it stays with the form, whichever procedure that is of. */
export function useArrivedCase(
  onFiles: (change: (files: readonly DraftFile[]) => readonly DraftFile[]) => void,
): ArrivedCase {
  const { t } = useTranslation('transfers');
  const desk = useDesk();
  const [transferred, setTransferred] = useState<Transferred>();
  const [fault, setFault] = useState<AnyFault | null>(null);
  const fill = async (procedure: Procedure | undefined): Promise<Values> => {
    setFault(null);
    if (!procedure || !transferred) return {};
    const read = await desk.api.transfers.read({ transfer: transferred.transfer });
    const filled = read.ok
      ? await fillForm(
          desk,
          procedure,
          { transfer: read.value, from: transferred.from },
          { owner: desk.drafts.newId(), t },
        )
      : read;
    if (!filled.ok) {
      setFault(filled.error);
      return {};
    }
    const { values, file } = filled.value;
    const rest = t('received.restFile');
    // What one form has no room for another one may have.
    onFiles(files => [...files.filter(({ name }) => name !== rest), ...(file ? [file] : [])]);
    return values;
  };
  return { transferred, onTransferred: setTransferred, fault, fill };
}

/** Says above the form whose case it is. */
export function ArrivedNote({ from, number }: Transferred): ReactNode {
  const { t } = useTranslation('transfers');
  return (
    <p className="reception-transferred" role="note">
      {t('reception', { from: from.name, number })}
    </p>
  );
}
