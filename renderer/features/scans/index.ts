export { ScansPage } from './scans-page.tsx';
export { CaseScans } from './case-scans.tsx';
export { useFiling, type Filing } from './use-filing.ts';
export { openPageReader, type PageReader } from './reading/page-reader.ts';
export { MOST_PAGES } from './reading/tiff.tags.ts';
export type { DrawnTiff } from './reading/reading.types.ts';
