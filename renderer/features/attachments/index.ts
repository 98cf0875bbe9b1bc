export { CaseAttachments } from './case-attachments.tsx';
