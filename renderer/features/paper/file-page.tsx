import type { ReactNode } from 'react';
import { filePaper } from '#shared/documents/file.paper.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ComputedPaperPage, type ComputedPaperProps } from './computed-paper-page.tsx';

/** Cover, list of contents and closing note of the file of a case. */
export function FilePage(page: Pick<ComputedPaperProps, 'caseId' | 'onBack' | 'opens'>): ReactNode {
  const { office } = useOpenDesk();
  return (
    <ComputedPaperPage
      {...page}
      words="file"
      make={({ procedure, state, facts }) => filePaper({ procedure, state, office, facts })}
    />
  );
}
