import { PAD_BLOCK } from './row-height.ts';

/** A long text of a form: its lines, and the height of its row. */
export interface LongText {
  readonly lines: number;
  /** On the empty form. */
  readonly wanted: number;
  /** With a single line of the text: its label may have more. */
  readonly least: number;
  /** Nothing is entered: the whole height is there to be written on. */
  readonly empty?: boolean;
}

export interface Lengths {
  readonly line: number;
  readonly row: number;
}

/** A cell that could show fewer lines says only that the text is in the annex. */
const LEAST_SHOWN = 4;

export const linesIn = (height: number, { line }: Lengths): number =>
  Math.floor((height - PAD_BLOCK) / line + 0.01);

export const heightOf = (lines: number, lengths: Lengths): number =>
  Math.max(lengths.row, lines * lengths.line + PAD_BLOCK);

interface Share {
  readonly text: LongText;
  height: number;
}

/** Everyone's height on the empty form, or that part of it for which there is room. */
function grantWanted(shares: readonly Share[], room: number): number {
  const wishes = shares.reduce((sum, { text, height }) => sum + Math.max(0, text.wanted - height), 0);
  const part = wishes > 0 ? Math.max(0, Math.min(1, room / wishes)) : 0;
  for (const share of shares) share.height += Math.max(0, share.text.wanted - share.height) * part;
  return room - wishes * part;
}

/** Line by line to the text that lacks most. */
function grantLines(shares: readonly Share[], room: number, lengths: Lengths): number {
  let left = room;
  for (;;) {
    const lack = (share: Share) => share.text.lines - linesIn(share.height, lengths);
    const neediest = shares.reduce<Share | null>(
      (most, share) => (lack(share) > (most ? lack(most) : 0) ? share : most),
      null,
    );
    if (!neediest) return left;
    const more = heightOf(linesIn(neediest.height, lengths) + 1, lengths) - neediest.height;
    if (more > left) return left;
    neediest.height += more;
    left -= more;
  }
}

/**
 * Texts that would show fewer than four lines give their room back. Short ones are then completed first, since a
 * line or two does it, and the rest goes to the others in the order of the form.
 */
function regroup(shares: readonly Share[], room: number, lengths: Lengths): number {
  let left = room;
  const lacking = shares.filter(({ text, height }) => text.lines > linesIn(height, lengths));
  for (const share of lacking) {
    if (linesIn(share.height, lengths) >= LEAST_SHOWN) continue;
    left += share.height - share.text.least;
    share.height = share.text.least;
  }
  const short = (share: Share) => share.text.lines < LEAST_SHOWN;
  for (const share of [...lacking.filter(short), ...lacking.filter(other => !short(other))]) {
    const full = Math.max(share.text.least, heightOf(share.text.lines, lengths));
    const reach = share.height + Math.max(0, left);
    const lines = linesIn(reach, lengths);
    const height =
      reach >= full ? full : lines >= LEAST_SHOWN ? Math.min(reach, heightOf(lines, lengths)) : share.height;
    left -= height - share.height;
    share.height = height;
  }
  return left;
}

/** What a text takes when the page is short: all its lines, or the room to write on. */
const needed = ({ lines, wanted, least, empty }: LongText, lengths: Lengths): number =>
  empty ? Math.max(least, wanted) : Math.max(least, heightOf(lines, lengths));

/** Rows that are higher on the empty form than their text needs give that up before another text goes to the annex. */
function allNeeded(texts: readonly LongText[], room: number, lengths: Lengths): readonly Share[] | null {
  const shares = texts.map(text => ({ text, height: needed(text, lengths) }));
  const left = room - shares.reduce((sum, { height }) => sum + height, 0);
  if (left < 0) return null;
  grantWanted(shares, left);
  return shares;
}

/**
 * Shares the room of a page among the long texts of a form: the height each row is to have, and what is left
 * (negative: not even a line each has room).
 */
export function allot(
  texts: readonly LongText[],
  room: number,
  lengths: Lengths,
): { readonly heights: readonly number[]; readonly left: number } {
  const whole = allNeeded(texts, room, lengths);
  if (whole) {
    const heights = whole.map(({ height }) => height);
    return { heights, left: Math.max(0, room - heights.reduce((sum, height) => sum + height, 0)) };
  }
  const shares = texts.map(text => ({ text, height: text.least }));
  let left = room - texts.reduce((sum, { least }) => sum + least, 0);
  left = grantWanted(shares, left);
  left = grantLines(shares, left, lengths);
  left = regroup(shares, left, lengths);
  // Sums of fractions of a millimetre: nothing left may come out as a hair less than nothing.
  return { heights: shares.map(share => share.height), left: Math.round(left * 1000) / 1000 };
}
