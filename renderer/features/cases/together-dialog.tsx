import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { circumstancesOf } from '#shared/case/circumstances.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { isClosed } from '#renderer/db/live/use-live.ts';
import { procedureOf } from '#renderer/db/projection/procedure-of.ts';
import { caseStates } from '#renderer/db/queries/case-rows.ts';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { TogetherForm } from './together-form.tsx';
import type { CaseAtHand } from './together.ts';
import type { Together } from './use-together.ts';

export interface TogetherDialogProps {
  readonly ids: readonly CaseId[];
  readonly together: Together;
  readonly onClose: () => void;
}

/** One note, or one step, for every chosen case. */
export function TogetherDialog({ ids, together, onClose }: TogetherDialogProps): ReactNode {
  const { t } = useTranslation('cases');
  // Those that were chosen when it was opened.
  const [chosen] = useState(ids);
  const cases = useCasesAtHand(chosen);
  return (
    <Dialog open onClose={onClose} width={52} title={t('together.title', { count: chosen.length })}>
      {cases ? <TogetherForm {...{ cases, together, onClose }} /> : <SkeletonLines count={3} />}
    </Dialog>
  );
}

/** The chosen cases opened, and the drafts known; undefined while that goes on. */
function useCasesAtHand(ids: readonly CaseId[]): readonly CaseAtHand[] | undefined {
  const { drafts } = useDesk();
  const { store, office, calendar, officeHours } = useOpenDesk();
  const [cases, setCases] = useState<readonly CaseAtHand[]>();
  useEffect(() => {
    let wanted = true;
    const open = async (): Promise<void> => {
      const [states] = await Promise.all([caseStates(store, ids), drafts.list()]);
      if (!wanted) return;
      setCases(
        Array.from(states.values(), state => ({
          ...{ state, procedure: procedureOf(store.context, state, office) },
          facts: circumstancesOf(state, { calendar, officeHours }),
        })),
      );
    };
    open().catch((error: unknown) => {
      if (!isClosed(error)) throw error;
    });
    return () => {
      wanted = false;
    };
  }, [ids, store, office, calendar, officeHours, drafts]);
  return cases;
}
