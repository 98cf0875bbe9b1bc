/** Why a file is not taken in as part of a case. */
export type AttachmentCode =
  | 'attachments/kind'
  | 'attachments/heic'
  | 'attachments/video'
  | 'attachments/office'
  | 'attachments/empty'
  | 'attachments/too-large'
  | 'attachments/picture'
  | 'attachments/gone'
  | 'attachments/damaged';

export interface AttachmentFault {
  readonly code: AttachmentCode;
  /** In MB. */
  readonly most?: number;
}

export const tooLarge = (bytes: number): AttachmentFault => ({
  code: 'attachments/too-large',
  most: bytes / 1_000_000,
});
