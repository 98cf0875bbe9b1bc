/** Where somebody is in the list: kept while they look at a case, gone at the lock. */
export interface ListPlace {
  readonly tab: string;
  /** In the field above the list. */
  readonly typed: string;
}

export const LIST_START: ListPlace = { tab: 'open', typed: '' };
