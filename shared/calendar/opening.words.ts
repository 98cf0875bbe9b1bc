import type { Opening } from './limit.types.ts';

const CLOSED = ['', '不开', '不上班', '休', '休息', '关', 'closed', '-'];
const ALL_DAY = ['全天', '24 小时', '24小时', 'all day'];
const SPAN = /^(\d{1,2})[:.时点]?(\d{2})?分?-(\d{1,2})[:.时点]?(\d{2})?分?$/;

const timeOfDay = (hours: string, minutes = '00'): string => `${hours.padStart(2, '0')}:${minutes}`;

/**
 * Reads the opening times of one day as a person types them: `9:00-12:00 14:00-17:30`, `9点至12点，14点至17点30`,
 * `不开`. Undefined where it cannot be read. Whether the times are in order is not asked here.
 */
export function readOpenings(typed: string): readonly Opening[] | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (CLOSED.includes(text)) return [];
  if (ALL_DAY.includes(text)) return [{ from: '00:00', to: '24:00' }];
  const spans = text
    .replaceAll(/\s*(?:至|到|—|–|~|〜|-+)\s*/g, '-')
    .split(/[\s,;、。]+/)
    .filter(part => part !== '');
  const openings: Opening[] = [];
  for (const span of spans) {
    const found = SPAN.exec(span);
    if (found === null) return undefined;
    const [, opens = '', opensAt, closes = '', closesAt] = found;
    openings.push({ from: timeOfDay(opens, opensAt), to: timeOfDay(closes, closesAt) });
  }
  return openings;
}

/** The same as it is typed, in order: `09:00-12:00 14:00-17:30`; empty for a day on which nobody is there. */
export const openingsInFigures = (openings: readonly Opening[]): string =>
  openings.map(({ from, to }) => `${from}-${to}`).join(' ');
