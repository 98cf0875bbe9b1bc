import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentState } from '#shared/case/case.state.ts';
import { newDocumentId, type CaseId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { readHandedIn } from './outside.reader.ts';
import { uprightPicture } from './upright-picture.ts';

export interface OutsideOrder {
  readonly file: Blob;
  readonly reason: string;
  /** It is on paper already. */
  readonly printed: boolean;
}

export interface TakeIn {
  readonly busy: boolean;
  readonly fault: AnyFault | null;
  readonly forget: () => void;
  /** Whether it took the place of the paper. */
  readonly take: (order: OutsideOrder) => Promise<boolean>;
}

/** The file goes into the vault, then an event says whose place it takes. */
export function useTakeIn(caseId: CaseId, replaced: DocumentState, draw = uprightPicture): TakeIn {
  const desk = useDesk();
  const { t } = useTranslation('paper');
  const [busy, setBusy] = useState(false);
  useHoldOpen(busy);
  const [fault, setFault] = useState<AnyFault | null>(null);

  const submit = async ({ file, reason, printed }: OutsideOrder): Promise<Result<unknown, AnyFault>> => {
    // Asked here already: the shell need not read a file that is not taken for want of a reason.
    if (reason.trim() === '') return { ok: false, error: { code: 'case/reason-missing' } };
    const read = await readHandedIn(file, draw);
    if (!read.ok) return read;
    const kept = await desk.api.papers.takeIn({ file: read.value });
    if (!kept.ok) return kept;
    return desk.submitCase(caseId, {
      ...{ type: 'take-in-outside', document: newDocumentId(desk.ids), replaces: replaced.id, reason },
      ...kept.value,
      ...(printed ? { printed: { printer: t('outside.printer'), copies: 1 } } : {}),
    });
  };

  return {
    busy,
    fault,
    forget: () => setFault(null),
    take: async order => {
      setBusy(true);
      setFault(null);
      const done = await submit(order);
      setBusy(false);
      if (!done.ok) setFault(done.error);
      return done.ok;
    },
  };
}
