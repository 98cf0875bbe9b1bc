import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseBundleName } from '#shared/bundle/bundle-name.ts';
import type { BundleId, OfficeCode } from '#shared/core/ids.ts';
import { hqFolder } from '../hq.folder.ts';
import { importBundle, type ImportOptions, type ImportResult } from '../hq.import.ts';
import { readTextIfThere } from '../hq.init.ts';
import { sentenceOf, type ImportRefusal } from '../hq.refusals.ts';
import { namesIn, parseJson, readLedger, writeJson } from '../hq.store.ts';
import { findOffice } from '../ledger.schema.ts';
import { UploadMetadata, uploadId } from './upload.metadata.ts';

/** How long after the folder was busy or the disk full it is tried again. */
const AGAIN_MS = 3000;

const NotTaken = z.object({ office: z.string(), code: z.string(), sentence: z.string() });
export type NotTaken = z.infer<typeof NotTaken>;

export interface IntakeOptions extends ImportOptions {
  readonly onResult?: (file: string, result: ImportResult) => void;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

const sequenceOf = ({ filename }: UploadMetadata): number => parseBundleName(filename)?.sequence ?? 0;

/**
 * Takes complete uploads in, one after the other. A bundle whose predecessor is still on its way waits for it, since
 * headquarters would have to refuse it as one that leaves a gap.
 */
export class UploadIntake {
  private readonly complete = new Map<BundleId, UploadMetadata>();
  private readonly dataDir: string;
  private readonly options: IntakeOptions;
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(dataDir: string, options: IntakeOptions) {
    this.dataDir = dataDir;
    this.options = options;
  }

  /** Uploads that were complete when the receiver was stopped. */
  async findLeft(): Promise<void> {
    const { uploads } = hqFolder(this.dataDir);
    for (const name of await namesIn(uploads)) {
      if (!name.endsWith('.json')) continue;
      const kept = parseJson((await readTextIfThere(path.join(uploads, name))) ?? '') as Kept;
      const metadata = UploadMetadata.safeParse(kept?.metadata);
      const file = path.join(uploads, name.slice(0, -'.json'.length));
      const bytes = metadata.success ? await sizeOf(file) : undefined;
      if (metadata.success && bytes !== undefined && bytes === kept?.size) this.add(metadata.data);
    }
  }

  add(metadata: UploadMetadata): void {
    this.complete.set(metadata.bundle, metadata);
    this.look();
  }

  has(bundle: BundleId): boolean {
    return this.complete.has(bundle);
  }

  /** Nobody waits for it, but what is being taken in is finished. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private look(): void {
    this.running = this.running.then(() => this.takeAll());
  }

  private async takeAll(): Promise<void> {
    for (;;) {
      const next = this.closed ? undefined : await this.findNext();
      if (next === undefined) return;
      if (!(await this.take(next))) {
        clearTimeout(this.timer);
        if (!this.isClosed()) this.timer = setTimeout(() => this.look(), AGAIN_MS).unref();
        return;
      }
    }
  }

  private isClosed(): boolean {
    return this.closed;
  }

  private async findNext(): Promise<UploadMetadata | undefined> {
    if (this.complete.size === 0) return undefined;
    const ledger = await readLedger(this.dataDir);
    const expected = (office: OfficeCode): number =>
      (findOffice(ledger, office)?.bundles.at(-1)?.sequence ?? 0) + 1;
    return [...this.complete.values()]
      .filter(each => sequenceOf(each) <= expected(each.office))
      .sort((a, b) => sequenceOf(a) - sequenceOf(b))[0];
  }

  /** Whether it was settled; if not, it stays and is tried again. */
  private async take(upload: UploadMetadata): Promise<boolean> {
    const file = path.join(hqFolder(this.dataDir).uploads, uploadId(upload));
    if ((await hashOf(file)) !== upload.sha256) {
      // Something was altered on its way: forgotten, so that the sender begins anew.
      await this.forget(upload, file);
      return true;
    }
    const result = await importBundle(file, this.dataDir, this.options);
    this.options.onResult?.(upload.filename, result);
    const refused = result.ok ? undefined : result.error;
    if (refused?.code.startsWith('hq/') === true) return false;
    const about = result.ok ? result.value.receipt.bundle_id : refused?.receipt;
    if (about !== upload.bundle)
      await this.note(upload, refused ?? { code: 'receipt/other-bundle' as ImportRefusal['code'] });
    await this.forget(upload, file);
    return true;
  }

  private async forget({ bundle }: UploadMetadata, file: string): Promise<void> {
    await rm(file, { force: true });
    await rm(`${file}.json`, { force: true });
    this.complete.delete(bundle);
  }

  private note({ bundle, office }: UploadMetadata, { code }: ImportRefusal): Promise<void> {
    return writeJson(noteOf(this.dataDir, bundle), { office, code, sentence: sentenceOf(code).zh });
  }
}

type Kept = { readonly size?: number; readonly metadata?: unknown } | undefined;

const noteOf = (dataDir: string, bundle: BundleId): string =>
  path.join(hqFolder(dataDir).notTaken, `${bundle}.json`);

function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ size }) => size,
    () => undefined, // Its description is left over from a crash.
  );
}

/** Why nothing was signed for this bundle of the office, if it was looked at. */
export async function findNotTaken(
  dataDir: string,
  office: OfficeCode,
  bundle: BundleId,
): Promise<NotTaken | undefined> {
  const text = await readFile(noteOf(dataDir, bundle), 'utf8').catch(() => ''); // None there is the rule.
  const note = NotTaken.safeParse(parseJson(text)).data;
  return note?.office === office ? note : undefined;
}

export const forgetNotTaken = (dataDir: string, bundle: BundleId): Promise<void> =>
  rm(noteOf(dataDir, bundle), { force: true });
