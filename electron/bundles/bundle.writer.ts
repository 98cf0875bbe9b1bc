import { bundleFileName } from '#shared/bundle/bundle-name.ts';
import type { Result } from '#shared/core/result.ts';
import { realFiles } from '#electron/files/file-port.ts';
import { encryptAge } from './age.stream.ts';
import { isRecipient } from './age.identity.ts';
import { makeBag } from './bag.members.ts';
import { BundleFault } from './bundle.fault.ts';
import type {
  BundleInput,
  BundleSource,
  BundleTarget,
  BundleWriteRefusal,
  NewBundle,
} from './bundle.input.ts';
import { putOnMedium, refusing } from './medium.file.ts';
import { packZip } from './zip.pack.ts';

function checkRecipients(recipients: readonly string[]): void {
  if (recipients.length === 0) throw new BundleFault('bundle/no-recipient');
  const bad = recipients.find(recipient => !isRecipient(recipient));
  if (bad !== undefined) throw new BundleFault('bundle/bad-recipient', bad);
}

const sumOf = (sources: Iterable<BundleSource>): number => {
  let bytes = 0;
  for (const source of sources) bytes += source.bytes;
  return bytes;
};

const isPacked = (report: string): boolean => !report.endsWith('.json');

/** What is stored as it is and known beforehand: papers, attachments, reports on paper and as tables. */
function leastBytes({ documents, attachments, reports }: BundleInput): number {
  const stored = new Map<string, BundleSource>();
  if (Symbol.iterator in attachments) for (const each of attachments) stored.set(each.sha256, each);
  const packed = Object.keys(reports).filter(isPacked);
  return (
    sumOf(Symbol.iterator in documents ? documents : []) +
    sumOf(stored.values()) +
    packed.reduce((sum, report) => sum + (reports[report]?.length ?? 0), 0)
  );
}

/** A full medium is better noticed before writing to it for an hour; while writing, it has the last word. */
async function checkRoom(needed: number, { directory, files = realFiles }: BundleTarget): Promise<void> {
  const room = await files.statfs(directory).then(
    ({ bavail, bsize }) => bavail * bsize,
    // Some network shares cannot tell.
    () => Infinity,
  );
  if (needed > room) throw new BundleFault('bundle/disk-full', `${needed} > ${room}`);
}

/**
 * Writes one month's bundle: bag → ZIP → age → file, streaming, in flat memory. The bundle exists under its
 * name when this returns a value, and not otherwise.
 */
export function writeBundle(
  input: BundleInput,
  target: BundleTarget,
): Promise<Result<NewBundle, BundleWriteRefusal>> {
  return refusing(async () => {
    checkRecipients(input.recipients);
    const least = leastBytes(input);
    await checkRoom(least, target);
    const bag = makeBag(input);
    const sealed = encryptAge(packZip(bag.members, input.madeAt), input.recipients);
    const name = bundleFileName({
      code: input.office.code,
      period: input.period,
      sequence: input.sequence,
    });
    const written = await putOnMedium(name, sealed, target, { bytes: least });
    return { ...written, bundleId: input.bundleId, counts: bag.counts(), chainHead: bag.chainHead() };
  });
}
