import { normalText, normalWithPlaces, type NormalText } from './normal-text.ts';
import { PLACE_ROLES, signOf, type PlaceRole } from './place.roles.ts';

/** One thing of a case that can be found. */
export interface Place {
  readonly role: PlaceRole;
  readonly text: string;
}

interface Part {
  readonly text: string;
  /** Where it begins in the text of its place. */
  readonly offset: number;
}

const whole = (text: string): Part => ({ text, offset: 0 });

const parted = (text: string, part: RegExp): readonly Part[] =>
  Array.from(text.matchAll(part), match => ({ text: match[0], offset: match.index }));

/** 凤社〔2026〕0139 号 is also found by the end of its running number, and 139 is the whole of it. */
const serialOf = (text: string): readonly Part[] => parted(text, /[1-9][0-9]*(?=[^0-9]*$)/g).slice(-1);

/** Two numbers in one field have two ends. */
const phonesOf = (text: string): readonly Part[] => parted(text, /[^、，,;；/|\n]+/g);

const partsOf = ({ role, text }: Place): readonly Part[] => {
  if (role === 'phone') return phonesOf(text);
  return role === 'number' ? [whole(text), ...serialOf(text)] : [whole(text)];
};

const digitsOf = ({ text, from, to }: NormalText): NormalText => {
  const kept = Array.from(text, (_, index) => index).filter(index => /[0-9]/.test(text.charAt(index)));
  return {
    text: kept.map(index => text.charAt(index)).join(''),
    from: kept.map(index => from[index] ?? 0),
    to: kept.map(index => to[index] ?? 0),
  };
};

export const inOrder = <P extends Place>(places: readonly P[]): readonly P[] =>
  places.toSorted((a, b) => PLACE_ROLES.indexOf(a.role) - PLACE_ROLES.indexOf(b.role));

/** All places of a case in one text, those that count most first, a sign before each. */
export function composedText(places: readonly Place[]): string {
  const parts = inOrder(places).flatMap(place => {
    const sign = signOf(place.role);
    const texts = partsOf(place).flatMap(({ text }) => [sign, normalText(text)]);
    return place.role === 'number' ? [...texts, sign, normalText(place.text).replace(/[^0-9]/g, '')] : texts;
  });
  // Joined it is one piece in memory: read letter by letter, a sum of texts is many times slower.
  return parts.join('');
}

/** The same for one place, with the way back to what was written. */
export function composedPlace(place: Place): NormalText {
  const sign = signOf(place.role);
  const normals = partsOf(place).map(({ text, offset }) => normalWithPlaces(text, offset));
  const [first] = normals;
  const parts = place.role === 'number' && first ? [...normals, digitsOf(first)] : normals;
  return {
    text: parts.map(({ text }) => sign + text).join(''),
    from: parts.flatMap(({ from }) => [0, ...from]),
    to: parts.flatMap(({ to }) => [0, ...to]),
  };
}
