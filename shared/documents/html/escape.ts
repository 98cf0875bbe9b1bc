const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, character => ENTITIES[character] ?? character);

/** A CSS string literal. Whatever could end it, or be read otherwise than as a character, is written as its code. */
export const cssString = (text: string): string =>
  `"${text.replace(/["'\\<>{};\p{Cc}\u2028\u2029\uFEFF]/gu, character => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;
