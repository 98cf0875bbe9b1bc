import { useDesk } from '#renderer/db/live/desk.context.ts';
import { newUlid } from '#shared/core/ids.ts';
import type { CaseColumns, SavedView } from '#shared/list/case-list.choices.ts';
import { atView, LIST_START, type ListPlace } from './list-place.ts';

/** What the office chose for its list, kept by the shell. */
export interface ListChoices {
  readonly caseColumns: CaseColumns;
  readonly caseViews: readonly SavedView[];
}

export interface ViewsParts {
  readonly choices: ListChoices;
  readonly onChoose: (change: Partial<ListChoices>) => void;
  readonly place: ListPlace;
  readonly onPlace: (place: ListPlace) => void;
}

export interface Views {
  /** The one somebody is at. */
  readonly view: SavedView | undefined;
  readonly columns: CaseColumns;
  readonly setColumns: (columns: CaseColumns) => void;
  /** Keeps the list as it stands in the view one is at. */
  readonly save: (name: string) => void;
  /** Keeps it as another view, and goes there. */
  readonly saveNew: (name: string) => void;
  readonly remove: () => void;
}

/** Saved views of the list, and whose columns are shown. */
export function useViews({ choices, onChoose, place, onPlace }: ViewsParts): Views {
  const { ids } = useDesk();
  const { caseViews: all } = choices;
  const view = all.find(({ id }) => id === place.view);
  const columns = view?.columns ?? choices.caseColumns;
  const { tab, conditions, sort, typed } = place;
  const change = (next: SavedView): void =>
    onChoose({ caseViews: all.map(each => (each.id === next.id ? next : each)) });
  return {
    view,
    columns,
    setColumns: next => (view ? change({ ...view, columns: next }) : onChoose({ caseColumns: next })),
    save: name => {
      if (view) change({ id: view.id, name, tab, conditions, sort, columns });
    },
    saveNew: name => {
      const added: SavedView = { id: `view-${newUlid(ids)}`, name, tab, conditions, sort, columns };
      onChoose({ caseViews: [...all, added] });
      onPlace(atView(place, added));
    },
    remove: () => {
      onChoose({ caseViews: all.filter(each => each !== view) });
      onPlace({ ...LIST_START, typed });
    },
  };
}
