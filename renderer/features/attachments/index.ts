export { AttachmentDialog } from './attachment-dialog.tsx';
export { sendFile } from './attachment.sender.ts';
export { CaseAttachments } from './case-attachments.tsx';
export { DraftFiles } from './draft-files.tsx';
