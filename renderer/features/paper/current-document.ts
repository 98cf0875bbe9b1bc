import { foldCase } from '#shared/case/case.evolve.ts';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseState, DocumentState } from '#shared/case/case.state.ts';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import { paperOf, type PaperSubject } from '#shared/documents/case.paper.ts';
import { bearsIdentity } from '#shared/documents/identity.paper.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Values } from '#shared/procedure/values.ts';

/** The case as it stood when the document was made. */
function stateWhenMade(
  document: DocumentId,
  events: readonly CaseEvent[],
  procedure: Procedure,
): CaseState | undefined {
  const made = events.findIndex(event => event.type === 'document-made' && event.document === document);
  return made < 0 ? undefined : foldCase(events.slice(0, made + 1), procedure);
}

/** The paper a document was set from: the case of then, so that a copy to be edited says what the document says. */
export function paperWhenMade(
  subject: PaperSubject,
  events: readonly CaseEvent[],
  { id, madeAt }: Pick<DocumentState, 'id' | 'madeAt'>,
): Paper | undefined {
  const state = stateWhenMade(id, events, subject.procedure);
  return state && paperOf({ ...subject, state }, id, madeAt);
}

/**
 * The last document of the form, if it still says what the case says: the paper of then and the paper of now are
 * built and compared. A print, a note or a step that changes nothing on this form leaves it as it is. An outside file
 * stays until somebody voids it: what it says is not known.
 */
export function currentDocument(
  subject: PaperSubject,
  events: readonly CaseEvent[],
): DocumentState | undefined {
  const last = subject.state.documents.findLast(
    document => document.form === subject.form.id && !document.voided,
  );
  if (!last || last.outside) return last;
  const then = stateWhenMade(last.id, events, subject.procedure);
  if (!then) return undefined;
  const [before, now] = [then, subject.state].map(state =>
    canonicalJson(paperOf({ ...subject, state }, last.id, last.madeAt)),
  );
  return before === now ? last : undefined;
}

/** The outside file that is the paper of the form now. */
const outsideOf = ({ state, form }: PaperSubject): DocumentState | undefined => {
  const last = state.documents.findLast(document => document.form === form.id && !document.voided);
  return last?.outside ? last : undefined;
};

/**
 * Whether the document asked for, else the paper of now, shows something of these fields. An outside file shows what
 * the paper shows in whose place it stands.
 */
export function showsFields(
  subject: PaperSubject,
  events: readonly CaseEvent[],
  asked: DocumentId | undefined,
  fields: ReadonlySet<string>,
): boolean {
  const { procedure, form, office } = subject;
  const shown = asked ?? outsideOf(subject)?.id;
  const then = shown === undefined ? undefined : stateWhenMade(shown, events, procedure);
  const states = asked === undefined ? [then, subject.state] : [then ?? subject.state];
  return states.some(
    state => state && bearsIdentity({ procedure, form, office, state, language: 'zh-CN' }, fields),
  );
}

/** Whether the last document of the form would say something else, had the corrections made since been there before. */
export function isCorrectedSince(subject: PaperSubject, events: readonly CaseEvent[]): boolean {
  const last = subject.state.documents.findLast(({ form, voided }) => form === subject.form.id && !voided);
  const then = last && stateWhenMade(last.id, events, subject.procedure);
  if (!then) return false;
  const since = events
    .slice(then.seq)
    .flatMap(event => (event.type === 'fields-changed' ? [event.values] : []));
  if (since.length === 0) return false;
  const corrected: CaseState = { ...then, values: Object.assign({}, then.values, ...since) as Values };
  const [before, now] = [then, corrected].map(state =>
    canonicalJson(paperOf({ ...subject, state }, last.id, last.madeAt)),
  );
  return before !== now;
}
