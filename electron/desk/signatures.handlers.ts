import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import { err, ok } from '#shared/core/result.ts';
import type { KeptImage, MadePaper } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { SignatureSheet } from '#shared/signing/signature-sheet.ts';
import { isWritten, parseStrokes, type Strokes } from '#shared/signing/strokes.ts';
import { asFault, type Handle } from '../ipc/handle.ts';
import type { RenderDeps } from '../printing/pdf.renderer.ts';
import { renderSheet } from '../printing/plain-sheet.ts';
import { signatureSheet } from '../printing/signature-sheet.ts';
import { withPagesBehind } from '../printing/signed-copy.ts';
import { openedLedger, type Desk } from './desk.ts';
import { passPdf, readPaper } from './papers.ts';

const notStrokes = (where: string) => err({ code: 'ipc/input', detail: { where } } as const);

/** Puts a signature into the vault. Which paper it stands under, an event says afterwards. */
export async function keepSignature(desk: Desk, json: string): Promise<Reply<KeptImage>> {
  const strokes = parseStrokes(json);
  if (!strokes || !isWritten(strokes.strokes)) return notStrokes('strokes');
  const stored = await openedLedger(desk).vault.put(Buffer.from(canonicalJson(strokes)));
  return stored.ok
    ? ok({ image: stored.value.sha256, bytes: stored.value.bytes })
    : err(asFault(stored.error));
}

async function strokesOf(desk: Desk, image: string): Promise<Reply<Strokes>> {
  const bytes = await openedLedger(desk).vault.getBytes(image);
  if (!bytes.ok) return err(asFault(bytes.error));
  const strokes = parseStrokes(Buffer.from(bytes.value).toString('utf8'));
  return strokes ? ok(strokes) : notStrokes('image');
}

/** The kept PDF with 签字页 behind it, to be looked at, printed and saved; it can be made again at any time. */
export async function copySigned(
  desk: Desk,
  render: RenderDeps,
  sheet: SignatureSheet,
): Promise<Reply<MadePaper>> {
  const original = await readPaper(desk, sheet.sha256);
  if (!original.ok) return original;
  const images = new Map<string, Strokes>();
  for (const { image } of sheet.signatures) {
    const strokes = await strokesOf(desk, image);
    if (!strokes.ok) return strokes;
    images.set(image, strokes.value);
  }
  const rendered = await renderSheet(
    signatureSheet(sheet, image => images.get(image)),
    render,
  );
  if (!rendered.ok) return err(asFault(rendered.error));
  const { pdf, pages } = await withPagesBehind(original.value, rendered.value);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  passPdf(desk, sha256, pdf);
  return ok({ sha256, bytes: pdf.byteLength, pages, mark: sheet.mark, warnings: [] });
}

export function handleSignatures(handle: Handle, desk: Desk, render: RenderDeps): void {
  handle('signatures:keep', ({ strokes }) => keepSignature(desk, strokes));
  handle('signatures:copy', ({ sheet }) => copySigned(desk, render, sheet));
}
