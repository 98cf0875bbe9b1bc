export { CasesPage } from './cases-page.tsx';
export type { CaseList } from './case-tabs.ts';
export { atBehind, atCase, LIST_START, type CasesBehind, type ListPlace } from './list-place.ts';
export { useConditionWords } from './condition-words.ts';
export { deadlineOf } from './deadline-of.ts';
