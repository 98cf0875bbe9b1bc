/**
 * `app://desk/cases` in the program is `http://desk.app.localhost/cases` in Chromium.
 *
 * DevTools cannot answer for a scheme that Chromium does not know, and `*.localhost` is a secure context whose
 * origin does not change with the port behind it. A partition adds one label, so that its storage is its own.
 */
export class SchemeAddresses {
  private readonly schemes = new Set<string>();
  private readonly labels = new Set<string>(['']);

  addScheme(scheme: string): void {
    this.schemes.add(scheme);
  }

  addPartition(label: string): void {
    this.labels.add(label);
  }

  suffixes(label: string): { readonly scheme: string; readonly suffix: string }[] {
    return [...this.schemes].map(scheme => ({ scheme, suffix: suffixOf(scheme, label) }));
  }

  toReal(address: string, label: string): string {
    const match = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)(.*)$/is.exec(address);
    const [, scheme = '', host = '', rest = ''] = match ?? [];
    if (!match || !this.schemes.has(scheme.toLowerCase())) return address;
    return `http://${host}${suffixOf(scheme.toLowerCase(), label)}${rest === '' ? '/' : rest}`;
  }

  toApp(address: string): string {
    const found = this.parse(address);
    return found ? `${found.scheme}://${found.host}${found.rest}` : address;
  }

  /** Undefined for what is not an address of one of the schemes. */
  parse(address: string): { scheme: string; host: string; label: string; rest: string } | undefined {
    const match = /^http:\/\/([^/?#:]*)(?::80)?(|[/?#].*)$/is.exec(address);
    const [, authority = '', rest = ''] = match ?? [];
    for (const scheme of this.schemes) {
      for (const label of this.labels) {
        const suffix = suffixOf(scheme, label);
        if (!authority.endsWith(suffix)) continue;
        return { scheme, host: authority.slice(0, -suffix.length), label, rest };
      }
    }
    return undefined;
  }
}

function suffixOf(scheme: string, label: string): string {
  return label === '' ? `.${scheme}.localhost` : `.${scheme}.${label}.localhost`;
}

export const schemeAddresses = new SchemeAddresses();

/** The origin as Electron writes it: `app://desk`, or `null` when there is none. */
export function originOf(address: string): string {
  const standard = /^[a-z][a-z0-9+-]*:\/\/[^/?#]*/i.exec(address);
  return standard && !address.startsWith('file:') ? standard[0] : 'null';
}
