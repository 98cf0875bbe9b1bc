export { CasesPage } from './cases-page.tsx';
export type { CaseList } from './case-tabs.ts';
export { LIST_START, type ListPlace } from './list-place.ts';
export { deadlineOf } from './deadline-of.ts';
