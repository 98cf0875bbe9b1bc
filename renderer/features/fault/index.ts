export { useFaultWords, useObstacleWords, type AnyFault, type FaultWords } from './fault-words.ts';
export { FaultNotice } from './fault-notice.tsx';
