export { AttachmentDialog } from './attachment-dialog.tsx';
export { CaseAttachments } from './case-attachments.tsx';
export { DraftFiles } from './draft-files.tsx';
