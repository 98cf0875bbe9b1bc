/** A piece of a template: text as it stands, or the name of what fills the blank. */
export type Piece = { readonly text: string } | { readonly blank: string };

const BLANK = /\{([a-z_][a-z0-9_]*(?::[a-z_][a-z0-9_]*)?)\}/g;

/** `编号：{number}` → text, blank. */
export function parseTemplate(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of template.matchAll(BLANK)) {
    if (match.index > end) pieces.push({ text: template.slice(end, match.index) });
    pieces.push({ blank: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < template.length) pieces.push({ text: template.slice(end) });
  return pieces;
}

/** The names of the blanks of a template. */
export const inTemplate = (template: string): readonly string[] =>
  parseTemplate(template).flatMap(piece => ('blank' in piece ? [piece.blank] : []));
