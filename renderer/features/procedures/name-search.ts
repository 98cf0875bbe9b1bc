import { match } from 'pinyin-pro';

export interface NamePiece {
  readonly text: string;
  readonly marked: boolean;
}

/** Places of the letters that match, or undefined. Names are found by their characters, their pinyin or its initials. */
function placesOf(name: string, wanted: string): ReadonlySet<number> | undefined {
  const at = name.toLowerCase().indexOf(wanted);
  if (at >= 0) return new Set(Array.from({ length: wanted.length }, (_, offset) => at + offset));
  if (!/^[a-zü ]+$/i.test(wanted)) return undefined;
  const found = match(name, wanted.replaceAll(' ', ''), { continuous: true, precision: 'start' });
  return found ? new Set(found) : undefined;
}

/** The name in pieces, what matches marked; undefined where it does not match. */
export function markedName(name: string, search: string): readonly NamePiece[] | undefined {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return [{ text: name, marked: false }];
  const places = placesOf(name, wanted);
  if (!places) return undefined;
  const pieces: NamePiece[] = [];
  for (let index = 0; index < name.length; index++) {
    const marked = places.has(index);
    const last = pieces.at(-1);
    const letter = name.charAt(index);
    if (last?.marked === marked) pieces.splice(-1, 1, { text: last.text + letter, marked });
    else pieces.push({ text: letter, marked });
  }
  return pieces;
}
