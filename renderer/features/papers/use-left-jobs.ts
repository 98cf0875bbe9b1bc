import { useEffect, useSyncExternalStore } from 'react';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { aMoment, findOut, openJobs, type OpenJob } from '#renderer/features/paper/index.ts';

/** Jobs whose end nobody knows. At every unlock the ledger and the system are asked first. */
export function useLeftJobs(pause = aMoment): readonly OpenJob[] {
  const desk = useDesk();
  const jobs = openJobs(desk.api);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      await jobs.refresh();
      await Promise.all(jobs.list().map(job => findOut(desk, job, pause)));
    };
    // The ledger was locked meanwhile: they are asked about again at the next unlock.
    ask().catch(() => undefined);
  }, [desk, jobs, pause]);
  return useSyncExternalStore(jobs.subscribe, jobs.list);
}
