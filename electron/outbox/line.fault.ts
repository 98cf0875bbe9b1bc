import type { LineWhy } from '#shared/outbox/outbox.states.ts';

/** The headquarters was not reached, or what answered was not it. */
export class LineFault extends Error {
  override readonly name = 'LineFault';
  readonly why: LineWhy;

  constructor(why: LineWhy, cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

/** What Node says where a certificate is not believed. Its list is OpenSSL's, hence long and open. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ISSUER|CRL|HOSTNAME/;

export function lineFaultOf(cause: unknown): LineFault {
  if (cause instanceof LineFault) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new LineFault(CERTIFICATE.test(code) ? 'certificate' : 'network', cause);
}
