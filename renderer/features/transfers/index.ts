export { fillForm } from './arriving.ts';
export { CaseTransfers } from './case-transfers.tsx';
export { ColleaguesSection } from './colleagues-section.tsx';
export { TransfersPage } from './transfers-page.tsx';
