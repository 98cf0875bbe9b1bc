import { z } from 'zod';
import { isNewerFormat, readLabels, readPair, wholeNumber } from '#shared/bundle/bag-info.ts';
import { PlainName } from '#shared/bundle/bundle.formats.ts';
import { OfficeCode, TransferId } from '#shared/core/ids.ts';
import { PlainDate } from '#shared/core/plain-date.ts';
import { err, ok, type Result } from '#shared/core/result.ts';

export const TRANSFER_BAG_FORMAT = '1.0';

const count = z.int().nonnegative();

/** `bag-info.txt` of a package. Holds no personal data. */
export const TransferBagInfo = z
  .strictObject({
    format: z.literal(TRANSFER_BAG_FORMAT),
    officeName: PlainName,
    officeCode: OfficeCode,
    recipient: OfficeCode,
    transferId: TransferId,
    baggingDate: PlainDate,
    payload: z.strictObject({ bytes: count, files: count }).readonly(),
  })
  .readonly();
export type TransferBagInfo = z.infer<typeof TransferBagInfo>;

const FORMAT_LABEL = 'Case-Transfer-Format';

export const formatTransferInfo = (info: TransferBagInfo): string =>
  [
    ['Source-Organization', info.officeName],
    ['External-Identifier', info.transferId],
    ['Internal-Sender-Identifier', info.officeCode],
    ['Internal-Recipient-Identifier', info.recipient],
    ['Bagging-Date', info.baggingDate],
    ['Payload-Oxum', `${info.payload.bytes}.${info.payload.files}`],
    [FORMAT_LABEL, info.format],
  ]
    .map(([label, value]) => `${label}: ${value}\n`)
    .join('');

/** Reads it; the format first, for what a newer one says elsewhere is not ours to judge. */
export function parseTransferInfo(
  text: string,
): Result<TransferBagInfo, 'bundle/newer-format' | 'bundle/bad-bag-info'> {
  const labels = readLabels(text);
  const format = labels?.get(FORMAT_LABEL);
  if (format !== undefined && isNewerFormat(format, 1)) return err('bundle/newer-format');
  const oxum = readPair(labels?.get('Payload-Oxum'), '.');
  const parsed = TransferBagInfo.safeParse({
    format,
    officeName: labels?.get('Source-Organization'),
    officeCode: labels?.get('Internal-Sender-Identifier'),
    recipient: labels?.get('Internal-Recipient-Identifier'),
    transferId: labels?.get('External-Identifier'),
    baggingDate: labels?.get('Bagging-Date'),
    payload: { bytes: wholeNumber(oxum?.[0]), files: wholeNumber(oxum?.[1]) },
  });
  return parsed.success ? ok(parsed.data) : err('bundle/bad-bag-info');
}
