export { useFaultWords, type AnyFault, type FaultWords } from './fault-words.ts';
