import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { openCaseRow, type CaseStore } from '../case-store.ts';
import type { CaseRow } from '../store-rows.ts';
import { caseEvents } from './case-rows.ts';

export interface CaseOfPapers {
  readonly state: CaseState;
  /** Its history, where only that tells whether a paper is out of date. */
  readonly events: readonly CaseEvent[] | undefined;
}

interface Opened {
  readonly nonce: string;
  readonly state: CaseState;
}

/** A batch changes one case after the other: those that stayed as they were are not opened again. */
const opened = new WeakMap<CaseStore, Map<CaseId, Opened>>();

async function openRows(store: CaseStore, rows: readonly CaseRow[]): Promise<readonly CaseState[]> {
  const before = opened.get(store) ?? new Map<CaseId, Opened>();
  const now = await Promise.all(
    rows.map(async (row): Promise<Opened> => {
      const nonce = row.sealed.iv.join();
      const known = before.get(row.id);
      return known?.nonce === nonce ? known : { nonce, state: await openCaseRow(store, row) };
    }),
  );
  opened.set(store, new Map(now.map(each => [each.state.id, each])));
  return now.map(({ state }) => state);
}

/** The cases that have papers to print or to be signed, in the order of their numbers. */
export async function casesOfPapers(store: CaseStore): Promise<readonly CaseOfPapers[]> {
  const rows = await store.db.cases.where('papers').anyOf('print', 'sign', 'perhaps').distinct().toArray();
  rows.sort((a, b) => (a.order > b.order ? 1 : -1));
  const histories = await Promise.all(
    rows.map(({ id, papers }) =>
      papers.includes('perhaps') ? caseEvents(store, id) : Promise.resolve(undefined),
    ),
  );
  const states = await openRows(store, rows);
  return states.map((state, index) => ({ state, events: histories[index] }));
}
