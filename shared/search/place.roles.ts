/** Where something stands in a case, as far as it matters for what comes first. In the order in which they are searched. */
export const PLACE_ROLES = [
  'number',
  'person',
  'phone',
  'respondent',
  'address',
  'words',
  'text',
  'note',
] as const;
export type PlaceRole = (typeof PLACE_ROLES)[number];

/** Long texts hold every pair of initials: fewer letters than three find nothing in them. */
const LONG: ReadonlySet<PlaceRole> = new Set(['text', 'note']);

/** In the composed text of a case a control character stands before each place and says which one it is. */
const FIRST_SIGN = 1;
/** All signs are below this. */
export const SIGNS = FIRST_SIGN + PLACE_ROLES.length;
const FIRST_LONG = FIRST_SIGN + PLACE_ROLES.findIndex(role => LONG.has(role));

export const signOf = (role: PlaceRole): string =>
  String.fromCharCode(FIRST_SIGN + PLACE_ROLES.indexOf(role));
export const isSign = (code: number): boolean => code < SIGNS;
export const isLongSign = (code: number): boolean => code >= FIRST_LONG && code < SIGNS;

/** What is found in these comes in this order. */
const CLASSES = [
  'number-whole',
  'number-end',
  'person',
  'phone-end',
  'respondent',
  'address',
  'number-part',
  'phone-part',
  'words',
  'text',
  'note',
] as const;
type RankClass = (typeof CLASSES)[number];

/** How it stands there: as the whole, the beginning, inside; what is only read so comes after what is written so. */
const MANNERS = 5;

export const RANKS = CLASSES.length * MANNERS;

function classOf(role: PlaceRole, starts: boolean, ends: boolean): RankClass {
  switch (role) {
    case 'number':
      return starts && ends ? 'number-whole' : ends ? 'number-end' : 'number-part';
    case 'phone':
      return ends ? 'phone-end' : 'phone-part';
    default:
      return role;
  }
}

/** By sign, then by manner and ends. */
const TABLE = Uint8Array.from(
  PLACE_ROLES.flatMap(role =>
    Array.from({ length: 8 }, (_, bits) => {
      const [starts, ends, spelled] = [(bits & 1) !== 0, (bits & 2) !== 0, (bits & 4) !== 0];
      const manner = spelled ? (starts ? 3 : 4) : starts ? (ends ? 0 : 1) : 2;
      return CLASSES.indexOf(classOf(role, starts, ends)) * MANNERS + manner;
    }),
  ),
);

/** Lower comes first. */
export const rankOf = (sign: number, starts: boolean, ends: boolean, spelled: boolean): number =>
  TABLE[(sign - FIRST_SIGN) * 8 + (starts ? 1 : 0) + (ends ? 2 : 0) + (spelled ? 4 : 0)] ?? RANKS;

const BEST = Uint8Array.from({ length: SIGNS }, (_, sign) => rankOf(sign, true, true, false));

/** The best rank anything can have in a place and those after it. */
export const bestRankFrom = (sign: number): number => BEST[sign] ?? RANKS;
