import { DocumentId, OfficeCode } from '#shared/core/ids.ts';

/** What the code at the foot of a page says; see `pageCode`. */
export interface PageCode {
  readonly office: OfficeCode;
  readonly document: DocumentId;
  /** From 1. */
  readonly page: number;
  /** The short hash of what the paper says. */
  readonly mark: string;
}

export type CodeText =
  | { readonly kind: 'page'; readonly code: PageCode }
  /** Of this program, and of a kind that came after it. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'foreign' };

const FOREIGN: CodeText = { kind: 'foreign' };
const PAGE = /^PD1:([^:]+):([^:]+):([1-9]\d{0,3}):([0-9A-F]{8})$/;

/** Reads a page code back. Whatever else a code may say is no page of ours. */
export function parsePageCode(text: string): CodeText {
  const [, office, document, page, mark = ''] = PAGE.exec(text) ?? [];
  if (page === undefined) return /^PD(?!1:)\d+:/.test(text) ? { kind: 'newer' } : FOREIGN;
  const [code, id] = [OfficeCode.safeParse(office), DocumentId.safeParse(document)];
  if (!code.success || !id.success) return FOREIGN;
  return { kind: 'page', code: { office: code.data, document: id.data, page: Number(page), mark } };
}
