import type { ReportFault } from './bag.rules.ts';
import { isStrict, type BagDeclaration } from './bag-version.ts';

export const METADATA = 'bag-info.txt';

export interface MetadataElement {
  readonly label: string;
  readonly value: string;
}

const ONCE = ['bagging-date', 'bag-size', 'bag-group-identifier', 'bag-count'];
const OXUM = 'payload-oxum';

/** Drafts before 1.0 allow white space on both sides of the colon, and none. */
const STRICT = /^([^:\s](?:[^:]*[^:\s])?):(?:[ \t](.*))?$/;
const LOOSE = /^([^:\s](?:[^:]*[^:\s])?)[ \t]*:[ \t]*(.*)$/;

/** Reads `bag-info.txt` (RFC 8493, 2.2.2), in its order; a line that begins with white space goes on with a value. */
export function readMetadata(
  lines: readonly string[],
  declared: BagDeclaration,
  report: ReportFault,
): readonly MetadataElement[] {
  const elements: MetadataElement[] = [];
  lines.forEach((line, index) => {
    const last = elements.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      elements[elements.length - 1] = { ...last, value: `${last.value}\n${line.trim()}` };
      return;
    }
    const [, label, value = ''] = (isStrict(declared) ? STRICT : LOOSE).exec(line) ?? [];
    if (label === undefined) report('info/line', METADATA, `${index + 1}: ${line.slice(0, 200)}`);
    else elements.push({ label, value });
  });
  for (const name of ONCE)
    if (elements.filter(({ label }) => label.toLowerCase() === name).length > 1)
      report('info/repeated', METADATA, name);
  return elements;
}

export interface PayloadOxum {
  readonly bytes: number;
  readonly files: number;
}

/** The announced size of the payload; undefined where there is none, or none to go by. */
export function announcedOxum(
  elements: readonly MetadataElement[],
  report: ReportFault,
): PayloadOxum | undefined {
  const [first, ...more] = elements.filter(({ label }) => label.toLowerCase() === OXUM);
  if (first === undefined) return undefined;
  if (more.length > 0) report('info/oxum-twice', METADATA);
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(first.value.trim());
  if (match === null) {
    report('info/oxum-form', METADATA, first.value);
    return undefined;
  }
  return { bytes: Number(match[1]), files: Number(match[2]) };
}
