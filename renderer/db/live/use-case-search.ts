import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { casePlaces, type PlaceName } from '#shared/search/case.places.ts';
import { excerptOf, findingIn, type Piece } from '#shared/search/finding.ts';
import { procedureOf } from '../projection/procedure-of.ts';
import { caseStates } from '../queries/case-rows.ts';
import { summaryOf, type CaseSummary } from '../queries/case.summary.ts';
import { indexCases } from '../queries/index-cases.ts';
import type { IndexProgress } from '../search/case-index.ts';
import { spelling } from '../search/readings.ts';
import { useOpenDesk } from './desk.context.ts';
import { isClosed, useLive } from './use-live.ts';
import { useNow } from './use-now.ts';

/** A case that was found, and where. */
export interface CaseHit {
  readonly summary: CaseSummary;
  /** 姓名, 住址, 编号: the label of the field in the language on. */
  readonly place: string;
  /** What stands there, in pieces, what matches marked. */
  readonly excerpt: readonly Piece[];
}

export interface FoundCases {
  /** All of them, the best first. */
  readonly ids: readonly CaseId[];
  /** There may be more: not every case of the office has been read yet. */
  readonly building: boolean;
}

export interface CaseSearch {
  /** The first of them. */
  readonly hits: readonly CaseHit[];
  readonly total: number;
  readonly building: boolean;
}

/** Has the memory of what can be found filled once the ledger is open; for the frame around all pages. */
export function useCaseIndexing(): void {
  const { store } = useOpenDesk();
  useEffect(() => {
    indexCases(store).catch((error: unknown) => {
      // Locked or opened anew meanwhile: it is filled again then.
      if (!isClosed(error)) throw error;
    });
  }, [store]);
}

/** How far the reading of all cases is; undefined once it is done, and where it takes no time worth telling. */
export function useIndexProgress(): IndexProgress | undefined {
  const { search } = useOpenDesk().store;
  return useSyncExternalStore(search.subscribe, search.progress);
}

/** Every case in which what is typed is found; undefined where too little was typed to look for. */
export function useFoundCases(typed: string): FoundCases | undefined {
  const { search } = useOpenDesk().store;
  const version = useSyncExternalStore(search.subscribe, search.version);
  return useMemo(() => {
    const ids = search.search(typed);
    return ids && { ids, building: search.building, version };
  }, [search, typed, version]);
}

/** Lines of the cases on the screen (a few dozen), by id, with where each was found. */
export function useCaseHits(ids: readonly CaseId[], typed: string): ReadonlyMap<CaseId, CaseHit> | undefined {
  const { t, i18n } = useTranslation('search');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { store, office } = useOpenDesk();
  const now = useNow();
  const states = useLive(open => caseStates(open, ids), [ids.join()]);
  return useMemo(() => {
    const nameOf = (name: PlaceName): string =>
      name.kind === 'field' ? inLanguage(name.label, language) : t(name.kind);
    const hitOf = (state: CaseState): CaseHit => {
      const finding = findingIn(
        casePlaces(procedureOf(store.context, state, office), state),
        typed,
        spelling,
      );
      return {
        summary: summaryOf(state, store.context, now, office),
        place: finding ? nameOf(finding.place.name) : '',
        excerpt: finding ? excerptOf(finding.place.text, finding.ranges) : [],
      };
    };
    return states && new Map(Array.from(states, ([id, state]) => [id, hitOf(state)] as const));
  }, [states, store, office, now, typed, language, t]);
}

const FIRST = 20;
const NONE: readonly CaseId[] = [];

/** The cases that were found for what is typed, the best first; undefined where too little was typed to look for. */
export function useCaseSearch(typed: string, most = FIRST): CaseSearch | undefined {
  const found = useFoundCases(typed);
  const first = useMemo(() => found?.ids.slice(0, most) ?? NONE, [found, most]);
  const hits = useCaseHits(first, typed);
  return useMemo(
    () =>
      found && {
        // What was found before is not shown for what is typed now.
        hits: first.flatMap(id => hits?.get(id) ?? []),
        total: found.ids.length,
        building: found.building,
      },
    [found, first, hits],
  );
}
