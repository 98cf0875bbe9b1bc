import { newUlid, type IdSource } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import { ok } from '#shared/core/result.ts';
import type { DraftAnswer } from '#shared/ipc/answers.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import { DraftContent, type Draft, type Drafts, type DraftStatus } from '#renderer/db/live/drafts.types.ts';
import { askShell } from './ask-shell.ts';
import type { DeskEnvironment } from './environment.ts';
import { Listeners } from './listeners.ts';
import { Turns } from './turns.ts';

const PAUSE_MS = 600;
/** Somebody who never pauses has it written all the same. */
const LONGEST_MS = 4000;
const NONE: DraftStatus = { kind: 'none' };

interface Waiting {
  readonly content: DraftContent;
  readonly sinceMs: number;
  readonly callOff: () => void;
}

interface DraftsParts {
  readonly api: Pick<DeskApi, 'drafts'>;
  readonly ids: IdSource;
  readonly now: () => Instant;
  readonly after: DeskEnvironment['after'];
}

function readDraft({ id, savedAt, text }: DraftAnswer): Draft | undefined {
  try {
    const parsed = DraftContent.safeParse(JSON.parse(text));
    return parsed.success ? { id, savedAt, content: parsed.data } : undefined;
  } catch {
    // Not JSON at all: half a draft is no draft.
    return undefined;
  }
}

/** Keeps what is being typed in the shell's encrypted drafts. `forget` drops what was not written: at the lock. */
export function createDrafts(parts: DraftsParts): Drafts & { readonly forget: () => void } {
  const { api, ids, now, after } = parts;
  const waiting = new Map<string, Waiting>();
  /** As far as this window knows, also what is not written yet. */
  const known = new Map<string, Draft>();
  const removed = new Set<string>();
  const statuses = new Map<string, DraftStatus>();
  const statusListeners = new Listeners();
  const listListeners = new Listeners();
  const turns = new Turns();

  const setStatus = (id: string, status: DraftStatus): void => {
    if (statuses.get(id)?.kind === 'waiting' && status.kind === 'waiting') return;
    statuses.set(id, status);
    statusListeners.tell();
  };

  const write = (id: string): Promise<void> =>
    turns.take(async () => {
      const entry = waiting.get(id);
      if (entry === undefined) return;
      entry.callOff();
      const text = JSON.stringify(entry.content);
      const reply = await askShell(() => api.drafts.save({ id, text }));
      // Removed or typed on meanwhile: what became of the older text no longer matters.
      if (waiting.get(id) !== entry) return;
      if (!reply.ok) {
        setStatus(id, { kind: 'failed', error: reply.error });
        return;
      }
      waiting.delete(id);
      setStatus(id, { kind: 'saved', at: now() });
      listListeners.tell();
    });

  const forgetOne = (id: string): void => {
    waiting.get(id)?.callOff();
    waiting.delete(id);
  };

  return {
    newId: () => newUlid(ids),
    save: (id, content) => {
      removed.delete(id);
      known.set(id, { id, savedAt: now(), content });
      const sinceMs = waiting.get(id)?.sinceMs ?? ids.nowMs();
      forgetOne(id);
      const pause = Math.max(0, Math.min(PAUSE_MS, sinceMs + LONGEST_MS - ids.nowMs()));
      waiting.set(id, { content, sinceMs, callOff: after(pause, () => void write(id)) });
      setStatus(id, { kind: 'waiting' });
    },
    list: async () => {
      const reply = await askShell(() => api.drafts.list());
      if (!reply.ok) return reply;
      const drafts = reply.value
        .map(readDraft)
        .filter(draft => draft !== undefined)
        // Removed while they were being read.
        .filter(({ id }) => !removed.has(id));
      for (const draft of drafts) if (!waiting.has(draft.id)) known.set(draft.id, draft);
      return ok(drafts.sort((a, b) => (a.savedAt > b.savedAt ? -1 : 1)));
    },
    known: () => [...known.values()].sort((a, b) => (a.savedAt > b.savedAt ? -1 : 1)),
    remove: id => {
      removed.add(id);
      known.delete(id);
      forgetOne(id);
      setStatus(id, NONE);
      return turns.take(async () => {
        const reply = await askShell(() => api.drafts.remove({ id }));
        listListeners.tell();
        return reply;
      });
    },
    flush: async () => {
      await Promise.all([...waiting.keys()].map(write));
      await turns.idle();
    },
    status: id => statuses.get(id) ?? NONE,
    onStatus: statusListeners.add,
    onList: listListeners.add,
    forget: () => {
      for (const id of [...waiting.keys()]) forgetOne(id);
      known.clear();
      statuses.clear();
      statusListeners.tell();
    },
  };
}
