import type { DocumentId, OfficeCode } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { parsePageCode, type PageCode } from '#shared/documents/page-code.reader.ts';
import type { CaseState, DocumentState } from './case.state.ts';
import { replacementOf } from './live-papers.ts';

/** Why a page is not filed by itself: a person looks at it. */
export type ScanDoubt =
  /** No code was found on it, and it is not empty. */
  | { readonly code: 'unreadable' }
  /** Codes, and none of this program. */
  | { readonly code: 'foreign' }
  | { readonly code: 'newer' }
  /** Codes of more than one page. */
  | { readonly code: 'several' }
  | { readonly code: 'other-office'; readonly office: OfficeCode }
  | { readonly code: 'unknown-document'; readonly document: DocumentId }
  /** The paper is known, and this page is not of it: another short hash. */
  | { readonly code: 'other-text' }
  | { readonly code: 'merged'; readonly number: string }
  | { readonly code: 'voided' }
  /** An outside file stands in its place, and may bear the code of the draft it was made of, on each of its pages. */
  | { readonly code: 'replaced' }
  | { readonly code: 'not-printed' }
  | { readonly code: 'no-such-page'; readonly page: number; readonly pages: number }
  /** The paper was set again since, on what the case says now. */
  | { readonly code: 'old-version'; readonly madeAt: Instant }
  | { readonly code: 'duplicate'; readonly page: number };

/** Where a page belongs. */
export interface Placement {
  readonly state: CaseState;
  readonly document: DocumentState;
  readonly page: number;
}

export interface KnownPaper {
  readonly state: CaseState;
  readonly document: DocumentState;
}

/** What is known in the office of what the codes name. */
export interface KnownPapers {
  readonly office: OfficeCode;
  readonly find: (document: DocumentId) => KnownPaper | undefined;
}

/** The page somebody may still file it as, though there is a doubt. */
export interface Doubted {
  readonly doubt: ScanDoubt;
  readonly placement?: Placement;
}

export type PageFinding = Result<Placement, Doubted>;

/** What the codes on one picture say together. */
export function codeOfPage(texts: readonly string[]): Result<PageCode, ScanDoubt> {
  if (texts.length === 0) return err({ code: 'unreadable' });
  const read = texts.map(parsePageCode);
  const pages = read.flatMap(each => (each.kind === 'page' ? [each.code] : []));
  const [first, ...others] = pages;
  if (first === undefined)
    return err({ code: read.some(({ kind }) => kind === 'newer') ? 'newer' : 'foreign' });
  const same = others.every(
    code => code.document === first.document && code.page === first.page && code.mark === first.mark,
  );
  return same ? ok(first) : err({ code: 'several' });
}

export const missingPages = (document: Pick<DocumentState, 'pages' | 'scans'>): readonly number[] =>
  Array.from({ length: document.pages }, (_, index) => index + 1).filter(
    page => !document.scans.some(scan => scan.page === page),
  );

/** The paper of the same form that was set after this one and is not void. */
const laterPaper = ({ state, document }: KnownPaper): DocumentState | undefined => {
  const live = state.documents.filter(({ form, voided }) => form === document.form && !voided);
  const last = live.at(-1);
  return last?.id === document.id ? undefined : last;
};

/** Which page of which paper a picture is, by the texts of the codes on it, or why somebody has to look. */
export function placePage(texts: readonly string[], known: KnownPapers): PageFinding {
  const read = codeOfPage(texts);
  if (!read.ok) return err({ doubt: read.error });
  const { office, document: id, page, mark } = read.value;
  const refuse = (doubt: ScanDoubt): PageFinding => err({ doubt });
  if (office !== known.office) return refuse({ code: 'other-office', office });
  const paper = known.find(id);
  if (!paper) return refuse({ code: 'unknown-document', document: id });
  const { state, document } = paper;
  if (document.mark !== mark) return refuse({ code: 'other-text' });
  if (state.mergedInto) return refuse({ code: 'merged', number: state.mergedInto.number });
  if (document.voided) return refuse({ code: 'voided' });
  if (replacementOf(state, document)) return refuse({ code: 'replaced' });
  if (document.prints.length === 0) return refuse({ code: 'not-printed' });
  if (page > document.pages) return refuse({ code: 'no-such-page', page, pages: document.pages });
  const placement = { state, document, page };
  if (document.scans.some(scan => scan.page === page))
    return err({ doubt: { code: 'duplicate', page }, placement });
  // Once a page of it was taken on somebody's word, the others of the same paper follow.
  if (document.scans.length === 0 && document.signedAt === undefined && laterPaper(paper))
    return err({ doubt: { code: 'old-version', madeAt: document.madeAt }, placement });
  return ok(placement);
}
