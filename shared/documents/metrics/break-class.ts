/**
 * Where a line may end: classes of characters and what may begin a line after each, as Chromium breaks text of
 * lang=zh-CN. It follows UAX #14 (https://www.unicode.org/reports/tr14/) with its own table for pairs of ASCII
 * characters; found pair by pair in Chromium 156, and proved against the installed one in electron/printing.
 */
export type BreakClass =
  | 'ideograph' // 国 ア ３ ～
  | 'word' // Latin letters, @ < ^ _
  | 'digit'
  | 'foreign' // letters and signs beyond ASCII: é ① ☐ ·
  | 'symbol' // # & * = > ~
  | 'close' // ， 。 ” … never begins a line
  | 'latin-close' // ) , . : ;
  | 'bracket' // ! | }
  | 'query' // ?
  | 'open' // （《“, ends no line
  | 'latin-open' // ( [ {
  | 'quote-open' // “ ‘
  | 'quote' // " '
  | 'prefix' // $ + \
  | 'sign-prefix' // ￥ € №
  | 'postfix' // %
  | 'sign-postfix' // ％ ℃ °
  | 'slash'
  | 'hyphen'
  | 'dash'
  | 'wide-space'
  | 'space'
  | 'glue';

/** Filled below, and then with every character met: classes by regular expression are slow. */
const classes = new Map<string, BreakClass>();

function assign(characters: string, kind: BreakClass): void {
  for (const character of characters) classes.set(character, kind);
}

assign('。，、；：？！）》」』】〉〕〗〙〛”’｝］｠．｡､・ヽヾゝゞ々ー…‥', 'close');
assign('),.:;]', 'latin-close');
assign('!|}', 'bracket');
assign('?', 'query');
assign('（《「『【〈〔〖〘〚｛［｟〜', 'open');
assign('([{', 'latin-open');
assign('“‘', 'quote-open');
assign('"\'', 'quote');
assign('$+\\', 'prefix');
assign('￥¥£€№', 'sign-prefix');
assign('%', 'postfix');
assign('％‰℃°¢', 'sign-postfix');
assign('#&*=>~', 'symbol');
assign('/', 'slash');
assign('-', 'hyphen');
assign('—', 'dash');
assign('0123456789', 'digit');
assign('\u3000', 'wide-space');
assign(' \t', 'space');
assign('\u00A0\u2060', 'glue');

/** Full-width forms and enclosed East Asian letters break like ideographs, ① and ☐ do not. */
const IDEOGRAPHIC =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\u3200-\u33FF\uFF00-\uFFEF\u{1F000}-\u{1FAFF}]$/u;

function unlistedClass(char: string): BreakClass {
  if (char < '\u0080') return 'word';
  return IDEOGRAPHIC.test(char) ? 'ideograph' : 'foreign';
}

export function breakClass(char: string): BreakClass {
  const known = classes.get(char);
  if (known) return known;
  const found = unlistedClass(char);
  classes.set(char, found);
  return found;
}

/** These never begin a line. */
const FOLLOWERS: ReadonlySet<BreakClass> = new Set<BreakClass>([
  'close',
  'latin-close',
  'bracket',
  'query',
  'quote',
  'slash',
  'hyphen',
  'wide-space',
  'space',
  'glue',
]);

const any = 'any';
const wide: readonly BreakClass[] = ['ideograph', 'open', 'dash'];
const signs: readonly BreakClass[] = ['quote-open', 'sign-prefix', 'sign-postfix'];

/** What may begin a line after each class. */
const MAY_FOLLOW: Readonly<Record<BreakClass, typeof any | readonly BreakClass[]>> = {
  ideograph: [
    ...wide,
    ...signs.filter(kind => kind !== 'sign-postfix'),
    'word',
    'digit',
    'foreign',
    'symbol',
    'latin-open',
    'prefix',
  ],
  word: wide,
  digit: wide,
  foreign: wide,
  symbol: [...wide, 'latin-open'],
  close: any,
  'latin-close': [...wide, ...signs, 'latin-open'],
  bracket: [...wide, ...signs, 'latin-open', 'foreign'],
  query: any,
  open: [],
  'latin-open': [],
  'quote-open': [],
  quote: ['latin-open'],
  prefix: ['open', 'dash', ...signs, 'latin-open'],
  'sign-prefix': ['open', 'dash', ...signs, 'latin-open', 'prefix', 'postfix'],
  postfix: [...wide, ...signs, 'latin-open'],
  'sign-postfix': [...wide, ...signs, 'latin-open', 'prefix', 'postfix'],
  slash: [...wide, ...signs, 'foreign'],
  hyphen: any,
  dash: any,
  'wide-space': any,
  space: any,
  glue: [],
};

/** Whether a line may end between two characters; `earlier` is the class of the one before the two. */
export function mayBreak(earlier: BreakClass | null, before: BreakClass, after: BreakClass): boolean {
  if (before === 'space') return after !== 'space';
  if (FOLLOWERS.has(after)) return false;
  // -5 is a number, 2026-09 may be broken.
  if (before === 'hyphen' && after === 'digit') return earlier === 'digit' || earlier === 'word';
  if (before === 'dash' && after === 'dash') return false;
  const allowed = MAY_FOLLOW[before];
  return allowed === any || allowed.includes(after);
}
