/** What is met while a Word document is read from its beginning to its end. */
export type WordToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly closed: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and numbers; a document of Word may define no others (ECMA-376, part 2). */
const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (all, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? all;
      const code = hex === undefined ? Number(digits) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Throws where something is not closed, or defines what it is made of: then it is no document of Word. */
export function* wordTokens(xml: string): Generator<WordToken, void, undefined> {
  const past = (mark: string, from: number): number => {
    const at = xml.indexOf(mark, from);
    if (at < 0) throw new SyntaxError('not closed');
    return at;
  };
  for (let at = 0; at < xml.length;) {
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at) yield { kind: 'text', text: decoded(xml.slice(at, end)) };
    if (next < 0) return;
    if (xml.startsWith('<!--', next)) at = past('-->', next + 4) + 3;
    else if (xml.startsWith('<![CDATA[', next)) {
      const close = past(']]>', next + 9);
      yield { kind: 'text', text: xml.slice(next + 9, close) };
      at = close + 3;
    } else if (xml.startsWith('<?', next)) at = past('?>', next + 2) + 2;
    else if (xml.startsWith('<!', next)) throw new SyntaxError('a definition');
    else {
      const close = past('>', next + 1);
      const inside = xml.slice(next + 1, close);
      at = close + 1;
      if (inside.startsWith('/')) yield { kind: 'close', name: bare(inside.slice(1).trim()) };
      else {
        const [, name = '', attributes = ''] = /^(\S+?)(?:\s([^]*?))?\/?$/.exec(inside) ?? [];
        yield { kind: 'open', name: bare(name), attributes, closed: inside.endsWith('/') };
      }
    }
  }
}

/** The value of `w:val` and the like; undefined where there is none. */
export const attributeOf = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
