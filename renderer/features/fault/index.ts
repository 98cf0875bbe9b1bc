export { useFaultWords, type AnyFault, type FaultWords } from './fault-words.ts';
export { FaultNotice } from './fault-notice.tsx';
