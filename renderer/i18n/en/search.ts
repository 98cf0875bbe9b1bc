import type { Translation } from '../translation.ts';
import type { search as source } from '../zh-CN/search.ts';

export const search: Translation<typeof source> = {
  number: 'Number',
  note: 'Note',
  inList: 'Find in the cases',
  by: 'Find in the cases: name, pinyin, address, words',
  clear: 'Clear',
  found: '{{count}} found, the nearest first',
  foundSoFar: '{{count}} found so far',
  indexing: 'Making the index: {{read}} of {{all}} cases',
  where: 'Found in',
  noneHere: 'No “{{typed}}” among “{{view}}”',
  elsewhere: '{{count}} without this condition',
  showAll: 'Drop the condition, show these {{count}}',
  none: 'No “{{typed}}” was found',
  noneSoFar: 'No “{{typed}}” was found so far',
  noneYet: 'The index is not complete yet; when it is, this is looked for again by itself.',
  noneNext:
    'A part is enough: a name or its pinyin initials, the last figures of a telephone or case number, a few words of the address or the story.',
  clearField: 'Clear, show the list',
};
