export { ImportPage } from './import-page.tsx';
export { useImporting, type Importing } from './use-importing.ts';
