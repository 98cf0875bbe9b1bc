import { liveAttachments } from '#shared/case/attachment.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { isLive } from '#shared/case/live-papers.ts';
import type { Withholding } from './leaving.fields.ts';

/** How many papers and attachments stay here because they tell whom the case hides. */
export const stayingFiles = (
  state: CaseState,
  { hides }: Pick<Withholding, 'hides'>,
): { readonly papers: number; readonly attachments: number } =>
  hides
    ? {
        papers: state.documents.filter(document => isLive(state, document)).length,
        attachments: liveAttachments(state).length,
      }
    : { papers: 0, attachments: 0 };
