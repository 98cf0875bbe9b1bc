import type { Translation } from '../translation.ts';
import type { palette as source } from '../zh-CN/palette.ts';

export const palette: Translation<typeof source> = {
  label: 'Search',
  search: 'Search',
  findCase: 'Find a case',
  placeholder: 'Number, command, procedure',
  by: 'by name, pinyin or its initials',
  looking: 'Looking',
  found_one: '{{count}} found',
  found_other: '{{count}} found',
  none: 'Nothing found for “{{query}}”. Try another word, or the initials.',
  recent: 'Latest cases',
  cases: 'Cases',
  commands: 'Commands',
  procedures: 'Procedures and cards',
  number: 'Number',
  nameless: 'No name given',
  place: '\u3000{{place}}: ',
  move: 'choose',
  take: 'open or do',
  leave: 'close',
};
