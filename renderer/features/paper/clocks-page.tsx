import type { ReactNode } from 'react';
import { clocksPaper } from '#shared/documents/clocks.paper.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ComputedPaperPage, type ComputedPaperProps } from './computed-paper-page.tsx';

export interface ClocksPageProps extends Pick<ComputedPaperProps, 'caseId' | 'onBack' | 'opens'> {
  /** One limit of the case; left out, all that have begun. */
  readonly limit?: string | undefined;
}

/** Why the deadlines of a case fall where they do, on paper. In Chinese, as every paper is. */
export function ClocksPage({ limit, ...page }: ClocksPageProps): ReactNode {
  const desk = useDesk();
  const { office, calendar } = useOpenDesk();
  return (
    <ComputedPaperPage
      {...page}
      words="clocks"
      make={({ procedure, state, clocks }) =>
        clocksPaper({
          ...{ procedure, state, office, calendar, language: 'zh-CN', at: desk.now() },
          clocks: clocks.filter(clock => limit === undefined || clock.limit.id === limit),
        })
      }
    />
  );
}
