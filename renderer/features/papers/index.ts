export { PapersPage } from './papers-page.tsx';
export { useBatch, type Batch } from './use-batch.ts';
export { useLeftJobs } from './use-left-jobs.ts';
