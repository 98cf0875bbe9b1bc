import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { receiptFileName } from '#shared/bundle/receipt.schema.ts';
import type { OfficeCode } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import { OfficeEnd, acceptedBy, running } from '#electron/outbox/outbox.fixture.ts';
import { sampleOffice } from '#electron/bundles/bundle.fixture.ts';
import { verifyMinisign, parsePublicKey } from '#electron/keys/minisign.ts';
import { enrolOffice } from '../hq.enrol.ts';
import { hqFolder } from '../hq.folder.ts';
import { now, NOW, sampleHeadquarters } from '../hq.fixture.ts';
import { makeToken } from './office.tokens.ts';
import { setAddress } from './set-address.ts';
import { startReceiver } from './receiver.ts';

const TUS = { 'tus-resumable': '1.0.0' };

const base64 = (text: string): string => Buffer.from(text).toString('base64');

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function atReceiver() {
  const office = await OfficeEnd.make();
  const receiver = await running(office.hq.dataDir);
  const base = `http://127.0.0.1:${receiver.port}`;
  office.card = { ...office.card, address: base };
  const ask = (place: string, init: Asked = {}, token = office.token): Promise<Response> =>
    fetch(base + place, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
  return { office, receiver, base, ask };
}

describe('an office that is enrolled', () => {
  it('gets a card with a token of its own, of which headquarters keeps a hash only', async () => {
    const { dataDir, office } = await sampleHeadquarters();
    const { tokens, handedCard } = hqFolder(dataDir);
    const card = HeadquartersCard.parse(JSON.parse(await readFile(handedCard(office.card.code), 'utf8')));
    const token = card.token ?? '';
    expect(token).toMatch(/^phx_PHX-0371_/);
    for (const name of await readdir(tokens))
      expect(await readFile(path.join(tokens, name), 'utf8')).not.toContain(token.slice(13));
    expect(await readFile(hqFolder(dataDir).card, 'utf8')).not.toContain('token');
  });

  it('keeps its token when it is enrolled again, and gets another when one is asked for', async () => {
    const { dataDir, office } = await sampleHeadquarters();
    const again = expectOk(await enrolOffice(dataDir, office.card, { now }));
    expect(again).toMatchObject({ state: 'already-there' });
    expect(again.handOver).toBeUndefined();
    const renewed = expectOk(await enrolOffice(dataDir, office.card, { now, newToken: true }));
    expect(renewed.handOver).toBe(hqFolder(dataDir).handedCard(office.card.code));
  });
});

describe('the address on the card', () => {
  it('is one of TLS, or of this machine', async () => {
    const { dataDir } = await sampleHeadquarters();
    for (const address of ['http://10.0.0.1:8443', 'https://hq.example/path', 'ftp://hq.example', '样本'])
      expect(await setAddress(dataDir, { address, pinned: [] })).toMatchObject({
        error: { code: 'hq/bad-address' },
      });
    const card = expectOk(await setAddress(dataDir, { address: 'https://hq.example:8443', pinned: [] }));
    expect(card.address).toBe('https://hq.example:8443');
  });
});

describe('the receiver', () => {
  it('proves with its signature that it is there', async () => {
    const { office, base } = await atReceiver();
    const nonce = randomBytes(16).toString('hex');
    const { reply, minisig } = (await (await fetch(`${base}/health?nonce=${nonce}`)).json()) as Record<
      'reply' | 'minisig',
      string
    >;
    const key = expectOk(parsePublicKey(office.card.signing_key));
    expectOk(await verifyMinisign(key, Buffer.from(reply), minisig));
    expect(JSON.parse(reply)).toMatchObject({ format: 'phoenix-health', nonce });
    expect((await fetch(`${base}/health?nonce=short`)).status).toBe(400);
  });

  it('lets nobody in without a token, and nobody with that of another office to its uploads and receipts', async () => {
    const { office, base, ask } = await atReceiver();
    const bundle = await office.seal();
    const other = sampleOffice('PHX-0402', '范例社区居委会');
    expectOk(await enrolOffice(office.hq.dataDir, other.card, { now }));
    const foreign = await makeToken(office.hq.dataDir, 'PHX-0402' as OfficeCode, NOW);
    office.outbox.start();
    await office.accepted();
    const receipt = `/receipts/${bundle.id}`;
    expect((await fetch(base + receipt)).status).toBe(401);
    expect((await ask(receipt, {}, `${foreign}x`)).status).toBe(401);
    expect((await ask(receipt, {}, foreign)).status).toBe(404);
    expect((await ask(receipt)).status).toBe(200);
    expect((await ask('/orders?office=PHX-0371&after=', {}, foreign)).status).toBe(403);
    const upload = `/files/PHX-0371.${bundle.id}.${bundle.sha256.slice(0, 16)}`;
    expect((await ask(upload, { method: 'HEAD', headers: TUS }, foreign)).status).toBe(404);
  });

  it('serves no upload for reading, and takes none without saying what it is, too large, or for others', async () => {
    const { office, ask } = await atReceiver();
    const { id, file, sha256 } = await office.seal();
    const metadata = { filename: file, bundle: id, office: 'PHX-0371', sha256 };
    const create = (changes: object, length = 10): Promise<Response> =>
      ask('/files', {
        method: 'POST',
        headers: {
          ...{ ...TUS, 'upload-length': String(length) },
          'upload-metadata': Object.entries({ ...metadata, ...changes })
            .map(([key, value]) => `${key} ${base64(String(value))}`)
            .join(','),
        },
      });
    expect((await create({ filename: '../../x' })).status).toBe(400);
    expect((await create({ bundle: '../../x' })).status).toBe(400);
    expect((await create({ office: 'PHX-0402', filename: file.replace('0371', '0402') })).status).toBe(403);
    expect((await create({}, 2 ** 40)).status).toBe(413);
    const made = await create({});
    expect(made.status).toBe(201);
    expect((await ask(made.headers.get('location') ?? '')).status).toBe(405);
  });

  it('takes a bundle once: sent again it gives the same receipt, byte for byte', async () => {
    const { office, ask } = await atReceiver();
    const bundle = await office.seal();
    office.outbox.start();
    await office.accepted();
    const first = await (await ask(`/receipts/${bundle.id}`)).text();
    const again = await ask('/files', {
      method: 'POST',
      headers: {
        ...{ ...TUS, 'upload-length': String(bundle.bytes) },
        'upload-metadata': `filename ${base64(bundle.file)},bundle ${base64(bundle.id)},office ${base64('PHX-0371')},sha256 ${base64(bundle.sha256)}`,
      },
    });
    expect(again.status).toBe(409);
    expect(await (await ask(`/receipts/${bundle.id}`)).text()).toBe(first);
    expect(await acceptedBy(office.hq.dataDir)).toHaveLength(1);
    const kept = await readFile(
      path.join(hqFolder(office.hq.dataDir).receipts, receiptFileName(bundle.id)),
      'utf8',
    );
    expect((JSON.parse(first) as { receipt: string }).receipt).toBe(kept);
  });

  it('waits with a bundle whose predecessor is still on its way, and takes both in their order', async () => {
    const { office } = await atReceiver();
    const first = await office.seal();
    const second = await office.seal();
    office.settings = { ...office.settings, offline: true };
    office.outbox.start();
    await office.until(({ line }) => line.at === 'closed');
    await office.outbox.act('hold', first.id);
    office.settings = { ...office.settings, offline: false };
    office.outbox.restart();
    await office.until(() => office.item(second.id)?.state === 'awaiting-receipt');
    expect(await acceptedBy(office.hq.dataDir)).toEqual([]);
    await office.outbox.act('resume', first.id);
    await office.accepted();
    expect((await acceptedBy(office.hq.dataDir)).map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('takes in at its start what was complete when it ended', async () => {
    const { office } = await atReceiver();
    const bundle = await office.seal();
    const { uploads } = hqFolder(office.hq.dataDir);
    const id = `PHX-0371.${bundle.id}.${bundle.sha256.slice(0, 16)}`;
    await writeFile(path.join(uploads, id), await readFile(path.join(office.folder, bundle.file)));
    const metadata = { filename: bundle.file, bundle: bundle.id, office: 'PHX-0371', sha256: bundle.sha256 };
    await writeFile(
      path.join(uploads, `${id}.json`),
      JSON.stringify({ id, size: bundle.bytes, offset: 0, metadata }),
    );
    await running(office.hq.dataDir, {
      onResult: (file, { ok }) => {
        expect([file, ok]).toEqual([bundle.file, true]);
        office.outbox.start();
      },
    });
    await office.accepted();
  });

  it('hands out the signed orders of an office after the one it knows', async () => {
    const { office, ask } = await atReceiver();
    const folder = hqFolder(office.hq.dataDir).officeOrders(office.hq.office.card.code);
    await mkdir(folder, { recursive: true });
    for (const id of ['01A', '01B', '01C'])
      await writeFile(path.join(folder, `${id}.order.json`), `{"id":"${id}"}`);
    for (const id of ['01A', '01B']) await writeFile(path.join(folder, `${id}.order.json.minisig`), 'signed');
    const { orders } = (await (await ask('/orders?office=PHX-0371&after=01A')).json()) as {
      orders: { id: string }[];
    };
    // The third has no signature yet.
    expect(orders).toEqual([{ id: '01B', order: '{"id":"01B"}', minisig: 'signed' }]);
  });

  it('is not started on a port that is taken', async () => {
    const { office, receiver } = await atReceiver();
    await expect(
      startReceiver(office.hq.dataDir, { host: '127.0.0.1', port: receiver.port }),
    ).rejects.toMatchObject({ code: 'hq/not-listening' });
  });
});
