/**
 * As it was written, without what steers a terminal or turns the direction of writing. Rare characters of names stay,
 * also those of the private use area, which older input methods give.
 */
export const withoutControls = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .trim();

/** What strict readers of files take: assigned characters only. */
export const plain = (text: string): string =>
  withoutControls(text)
    .replace(/(?!\n)\p{C}/gu, ' ')
    .trim();

/** The same on one line, as names and numbers are. */
export const plainLine = (text: string): string => plain(text).replace(/\n/g, ' ');
