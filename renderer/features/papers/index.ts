export { PapersPage } from './papers-page.tsx';
export { BatchStatus } from './batch-status.tsx';
export type { PaperRow } from './paper-rows.ts';
export { registerRows } from './register-rows.ts';
export { useBatch, type Batch } from './use-batch.ts';
export { useBatchOrder } from './use-batch-order.ts';
export { useLeftJobs } from './use-left-jobs.ts';
