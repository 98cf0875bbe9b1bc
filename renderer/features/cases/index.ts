export { CasesPage } from './cases-page.tsx';
export { deadlineOf } from './deadline-of.ts';
