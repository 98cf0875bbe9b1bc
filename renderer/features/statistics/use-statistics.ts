import { useEffect, useState } from 'react';
import type { DeskFault } from '#shared/ipc/result.ts';
import type { StatisticTable } from '#shared/reports/statistic.table.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { StatisticPlace } from './statistic-place.ts';

interface Answer {
  readonly key: string;
  readonly tables?: readonly StatisticTable[];
  readonly fault?: DeskFault;
}

/** The tables as the books stand now; while others are counted, those of before stay where they are. */
export function useStatistics(at: StatisticPlace, tries: number) {
  const { api } = useDesk();
  // What the office sets changes what is counted.
  const { office } = useOpenDesk();
  const [answer, setAnswer] = useState<Answer>();
  const { procedure, from, to } = at;
  const set = `${office.formulas?.length ?? 0} ${office.figures?.length ?? 0} ${office.dutiesDone.length}`;
  const key = [procedure, from, to, tries, set].join(' ');

  useEffect(() => {
    let left = false;
    void api.reports.statistics({ procedure, from, to }).then(counted => {
      if (!left) setAnswer(counted.ok ? { key, tables: counted.value } : { key, fault: counted.error });
    });
    return () => {
      left = true;
    };
  }, [api, procedure, from, to, key]);

  return { tables: answer?.tables, fault: answer?.fault ?? null, counting: answer?.key !== key };
}
