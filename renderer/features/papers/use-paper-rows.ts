import { useMemo } from 'react';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useLive } from '#renderer/db/live/use-live.ts';
import { casesOfPapers } from '#renderer/db/queries/waiting-papers.ts';
import { paperRows, type PaperRows } from './paper-rows.ts';

/** What waits now; undefined while loading. */
export function usePaperRows(): PaperRows | undefined {
  const { store, office } = useOpenDesk();
  const cases = useLive(casesOfPapers, []);
  return useMemo(() => cases && paperRows(cases, store.context, office), [cases, store, office]);
}
