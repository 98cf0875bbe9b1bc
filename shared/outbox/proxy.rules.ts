/** The first way in a PAC answer that is known here: `PROXY host:port; DIRECT`. */
export function wayOf(pac: string): { readonly proxy: string | undefined } | undefined {
  for (const each of pac.split(';')) {
    const [kind, place] = each.trim().split(/\s+/);
    if (kind === 'DIRECT') return { proxy: undefined };
    if (kind === 'PROXY' && place !== undefined && place !== '') return { proxy: place };
  }
  return undefined;
}
