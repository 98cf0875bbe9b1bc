import type { CaseId } from '#shared/core/ids.ts';
import type { CaseConditions } from '#shared/list/case.conditions.ts';
import type { CaseListSort, CaseTab, SavedView } from '#shared/list/case-list.choices.ts';

/** The line of a case that was opened from the list. */
export interface RowPlace {
  readonly id: CaseId;
  /** Where it stood: the one to be at, should the case be gone from the list. */
  readonly nth: number;
  /** How far the list was scrolled, in pixels. */
  readonly top: number;
}

/** Cases that stand behind a figure or a line of another page, and what they are there. */
export interface CasesBehind {
  readonly title: string;
  readonly ids: readonly CaseId[];
}

/** Where somebody is in the list: kept while they look at a case, gone at the lock. */
export interface ListPlace {
  readonly tab: CaseTab;
  /** In the field above the list. */
  readonly typed: string;
  readonly conditions: CaseConditions;
  readonly sort: CaseListSort;
  /** The saved view it began with. */
  readonly view?: string | undefined;
  readonly row?: RowPlace | undefined;
  /** Instead of the tab, until somebody goes to another list. */
  readonly behind?: CasesBehind | undefined;
}

export const USUAL_SORT: CaseListSort = { column: 'due', direction: 'ascending' };

export const LIST_START: ListPlace = { tab: 'open', typed: '', conditions: {}, sort: USUAL_SORT };

export const atBehind = (behind: CasesBehind): ListPlace => ({ ...LIST_START, tab: 'all', behind });

/** To the next case or the one before, without the list in sight. */
export const atCase = (place: ListPlace, id: CaseId, nth: number): ListPlace => ({
  ...place,
  row: { top: 0, ...place.row, id, nth },
});

/** Where that row stands now. */
export function rowIn(ids: readonly CaseId[], row: RowPlace | undefined): number {
  if (!row) return 0;
  const at = ids.indexOf(row.id);
  return at >= 0 ? at : Math.max(0, Math.min(row.nth, ids.length - 1));
}

/** To another of the lists that are always there. What a saved view brought along stays behind. */
export const atTab = (place: ListPlace, tab: CaseTab): ListPlace =>
  place.view === undefined
    ? { ...place, tab, behind: undefined }
    : { ...LIST_START, typed: place.typed, tab };

export const atView = ({ typed }: ListPlace, { id, tab, conditions, sort }: SavedView): ListPlace => ({
  ...{ typed, tab, conditions, sort },
  view: id,
});

/** Whether what is on the screen is still what was saved. */
export const isAsSaved = ({ tab, conditions, sort }: ListPlace, view: SavedView): boolean =>
  JSON.stringify([tab, conditions, sort]) === JSON.stringify([view.tab, view.conditions, view.sort]);
