import { useState, type ReactNode } from 'react';
import type { CaseId } from '#shared/core/ids.ts';
import { useCaseSearch, useIndexProgress } from '#renderer/db/live/use-case-search.ts';
import { useRecentCases } from '#renderer/db/live/use-recent-cases.ts';
import { Palette, type PaletteProps } from '#renderer/features/palette/index.ts';

export interface DeskPaletteProps extends Pick<
  PaletteProps,
  'commands' | 'onOpenCase' | 'onOpenProcedure' | 'onShowAll' | 'onClose'
> {
  /** Cases that were opened, the last one first. */
  readonly visited: readonly CaseId[];
}

const RECENT = 5;
/** More would push commands out of sight; the list shows all. */
const FOUND = 6;

/** The palette with what the ledger finds. */
export function DeskPalette({ visited, ...rest }: DeskPaletteProps): ReactNode {
  const [query, setQuery] = useState('');
  const found = useCaseSearch(query, FOUND);
  const progress = useIndexProgress();
  const recent = useRecentCases(visited, RECENT);
  return (
    <Palette
      {...rest}
      query={query}
      onQuery={setQuery}
      hits={found?.hits ?? []}
      total={found?.total ?? 0}
      building={found?.building ?? false}
      progress={progress}
      recent={recent ?? []}
    />
  );
}
