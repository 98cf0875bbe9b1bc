import type { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { Result } from '#shared/core/result.ts';
import { formatTransferInfo, TRANSFER_BAG_FORMAT } from '#shared/transfer/transfer.bag-info.ts';
import { Transfer, transferBagName, transferFileName } from '#shared/transfer/transfer.schema.ts';
import { encryptAge } from '../bundles/age.stream.ts';
import { attachmentFiles } from '../bundles/bag.members.ts';
import { bytesOf, packBag, readSource, sorted, type PayloadFile } from '../bundles/bag.pack.ts';
import type {
  BundleAttachment,
  BundleSource,
  BundleTarget,
  BundleWriteRefusal,
  WrittenBundle,
} from '../bundles/bundle.input.ts';
import { putOnMedium, refusing } from '../bundles/medium.file.ts';
import { packZip } from '../bundles/zip.pack.ts';
import { transferReadme } from './transfer-readme.text.ts';

export interface TransferInput {
  readonly office: OfficeCard;
  readonly transfer: Transfer;
  readonly papers: readonly (BundleSource & { readonly document: DocumentId; readonly sha256: string })[];
  readonly attachments: readonly BundleAttachment[];
  /** Strokes of what was signed on the screen, as they were kept. */
  readonly signatures: readonly BundleAttachment[];
  /** The other office's transfer key, and no other. */
  readonly recipient: string;
  readonly sign: (bytes: Uint8Array, trustedComment: string) => Promise<string>;
}

async function* payloadOf({
  office,
  transfer,
  papers,
  attachments,
  signatures,
}: TransferInput): AsyncGenerator<PayloadFile> {
  const text = { deflate: true };
  const name = { from: office.code, to: transfer.to, id: transfer.transfer_id };
  const readme = transferReadme(name, office.signing_key);
  yield { file: 'README.txt', open: () => bytesOf(readme), ...text };
  yield { file: 'office.json', open: () => bytesOf(`${canonicalJson(office)}\n`), ...text };
  yield {
    file: 'transfer.json',
    open: () => bytesOf(`${canonicalJson(Transfer.parse(transfer))}\n`),
    ...text,
  };
  for await (const { document, ...source } of sorted(papers, each => each.document)) {
    const file = `documents/${document}.pdf`;
    const { bytes, sha256 } = source;
    yield { file, open: () => readSource(source, file), deflate: false, bytes, sha256 };
  }
  yield* attachmentFiles(attachments);
  yield* attachmentFiles(signatures, 'signatures');
}

/** Seals one case for another office: bag → ZIP → age → file, streaming. It is there when this returns a value. */
export function writeTransfer(
  input: TransferInput,
  target: BundleTarget,
): Promise<Result<WrittenBundle, BundleWriteRefusal>> {
  const { office, transfer, papers, attachments, signatures, recipient } = input;
  const name = { from: office.code, to: transfer.to, id: transfer.transfer_id };
  return refusing(() => {
    const bag = packBag({
      top: transferBagName(name),
      payload: payloadOf(input),
      bagInfo: payload =>
        formatTransferInfo({
          ...{ format: TRANSFER_BAG_FORMAT, officeName: office.name, officeCode: office.code },
          ...{ recipient: transfer.to, transferId: transfer.transfer_id, payload },
          baggingDate: dateOf(transfer.sent_at),
        }),
      sign: input.sign,
      comment: `office:${office.code}\ttransfer:${transfer.transfer_id}\tto:${transfer.to}`,
    });
    const sealed = encryptAge(packZip(bag.members, transfer.sent_at), [recipient]);
    const least = [...papers, ...attachments, ...signatures].reduce((sum, { bytes }) => sum + bytes, 0);
    return putOnMedium(transferFileName(name), sealed, target, { bytes: least });
  });
}
