import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { useCasesByNumber, useRecentCases } from '#renderer/db/live/use-cases-by-number.ts';
import { Palette, type CaseHit, type PaletteProps } from '#renderer/features/palette/index.ts';

export interface DeskPaletteProps extends Pick<
  PaletteProps,
  'commands' | 'onOpenCase' | 'onOpenProcedure' | 'onClose'
> {
  /** Cases that were opened, the last one first. */
  readonly visited: readonly CaseId[];
}

const RECENT = 5;

/** Where the number was typed as it is printed, only that much of it is marked. */
function pieces(number: string, typed: string): CaseHit['excerpt'] {
  const at = number.indexOf(typed);
  if (typed === '' || at < 0) return [{ text: number, hit: true }];
  return [
    { text: number.slice(0, at), hit: false },
    { text: typed, hit: true },
    { text: number.slice(at + typed.length), hit: false },
  ];
}

/** The palette with what the ledger finds. */
export function DeskPalette({ visited, ...rest }: DeskPaletteProps): ReactNode {
  const { t } = useTranslation('palette');
  const [query, setQuery] = useState('');
  const found = useCasesByNumber(query);
  const recent = useRecentCases(visited, RECENT);
  const hits = found?.map((summary): CaseHit => ({
    ...{ summary, place: t('number') },
    excerpt: pieces(summary.number, query.trim()),
  }));
  return <Palette {...rest} query={query} onQuery={setQuery} hits={hits} recent={recent ?? []} />;
}
