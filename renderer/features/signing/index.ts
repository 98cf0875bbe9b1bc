export { PadSignatures } from './pad-signatures.tsx';
export { SetAnewNote } from './set-anew-note.tsx';
export { SignatureImage } from './signature-image.tsx';
export { useSignedCopy, type SignedCopySubject } from './use-signed-copy.ts';
