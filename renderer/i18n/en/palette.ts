import type { Translation } from '../translation.ts';
import type { palette as source } from '../zh-CN/palette.ts';

export const palette: Translation<typeof source> = {
  label: 'Search',
  search: 'Search',
  placeholder: 'Number, name, end of a telephone number, command, procedure',
  by: 'by name, pinyin or its initials',
  looking: 'not complete yet',
  found_one: '{{count}} found',
  found_other: '{{count}} found',
  none: 'Nothing found for “{{query}}”. Try another word, or the initials.',
  noneSoFar:
    'Nothing found for “{{query}}” so far. When the index is complete, this is looked for again by itself.',
  showAll_one: 'See the {{count}} case in the list',
  showAll_other: 'See all {{count}} cases in the list',
  recent: 'Latest cases',
  cases: 'Cases',
  commands: 'Commands',
  procedures: 'Procedures and cards',
  nameless: 'No name given',
  place: '\u3000{{place}}: ',
  move: 'choose',
  take: 'open or do',
  leave: 'close',
};
