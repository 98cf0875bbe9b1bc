import type { BundleCode, ReceiptCode } from '#shared/bundle/bundle.refusals.ts';

type Under<Area extends string, Name extends string> = `${Area}/${Name}`;
/** The window says of a receipt `bundles/receipt-other-key`, as of everything else about bundles. */
type OfReceipt<Code> = Code extends `receipt/${infer Name}` ? `bundles/receipt-${Name}` : never;

/**
 * Every code that crosses the border to the window or arises in it, beside the refusals of the case. The list is
 * closed: neither a code that is not in it compiles, nor one in it without sentences in both `fault.ts` of `renderer/i18n`.
 */
export type FaultCode =
  | BundleCode
  | OfReceipt<ReceiptCode>
  | Under<
      'bundles',
      | 'no-headquarters'
      | 'month-open'
      | 'not-here'
      | 'no-receipt'
      | 'bad-card'
      | 'no-card'
      | 'other-headquarters'
      | 'drive-gone'
      | 'drive-small'
      | 'not-received'
      | 'removed'
    >
  | Under<
      'attachments',
      | 'kind'
      | 'heic'
      | 'video'
      | 'office'
      | 'empty'
      | 'too-large'
      | 'picture'
      | 'gone'
      | 'damaged'
      | 'not-read'
      | 'no-microphone'
      | 'microphone-refused'
      | 'no-camera'
      | 'camera-refused'
      | 'camera-busy'
      | 'not-played'
    >
  | Under<'desk', 'no-answer' | 'failed'>
  | Under<
      'imports',
      | 'kind'
      | 'no-table'
      | 'old-word'
      | 'empty'
      | 'too-large'
      | 'damaged'
      | 'encrypted'
      | 'encoding'
      | 'too-many-rows'
      | 'too-many-columns'
      | 'formulas'
      | 'not-read'
    >
  | Under<'ipc', 'locked' | 'input' | 'bug' | 'sender'>
  | Under<
      'journal',
      | 'behind'
      | 'too-large'
      | 'stopped'
      | 'damaged'
      | 'torn-tail'
      | 'missing'
      | 'exists'
      | 'locked'
      | 'wrong-key'
      | 'newer-version'
      | 'bad-event'
      | 'not-allowed'
      | 'cancelled'
      | 'no-office'
    >
  | Under<
      'keys',
      | 'wrong-passphrase'
      | 'wait'
      | 'passphrase-short'
      | 'passphrase-simple'
      | 'passphrase-common'
      | 'passphrase-name'
      | 'recovery-length'
      | 'recovery-character'
      | 'recovery-typo'
      | 'wrong-recovery-key'
      | 'unknown-person'
      | 'damaged'
      | 'missing'
      | 'exists'
      | 'newer-version'
      | 'person-exists'
      | 'last-person'
      | 'last-sealed-holder'
      | 'no-sealed-key'
    >
  | Under<'office', 'newer-profile' | 'newer-runtime' | 'damaged'>
  | Under<
      'orders',
      | 'none-here'
      | 'malformed'
      | 'newer-format'
      | 'no-signature'
      | 'other-key'
      | 'bad-signature'
      | 'other-office'
      | 'unknown-case'
    >
  | Under<'packs', 'missing' | 'broken'>
  | Under<
      'papers',
      | 'no-such-report'
      | 'outside-kind'
      | 'outside-empty'
      | 'outside-too-large'
      | 'outside-damaged'
      | 'outside-encrypted'
      | 'outside-no-pages'
      | 'outside-too-many-pages'
      | 'outside-active'
      | 'outside-attachment'
      | 'outside-picture'
      | 'outside-not-read'
    >
  | Under<'people', 'not-allowed' | 'not-of-this-office' | 'still-here'>
  | Under<
      'printing',
      | 'font-missing'
      | 'pdf-unreadable'
      | 'timed-out'
      | 'window-failed'
      | 'no-spooler'
      | 'printer-unknown'
      | 'printer-refused'
      | 'not-cancelled'
      | 'paper-differs'
    >
  | Under<'sample', 'exists' | 'none' | 'stopped' | 'not-handed-over'>
  | Under<'scans', 'not-read'>
  | Under<'session', 'locked' | 'not-of-this-office'>
  | Under<'setup', 'exists' | 'not-begun' | 'wrong-group'>
  | Under<'storage', 'disk-full' | 'read-only' | 'gone' | 'denied' | 'damaged' | 'missing'>
  | Under<
      'store',
      | 'ahead-of-journal'
      | 'journal-shorter'
      | 'newer-version'
      | 'cannot-open'
      | 'failed'
      | 'cancelled'
      | 'no-such-case'
    >
  | Under<
      'transfers',
      | 'none-here'
      | 'bad-card'
      | 'no-card'
      | 'old-card'
      | 'own-card'
      | 'other-colleague'
      | 'unknown-office'
      | 'changed'
      | 'not-here'
      | 'no-such'
      | 'not-settled'
      | 'settled'
      | 'recusal'
      | 'unknown-sender'
      | 'not-for-us'
      | 'other-office'
      | 'damaged'
      | 'bad-signature'
      | 'newer-format'
      | 'malformed'
      | 'too-large'
      | 'bad-file'
      | 'known-id'
      | 'no-room'
      | 'answer-malformed'
      | 'answer-newer'
      | 'answer-no-signature'
      | 'answer-not-genuine'
      | 'answer-unknown'
      | 'answer-other-file'
    >
  | Under<'vault', 'damaged' | 'missing' | 'newer-version' | 'too-large' | 'source-failed'>;
