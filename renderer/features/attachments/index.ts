export { CaseAttachments } from './case-attachments.tsx';
export { DraftFiles } from './draft-files.tsx';
