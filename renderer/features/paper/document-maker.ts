import { needsNumber } from '#shared/case/document.decide.ts';
import { newDocumentId } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { paperOf, type PaperSubject } from '#shared/documents/case.paper.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

type MakingDesk = Pick<Desk, 'api' | 'ids' | 'now' | 'submitCase' | 'numberDocument'>;

/** `left`: nobody wants it any more, and it was not written down. */
export type MadeDocument = 'numbered' | 'recorded' | 'left';

/**
 * One step on the way to the document of a form: first its number, with which the case changes, then the paper set on
 * that. What it says is settled with it.
 */
export async function makeDocument(
  desk: MakingDesk,
  subject: PaperSubject,
  {
    isLeft = () => false,
    onWarnings,
  }: {
    readonly isLeft?: () => boolean;
    /** Codes of what should be looked at before printing. */
    readonly onWarnings?: (codes: readonly string[]) => void;
  } = {},
): Promise<Result<MadeDocument, AnyFault>> {
  const { state, form, procedure } = subject;
  if (needsNumber(procedure, form.id, state)) {
    const numbered = await desk.numberDocument(state.id, form.id);
    return numbered.ok ? ok('numbered') : numbered;
  }
  const document = newDocumentId(desk.ids);
  const paper = JSON.stringify(paperOf(subject, document, desk.now()));
  const made = await desk.api.papers.make({ case: state.id, document, paper });
  if (isLeft()) return ok('left');
  if (!made.ok) return err(made.error);
  const { sha256, bytes, pages, mark, warnings } = made.value;
  onWarnings?.(warnings);
  const of = { type: 'record-document', document, form: form.id } as const;
  const recorded = await desk.submitCase(state.id, { ...of, sha256, bytes, pages, mark });
  return recorded.ok ? ok('recorded') : recorded;
}
