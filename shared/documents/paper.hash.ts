import { canonicalJson } from '#shared/core/canonical-json.ts';
import type { Paper } from './paper.model.ts';

/** Sha-256 of a text in UTF-8, in hexadecimal. */
export type Sha256Hex = (text: string) => string;

/**
 * The short hash printed on a paper and in its page codes: of what the paper says, not of a PDF file, so a second
 * print of the same paper bears the same one. The foot is left out, since it carries the hash.
 */
export function paperHash(paper: Paper, sha256: Sha256Hex): string {
  const { foot, ...content } = paper;
  return sha256(canonicalJson({ ...content, signLines: foot.signLines }))
    .slice(0, 8)
    .toUpperCase();
}

/** Puts the hash into the page codes, and in the place of `{hash}` into the label of the foot. */
export function withPaperHash(paper: Paper, sha256: Sha256Hex): Paper {
  const hash = paperHash(paper, sha256);
  const { foot } = paper;
  return {
    ...paper,
    foot: {
      ...foot,
      label: foot.label.map(line => line.replaceAll('{hash}', hash)),
      qr: foot.qr && { ...foot.qr, hash },
    },
  };
}
