import { PDFArray, PDFDict, PDFName, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import type { OutsideCode } from './outside.fault.ts';

/** Actions that run something, send something, or open another file (ISO 32000-1, table 198). */
const ACTIONS = new Set([
  ...['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToE', 'GoToR', 'Thread'],
  ...['Rendition', 'Movie', 'Sound', 'GoTo3DView', 'RichMediaExecute'],
]);
const PLAYED = new Set(['RichMedia', 'Movie', 'Sound', 'Screen', '3D']);

const named = (dict: PDFDict, key: string): string | undefined => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
};
const has = (dict: PDFDict, key: string): boolean => dict.get(PDFName.of(key)) !== undefined;

function activeIn(dict: PDFDict): OutsideCode | undefined {
  const attached =
    named(dict, 'Subtype') === 'FileAttachment' ||
    named(dict, 'Type') === 'EmbeddedFile' ||
    has(dict, 'EmbeddedFiles') ||
    has(dict, 'EF');
  if (attached) return 'papers/outside-attachment';
  const active =
    ACTIONS.has(named(dict, 'S') ?? '') ||
    PLAYED.has(named(dict, 'Subtype') ?? '') ||
    ['JS', 'JavaScript', 'XFA'].some(key => has(dict, key));
  return active ? 'papers/outside-active' : undefined;
}

/**
 * The first thing in the file that does more than lie on a page. Links to addresses and jumps to pages are let be:
 * Word writes them, and neither the preview nor a printer follows them.
 */
export function findActive(context: PDFContext): OutsideCode | undefined {
  const waiting: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFArray) waiting.push(...dict.asArray());
    if (!(dict instanceof PDFDict)) continue;
    const found = activeIn(dict);
    if (found) return found;
    waiting.push(...dict.values());
  }
  return undefined;
}
