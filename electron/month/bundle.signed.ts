import { createHash } from 'node:crypto';
import { sealedWords } from '#shared/bundle/sealing.ts';
import type { DocumentState } from '#shared/case/case.state.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { reportedCases } from '#shared/reports/month.books.ts';
import { signatureSvg } from '#shared/signing/signature.svg.ts';
import { parseStrokes } from '#shared/signing/strokes.ts';
import { scanFile } from '../attachments/leaving.measured.ts';
import type { BundleAttachment } from '../bundles/bundle.input.ts';
import { onePiece } from '../files/one-piece.ts';
import type { Vault } from '../vault/vault.types.ts';
import type { Seal } from './bundle.lines.ts';
import type { Survey } from './ledger.survey.ts';

export interface SignedCopies {
  readonly files: readonly BundleAttachment[];
  /** What a scan or a signature of the vault is called in the bundle, by its hash there. */
  readonly names: ReadonlyMap<string, string>;
}

type Fault = { readonly code: FaultCode };

async function signatureFile(vault: Vault, image: string): Promise<Result<BundleAttachment, Fault>> {
  const kept = await vault.getBytes(image);
  if (!kept.ok) return kept;
  const strokes = parseStrokes(kept.value.toString('utf8'));
  if (!strokes) return err({ code: 'vault/damaged' });
  const svg = Buffer.from(signatureSvg(strokes));
  const sha256 = createHash('sha256').update(svg).digest('hex');
  return ok({ sha256, ext: 'svg', bytes: svg.length, open: () => onePiece(svg) });
}

/** The signed copies of the papers that leave: scans of sheets, and what was signed on the screen. */
export async function signedCopies(
  survey: Survey,
  vault: Vault,
  signal: AbortSignal,
): Promise<Result<SignedCopies, Fault>> {
  const files: BundleAttachment[] = [];
  const names = new Map<string, string>();
  for (const { state } of reportedCases(survey)) {
    if (survey.isHidden(state)) continue;
    for (const { scans, padSignatures = [] } of state.documents) {
      const wanted = [
        ...scans.map(({ sha256 }) => ({ sha256, read: scanFile })),
        ...padSignatures.map(({ image }) => ({ sha256: image, read: signatureFile })),
      ];
      for (const { sha256, read } of wanted) {
        if (names.has(sha256)) continue;
        if (signal.aborted) return err({ code: 'bundle/cancelled' });
        const file = await read(vault, sha256);
        if (!file.ok) return file;
        files.push(file.value);
        names.set(sha256, `${file.value.sha256}.${file.value.ext}`);
      }
    }
  }
  return ok({ files, names });
}

export interface SignedContext extends Pick<SignedCopies, 'names'> {
  readonly hidden: boolean;
  readonly code: string;
  readonly seal: Seal;
}

/** What the line of a case tells of the signatures under a paper; nothing where there is none. */
export async function signedWords(
  { signedAt, scans, padSignatures = [] }: DocumentState,
  { names, hidden, code, seal }: SignedContext,
): Promise<object> {
  const fileOf = (sha256: string): object => {
    const file = hidden ? undefined : names.get(sha256);
    return file === undefined ? {} : { file };
  };
  const onPad = await Promise.all(
    padSignatures.map(async ({ place, signer, at, image }) => ({
      ...{ place, signed_at: at, sha256: image, ...fileOf(image) },
      signer: hidden ? await sealedWords(signer, code, seal) : signer,
    })),
  );
  return {
    ...(signedAt === undefined ? {} : { signed_at: signedAt }),
    ...(scans.length === 0
      ? {}
      : { signed_pages: scans.map(({ page, sha256 }) => ({ page, sha256, ...fileOf(sha256) })) }),
    ...(onPad.length === 0 ? {} : { signed_on_screen: onPad }),
  };
}
