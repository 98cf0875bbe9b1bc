import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import { extensionOf, type MediaType } from '#shared/attachments/attachment.media.ts';
import type { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import type { OfficeCode } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { isWritten, parseStrokes } from '#shared/signing/strokes.ts';
import { parseTransferInfo, type TransferBagInfo } from '#shared/transfer/transfer.bag-info.ts';
import {
  signaturesOf,
  Transfer,
  TransferHead,
  TRANSFER_VERSION,
  transferBagName,
} from '#shared/transfer/transfer.schema.ts';
import { inspect } from '../attachments/inspect.ts';
import { decryptAge } from '../bundles/age.stream.ts';
import { readOffice } from '../bundles/bag.content.ts';
import {
  bagFiles,
  checkOxum,
  checkTags,
  readInfoText,
  readManifest,
  readSmall,
  type BagFiles,
} from '../bundles/bag.tags.ts';
import { BundleFault } from '../bundles/bundle.fault.ts';
import type { BundleLimits } from '../bundles/bundle.limits.ts';
import { parsePlainJson } from '../bundles/ndjson.reader.ts';
import { openZip } from '../bundles/zip.open.ts';
import { sealedScratch, type SealedScratch } from '../files/sealed-scratch.ts';
import { isSystemError } from '../files/storage-error.ts';
import type { ReadApart } from '../printing/outside/read-apart.ts';
import type { Vault } from '../vault/vault.types.ts';
import { TRANSFER_LIMITS } from './transfer.limits.ts';

export interface TransferReading {
  readonly identity: string;
  /** Whom it must be for. */
  readonly own: OfficeCode;
  /** The key another office is known by; undefined where its card was never read. */
  readonly findSigningKey: (code: OfficeCode) => string | undefined;
  /** Where it is opened; nothing readable lies there at any time. */
  readonly scratchDir: string;
  /** Its files go there once everything else was found right. */
  readonly vault: Pick<Vault, 'put'>;
  readonly readPdf: ReadApart;
  readonly limits?: BundleLimits;
}

export interface ReadTransfer {
  readonly transfer: Transfer;
  readonly card: OfficeCard;
  /** Of the `.age` file. */
  readonly sha256: string;
  /** Of `transfer.json`, in the vault. */
  readonly content: string;
}

export interface TransferRefusal {
  readonly code: FaultCode;
  /** What the package says of its sender; proven only behind a signature. */
  readonly from?: OfficeCode;
  readonly cause?: unknown;
}

const README = 'data/README.txt';
const OFFICE = 'data/office.json';
const CONTENT = 'data/transfer.json';
/** A signature is no attachment: it is drawn from its strokes. */
const STROKES = 'application/json' as const;

/** What the readers of bags find wrong, as people are told of a case from another office. */
const CODES: Partial<Readonly<Record<BundleFault['code'], FaultCode>>> = {
  'bundle/wrong-recipient': 'transfers/not-for-us',
  'bundle/unknown-office': 'transfers/unknown-sender',
  'bundle/bad-signature': 'transfers/bad-signature',
  'bundle/newer-format': 'transfers/newer-format',
  'bundle/too-large': 'transfers/too-large',
  'bundle/bad-bag-info': 'transfers/malformed',
  'bundle/bad-content': 'transfers/malformed',
  'bundle/unsafe-name': 'transfers/malformed',
  'bundle/duplicate-name': 'transfers/malformed',
  'bundle/unlisted-file': 'transfers/malformed',
  'bundle/staging-failed': 'transfers/no-room',
};

/** An expected refusal on its way out of the middle of a package. */
class TransferFault extends Error {
  override readonly name = 'TransferFault';
  readonly code: FaultCode;

  constructor(code: FaultCode) {
    super(code);
    this.code = code;
  }
}

class ScratchReader extends RandomAccessReader {
  private readonly scratch: SealedScratch;

  constructor(scratch: SealedScratch) {
    super();
    this.scratch = scratch;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.scratch.read(start, end);
  }
}

/** The disk of this PC, as against what the package came on. */
async function atScratch<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw isSystemError(cause) ? new BundleFault('bundle/staging-failed', '', cause) : cause;
  }
}

async function decryptTo(
  scratch: SealedScratch,
  file: string,
  identity: string,
  { fileBytes, inflatedBytes }: BundleLimits,
): Promise<string> {
  const source = await open(file, 'r');
  try {
    const hash = createHash('sha256');
    const { size } = await source.stat();
    if (size > fileBytes) throw new BundleFault('bundle/too-large', `${size} bytes`);
    const plain = decryptAge({ handle: source, size }, [identity], bytes => hash.update(bytes));
    for await (const piece of plain) {
      if (scratch.size() + piece.length > inflatedBytes) throw new BundleFault('bundle/too-large');
      await atScratch(() => scratch.write(piece));
    }
    return hash.digest('hex');
  } finally {
    await source.close();
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function readSmallOf(
  bag: BagFiles,
  manifest: ReadonlyMap<string, string>,
  file: string,
  limits: BundleLimits,
): Promise<Buffer> {
  const bytes = await readSmall(bag, file, limits);
  if (sha256Of(bytes) !== manifest.get(file)) throw new BundleFault('bundle/hash-mismatch', file);
  return bytes;
}

function parseTransfer(
  bytes: Buffer,
  info: TransferBagInfo,
  card: OfficeCard,
  limits: BundleLimits,
): Transfer {
  const value = parsePlainJson(bytes, limits);
  const head = TransferHead.safeParse(value);
  if (head.success && head.data.version > TRANSFER_VERSION) throw new BundleFault('bundle/newer-format');
  const read = Transfer.safeParse(value);
  if (!read.success) throw new BundleFault('bundle/bad-content', CONTENT);
  const { transfer_id: id, to, from } = read.data;
  // The card is of the office whose key proved the bag; everything that names a party has to name the same.
  if (id !== info.transferId || to !== info.recipient || from.code !== card.code || from.name !== card.name)
    throw new BundleFault('bundle/bad-content', CONTENT);
  return read.data;
}

interface Listed {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly media: MediaType | typeof STROKES;
}

const listedFiles = ({ papers, attachments }: Transfer): readonly Listed[] => [
  ...papers.map(({ document, sha256, bytes }) => ({
    ...{ path: `data/documents/${document}.pdf`, sha256, bytes, media: 'application/pdf' as const },
  })),
  ...attachments.map(({ sha256, media, bytes }) => ({
    ...{ path: `data/attachments/${sha256}.${extensionOf(media)}`, sha256, bytes, media },
  })),
  ...signaturesOf(papers).map(({ image: sha256, bytes }) => ({
    ...{ path: `data/signatures/${sha256}.json`, sha256, bytes, media: STROKES },
  })),
];

/** Every file is named by what is said of the case, and every one that is named is there. */
function checkFiles(transfer: Transfer, manifest: ReadonlyMap<string, string>): void {
  const listed = listedFiles(transfer);
  const wanted = new Map(listed.map(({ path, sha256 }) => [path, sha256]));
  if (wanted.size !== listed.length) throw new BundleFault('bundle/duplicate-name', CONTENT);
  for (const [path, sha256] of manifest) {
    if ([README, OFFICE, CONTENT].includes(path)) continue;
    if (wanted.get(path) !== sha256) throw new BundleFault('bundle/unlisted-file', path);
    wanted.delete(path);
  }
  if (wanted.size > 0) throw new BundleFault('bundle/missing-file');
}

async function* piecesOf(bag: BagFiles, path: string, most: number): AsyncGenerator<Buffer, void, undefined> {
  const entry = bag.files.get(path);
  if (!entry) throw new BundleFault('bundle/missing-file', path);
  let bytes = 0;
  for await (const piece of await entry.open()) {
    bytes += piece.length;
    if (bytes > most) throw new BundleFault('bundle/oxum-mismatch', path);
    yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  }
}

/** Whether it is what it is called, by the same rules as what is handed in or written on the pad. */
async function isWhatItSays(
  bag: BagFiles,
  { path, bytes, media }: Listed,
  readPdf: ReadApart,
): Promise<boolean> {
  const parts = () => piecesOf(bag, path, bytes);
  if (media !== STROKES) {
    const found = await inspect(parts, readPdf);
    return found.ok && found.value.media === media;
  }
  const pieces: Buffer[] = [];
  for await (const piece of parts()) pieces.push(piece);
  const strokes = parseStrokes(Buffer.concat(pieces).toString('utf8'));
  return strokes !== undefined && isWritten(strokes.strokes);
}

/** Looks through every file as through one that is handed in at the counter, and only then keeps any. */
async function keepFiles(
  bag: BagFiles,
  transfer: Transfer,
  { vault, readPdf }: TransferReading,
): Promise<void> {
  const files = listedFiles(transfer);
  for (const file of files) {
    const { path, sha256, bytes } = file;
    const hash = createHash('sha256');
    let length = 0;
    for await (const piece of piecesOf(bag, path, bytes)) {
      hash.update(piece);
      length += piece.length;
    }
    if (length !== bytes || hash.digest('hex') !== sha256)
      throw new BundleFault('bundle/hash-mismatch', path);
    if (!(await isWhatItSays(bag, file, readPdf))) throw new TransferFault('transfers/bad-file');
  }
  for (const { path, sha256, bytes } of files) {
    const kept = await vault.put(piecesOf(bag, path, bytes));
    if (!kept.ok) throw new TransferFault(kept.error.code);
    if (kept.value.sha256 !== sha256) throw new BundleFault('bundle/hash-mismatch', path);
  }
}

interface Progress {
  from?: OfficeCode;
}

async function unpack(
  scratch: SealedScratch,
  sha256: string,
  reading: TransferReading,
  limits: BundleLimits,
  progress: Progress,
): Promise<ReadTransfer> {
  const zip = await openZip({ reader: new ScratchReader(scratch), size: scratch.size() }, limits);
  try {
    const bag = bagFiles(zip, [OFFICE, CONTENT]);
    const parsed = parseTransferInfo(await readInfoText(bag, limits));
    if (!parsed.ok) throw new BundleFault(parsed.error);
    const info = parsed.value;
    progress.from = info.officeCode;
    const { officeCode: from, recipient: to, transferId: id } = info;
    if (bag.top !== transferBagName({ from, to, id })) throw new BundleFault('bundle/bad-bag-info');
    if (to !== reading.own) throw new TransferFault('transfers/other-office');
    const signingKey = reading.findSigningKey(from);
    if (signingKey === undefined) throw new BundleFault('bundle/unknown-office', from);
    await checkTags(bag, signingKey, limits);
    const manifest = await readManifest(bag, info, limits);
    const card = readOffice(await readSmallOf(bag, manifest, OFFICE, limits), info, signingKey, limits);
    const json = await readSmallOf(bag, manifest, CONTENT, limits);
    const transfer = parseTransfer(json, info, card, limits);
    checkFiles(transfer, manifest);
    const readme = manifest.has(README) ? await readSmallOf(bag, manifest, README, limits) : Buffer.alloc(0);
    const listed = listedFiles(transfer).reduce((sum, { bytes }) => sum + bytes, 0);
    const office = bag.files.get(OFFICE)?.claimedBytes ?? 0;
    checkOxum(info, { files: manifest.size, bytes: listed + json.length + office + readme.length });
    await keepFiles(bag, transfer, reading);
    const kept = await reading.vault.put(json);
    if (!kept.ok) throw new TransferFault(kept.error.code);
    return { transfer, card, sha256, content: kept.value.sha256 };
  } finally {
    zip.close();
  }
}

function refusalOf(cause: unknown, { from }: Progress): TransferRefusal {
  const told = from === undefined ? {} : { from };
  if (cause instanceof TransferFault) return { code: cause.code, ...told };
  if (cause instanceof BundleFault) return { code: CODES[cause.code] ?? 'transfers/damaged', ...told, cause };
  // What the system says here is about what it came on.
  if (isSystemError(cause)) return { code: 'transfers/damaged', ...told, cause };
  throw cause;
}

/**
 * Opens a package and checks all it can show by itself: readable by the own key, a sound bag, signed by the office it
 * names as that is known here, and nothing in it that would not be taken at the counter. One that is refused leaves
 * nothing behind but files in the vault that nothing speaks of.
 */
export async function readTransfer(
  file: string,
  reading: TransferReading,
): Promise<Result<ReadTransfer, TransferRefusal>> {
  const { limits = TRANSFER_LIMITS, scratchDir, identity } = reading;
  const progress: Progress = {};
  let scratch: SealedScratch | undefined;
  try {
    const made = (scratch = await atScratch(() => sealedScratch(scratchDir)));
    const sha256 = await decryptTo(made, file, identity, limits);
    return ok(await unpack(made, sha256, reading, limits, progress));
  } catch (cause) {
    return err(refusalOf(cause, progress));
  } finally {
    await scratch?.close();
  }
}
