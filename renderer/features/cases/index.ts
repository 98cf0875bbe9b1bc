export { CasesPage, type CaseList } from './cases-page.tsx';
export { LIST_START, type ListPlace } from './list-place.ts';
export { deadlineOf } from './deadline-of.ts';
