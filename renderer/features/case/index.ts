export { CasePage } from './case-page.tsx';
export type { CaseWalk } from './walk-line.tsx';
