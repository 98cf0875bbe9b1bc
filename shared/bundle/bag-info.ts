import { z } from 'zod';
import { BundleId, OfficeCode } from '#shared/core/ids.ts';
import { PlainDate, PlainMonth } from '#shared/core/plain-date.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { BUNDLE_FORMAT_MAJOR, PlainName, Sha256Hex } from './bundle.formats.ts';

/** The bundle an office sent before this one, by its id and the SHA-256 of its `.age` file. */
export const PreviousBundle = z.strictObject({ id: BundleId, sha256: Sha256Hex }).readonly();
export type PreviousBundle = z.infer<typeof PreviousBundle>;

const count = z.int().nonnegative();

/** `bag-info.txt` (RFC 8493, 2.2.2). Holds no personal data. */
export const BagInfo = z
  .strictObject({
    format: z.string().regex(/^\d{1,4}\.\d{1,4}$/, 'not a format version of the form 1.0'),
    officeName: PlainName,
    officeCode: OfficeCode,
    bundleId: BundleId,
    baggingDate: PlainDate,
    payload: z.strictObject({ bytes: count, files: count }).readonly(),
    period: PlainMonth,
    sequence: z.int().positive(),
    previous: PreviousBundle.nullable(),
    caseCount: count,
    zeroReport: z.boolean(),
    /** Where the office's event chain stands after this bundle, also in a month without events. */
    chainHead: z.strictObject({ seq: count, hash: Sha256Hex }).readonly().optional(),
  })
  .readonly();
export type BagInfo = z.infer<typeof BagInfo>;

export type BagInfoRefusal =
  | { readonly code: 'bundle/newer-format'; readonly detail: string }
  | { readonly code: 'bundle/bad-bag-info'; readonly detail: string };

const FORMAT_LABEL = 'Case-Bundle-Format';

export function formatBagInfo(info: BagInfo): string {
  const { previous, chainHead } = info;
  const lines: [string, string][] = [
    ['Source-Organization', info.officeName],
    ['External-Identifier', info.bundleId],
    ['Internal-Sender-Identifier', info.officeCode],
    ['Bagging-Date', info.baggingDate],
    ['Payload-Oxum', `${info.payload.bytes}.${info.payload.files}`],
    ['Bag-Group-Identifier', info.period],
    ['Bag-Count', String(info.sequence)],
    ['Previous-Bundle', previous === null ? 'none' : `${previous.id} ${previous.sha256}`],
    ['Case-Count', String(info.caseCount)],
    ['Zero-Report', String(info.zeroReport)],
    [FORMAT_LABEL, info.format],
  ];
  if (chainHead !== undefined) lines.push(['Event-Chain-Head', `${chainHead.seq} ${chainHead.hash}`]);
  return lines.map(([label, value]) => `${label}: ${value}\n`).join('');
}

/** Labels and values; a line that begins with white space goes on with the value before it. */
export function readLabels(text: string): Map<string, string> | undefined {
  const labels = new Map<string, string>();
  let last: string | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '') continue;
    if (/^[ \t]/.test(line)) {
      if (last === undefined) return undefined;
      labels.set(last, `${labels.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) return undefined;
    last = line.slice(0, colon).trim();
    if (labels.has(last)) return undefined;
    labels.set(last, line.slice(colon + 1).trim());
  }
  return labels;
}

export const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined;

export function readPair(text: string | undefined, separator: string): readonly [string, string] | undefined {
  const [first, second, ...rest] = text?.split(separator) ?? [];
  return first === undefined || second === undefined || rest.length > 0 ? undefined : [first, second];
}

const truth = (text: string | undefined): boolean | undefined =>
  text === 'true' ? true : text === 'false' ? false : undefined;

/** Whether a format version is of a later major than this program reads. */
export const isNewerFormat = (format: string, major: number): boolean =>
  /^\d{1,4}\.\d{1,4}$/.test(format) && Number(format.split('.')[0]) > major;

/** Reads `bag-info.txt`. The format is looked at first: what a newer one says elsewhere is not ours to judge. */
export function parseBagInfo(text: string): Result<BagInfo, BagInfoRefusal> {
  const labels = readLabels(text);
  if (labels === undefined)
    return err({ code: 'bundle/bad-bag-info', detail: 'lines are not "Label: value"' });
  const format = labels.get(FORMAT_LABEL) ?? '1.0';
  if (isNewerFormat(format, BUNDLE_FORMAT_MAJOR)) {
    return err({ code: 'bundle/newer-format', detail: format });
  }
  const oxum = readPair(labels.get('Payload-Oxum'), '.');
  const previous = labels.get('Previous-Bundle');
  const previousPair = readPair(previous, ' ');
  const headText = labels.get('Event-Chain-Head');
  const head = readPair(headText, ' ');
  const parsed = BagInfo.safeParse({
    format,
    officeName: labels.get('Source-Organization'),
    officeCode: labels.get('Internal-Sender-Identifier'),
    bundleId: labels.get('External-Identifier'),
    baggingDate: labels.get('Bagging-Date'),
    payload: { bytes: wholeNumber(oxum?.[0]), files: wholeNumber(oxum?.[1]) },
    period: labels.get('Bag-Group-Identifier'),
    sequence: wholeNumber(labels.get('Bag-Count')),
    previous: previous === 'none' ? null : { id: previousPair?.[0], sha256: previousPair?.[1] },
    caseCount: wholeNumber(labels.get('Case-Count')),
    zeroReport: truth(labels.get('Zero-Report')),
    ...(headText === undefined ? {} : { chainHead: { seq: wholeNumber(head?.[0]), hash: head?.[1] } }),
  });
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.map(issue => issue.path.join('.'));
  return err({ code: 'bundle/bad-bag-info', detail: fields.join(', ') });
}
