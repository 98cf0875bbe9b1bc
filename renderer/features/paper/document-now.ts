import { identityFields } from '#shared/case/identity.rules.ts';
import { severityOf } from '#shared/case/severity.ts';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { DocumentState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { isCaseForm } from '#shared/procedure/form.schema.ts';
import type { PaperSubject } from '#shared/documents/case.paper.ts';
import { caseState } from '#renderer/db/case-store.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { isClosed } from '#renderer/db/live/use-live.ts';
import { procedureOf } from '#renderer/db/projection/procedure-of.ts';
import { caseEvents } from '#renderer/db/queries/case-rows.ts';
import { othersOf } from '#renderer/db/queries/other-cases.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { currentDocument, showsFields } from './current-document.ts';
import { makeDocument } from './document-maker.ts';

export interface DocumentNow {
  readonly document: DocumentState;
  readonly subject: PaperSubject;
  readonly events: readonly CaseEvent[];
}

/** `covered`: it would show who asked for secrecy, and is neither set nor printed unseen. */
export type NoDocument = { readonly kind: 'covered' } | { readonly kind: 'fault'; readonly fault: AnyFault };

const fault = (code: 'session/locked' | 'store/no-such-case' | 'ipc/bug'): NoDocument => ({
  kind: 'fault',
  fault: { code },
});

/** A number, the paper, and once more where somebody changes the case meanwhile. */
const MOST_STEPS = 6;

async function load(
  desk: Desk,
  id: CaseId,
  formId: string,
): Promise<Result<Omit<DocumentNow, 'document'>, NoDocument> | 'again'> {
  const open = desk.getState();
  if (open.phase !== 'open') return err(fault('session/locked'));
  const { store, office, calendar, officeHours } = open;
  const [state, events] = [await caseState(store, id), await caseEvents(store, id)];
  if (!state) return err(fault('store/no-such-case'));
  const procedure = procedureOf(store.context, state, office);
  const form = procedure?.forms.filter(isCaseForm).find(each => each.id === formId);
  if (!procedure || !form) {
    const missing = { code: 'packs/missing', detail: { pack: state.procedure.id } } as const;
    return err({ kind: 'fault', fault: missing });
  }
  // The two are read one after the other; only together do they tell what a document said.
  if (events.length !== state.seq) return 'again';
  const others = await othersOf(store, procedure, state);
  const classOf: PaperSubject['classOf'] = (then, now) =>
    severityOf(procedure, then, { now, calendar, officeHours, others })?.effective;
  return ok({ subject: { procedure, form, office, state, classOf }, events });
}

/** The document that says what the case says now, made where there is none, without anybody looking at it. */
export async function documentNow(
  desk: Desk,
  id: CaseId,
  formId: string,
): Promise<Result<DocumentNow, NoDocument>> {
  try {
    for (let step = 0; step < MOST_STEPS; step++) {
      const loaded = await load(desk, id, formId);
      if (loaded === 'again') continue;
      if (!loaded.ok) return loaded;
      const { subject, events } = loaded.value;
      const hidden = identityFields(subject.procedure, subject.state.values);
      if (hidden.size > 0 && showsFields(subject, events, undefined, hidden)) return err({ kind: 'covered' });
      const document = currentDocument(subject, events);
      if (document) return ok({ document, subject, events });
      const made = await makeDocument(desk, subject);
      if (!made.ok) return err({ kind: 'fault', fault: made.error });
    }
  } catch (error) {
    if (isClosed(error)) return err(fault('session/locked'));
    throw error;
  }
  return err(fault('ipc/bug'));
}
