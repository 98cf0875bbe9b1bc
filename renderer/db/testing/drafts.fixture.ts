import { ok } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import type { Draft, DraftContent, Drafts } from '#renderer/db/live/drafts.types.ts';

/** Drafts that are kept in memory and at once. */
export function draftsInMemory(): Drafts {
  const kept = new Map<string, Draft>();
  let last = 0;
  const list = (): readonly Draft[] => [...kept.values()].reverse();
  return {
    newId: () => `D${++last}`,
    save: (id: string, content: DraftContent) =>
      kept.set(id, { id, savedAt: at('2026-10-08T09:30'), content }),
    list: () => Promise.resolve(ok(list())),
    known: list,
    remove: id => {
      kept.delete(id);
      return Promise.resolve(ok(null));
    },
    flush: () => Promise.resolve(),
    status: () => ({ kind: 'none' }),
    onStatus: () => () => undefined,
    onList: () => () => undefined,
  };
}
