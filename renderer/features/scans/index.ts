export { ScansPage } from './scans-page.tsx';
export { CaseScans } from './case-scans.tsx';
export { useFiling, type Filing } from './use-filing.ts';
