export { BrokenPage } from './broken-page.tsx';
export { LockPage } from './lock-page.tsx';
export { OpeningPage } from './opening-page.tsx';
