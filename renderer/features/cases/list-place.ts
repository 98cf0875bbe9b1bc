import type { CaseConditions } from '#shared/list/case.conditions.ts';
import type { CaseListSort, CaseTab, SavedView } from '#shared/list/case-list.choices.ts';

/** Where somebody is in the list: kept while they look at a case, gone at the lock. */
export interface ListPlace {
  readonly tab: CaseTab;
  /** In the field above the list. */
  readonly typed: string;
  readonly conditions: CaseConditions;
  readonly sort: CaseListSort;
  /** The saved view it began with. */
  readonly view?: string | undefined;
}

export const USUAL_SORT: CaseListSort = { column: 'due', direction: 'ascending' };

export const LIST_START: ListPlace = { tab: 'open', typed: '', conditions: {}, sort: USUAL_SORT };

/** To another of the lists that are always there. What a saved view brought along stays behind. */
export const atTab = (place: ListPlace, tab: CaseTab): ListPlace =>
  place.view === undefined ? { ...place, tab } : { ...LIST_START, typed: place.typed, tab };

export const atView = ({ typed }: ListPlace, { id, tab, conditions, sort }: SavedView): ListPlace => ({
  ...{ typed, tab, conditions, sort },
  view: id,
});

/** Whether what is on the screen is still what was saved. */
export const isAsSaved = ({ tab, conditions, sort }: ListPlace, view: SavedView): boolean =>
  JSON.stringify([tab, conditions, sort]) === JSON.stringify([view.tab, view.conditions, view.sort]);
