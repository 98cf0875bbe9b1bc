export { ManualPage, type ManualPageProps } from './manual-page.tsx';
export { ManualPaperPage } from './manual-paper-page.tsx';
export { keyOfCommand, manualKeys } from './manual.keys.ts';
