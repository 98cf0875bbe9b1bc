export { useWarnings, type Warning } from './use-warnings.ts';
export { WorkbenchPage } from './workbench-page.tsx';
