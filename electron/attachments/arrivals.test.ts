import { hkdfSync } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MediaType } from '#shared/attachments/attachment.media.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import { expectOk } from '#shared/core/result.ts';
import { photographed, PLACE_WORDS } from '#shared/fixtures/made-photo.ts';
import { madeM4a, SOUND } from '#shared/fixtures/made-sound.ts';
import { JPEG_SAMPLE } from '#shared/fixtures/small-pictures.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { systemIds } from '../ids.ts';
import { encrypted, madePdf, opening } from '../printing/outside/made-files.fixture.ts';
import { readOutside } from '../printing/outside/outside.reader.ts';
import { vaultAt } from '../vault/vault.ts';
import { Arrivals } from './arrivals.ts';
import { leavingFile } from './leaving.ts';
import { partStoreIn } from './part-store.ts';

const OWNER = '01JD0000000000000000000000';
const BEGUN = instantFromMs(Date.UTC(2026, 9, 8, 1, 30));
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const WEBM = latin('\x1aE\xdf\xa3\x9fB\x82\x84webm A_OPUS');

async function open() {
  const folder = await tempFolder();
  const keys = { subkey: (label: string) => Buffer.from(hkdfSync('sha256', 'test', '', label, 32)) };
  const vault = vaultAt(path.join(folder, 'vault'), keys);
  const dir = path.join(folder, 'arrivals');
  /** Another one over the same folder is the program started again. */
  const start = () =>
    new Arrivals(
      partStoreIn(
        dir,
        keys,
        systemIds(() => Date.now()),
      ),
      vault,
      readOutside,
    );
  const begin = async (arrivals: Arrivals, recorded = false): Promise<string> =>
    expectOk(await arrivals.begin({ owner: OWNER, name: '范例的照片.jpg', begun: BEGUN, recorded }));
  const send = async (arrivals: Arrivals, ...parts: readonly Uint8Array[]) => {
    const upload = await begin(arrivals);
    for (const part of parts) {
      const added = await arrivals.add(upload, part);
      if (!added.ok) return added;
    }
    return arrivals.finish(upload);
  };
  return { dir, vault, start, begin, send };
}

async function left(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a file that comes in', () => {
  it('is kept byte for byte as it was handed in, and leaves without the place where it was taken', async () => {
    const { vault, start, send } = await open();
    const photo = photographed(JPEG_SAMPLE);
    const kept = expectOk(await send(start(), photo.subarray(0, 40), photo.subarray(40)));
    expect(kept).toMatchObject({
      bytes: photo.length,
      media: 'image/jpeg',
      madeAt: '2026-10-07T16:20:05+08:00',
    });
    expect(expectOk(await vault.getBytes(kept.sha256)).equals(photo)).toBe(true);
    const copy = await left(expectOk(await leavingFile(vault, kept)));
    expect(copy.includes(PLACE_WORDS)).toBe(false);
    expect(copy.length).toBeGreaterThan(JPEG_SAMPLE.length);
  });

  it('leaves as a voice memo of the same length without the place where it was spoken', async () => {
    const { vault, start, send } = await open();
    const memo = madeM4a();
    const kept = expectOk(await send(start(), memo.subarray(0, 500), memo.subarray(500)));
    expect(kept).toMatchObject({ bytes: memo.length, media: 'audio/mp4' });
    const copy = await left(expectOk(await leavingFile(vault, kept)));
    expect(copy).toHaveLength(memo.length);
    expect(copy.includes(Buffer.from(SOUND))).toBe(true);
    expect(copy.includes(PLACE_WORDS)).toBe(false);
    const more = expectOk(await send(start(), madeM4a({ kinds: ['soun', 'text'] })));
    expect((await left(expectOk(await leavingFile(vault, more)))).includes(PLACE_WORDS)).toBe(true);
  });

  it('lies on the disk only in secret: neither its name nor its words can be read there', async () => {
    const { dir, start, begin } = await open();
    const arrivals = start();
    const upload = await begin(arrivals);
    expectOk(await arrivals.add(upload, Buffer.from(`${PLACE_WORDS} 范例`)));
    const folder = path.join(dir, upload);
    const names = await readdir(folder);
    expect(names).toHaveLength(2);
    for (const name of names) {
      const bytes = await readFile(path.join(folder, name));
      expect(bytes.includes(PLACE_WORDS) || bytes.includes('范例')).toBe(false);
    }
  });

  it.each<readonly [string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'attachments/empty'],
    ['a program called a picture', latin('MZ\x90\0'), 'attachments/kind'],
    ['a photo of an iPhone', latin('\0\0\0\x18ftypheic\0\0\0\0'), 'attachments/heic'],
    ['a Word file', latin('PK\x03\x04\0'), 'attachments/office'],
    ['a film', latin('\x1aE\xdf\xa3\x9fB\x82\x84webm V_VP8 A_OPUS'), 'attachments/video'],
    ['a picture that was cut off', photographed(JPEG_SAMPLE).subarray(0, 60), 'attachments/picture'],
    ['text with a null in its middle', latin(`${'a'.repeat(70_000)}\0`), 'attachments/kind'],
  ])('is refused where it is %s', async (_what, bytes, code) => {
    const { vault, start, send } = await open();
    const answer = await send(start(), ...(bytes.length > 0 ? [bytes] : []));
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(expectOk(await vault.stats()).files).toBe(0);
  });

  it('is refused where it is a PDF with a script or a password', async () => {
    const { start, send } = await open();
    const active = await madePdf(1, opening({ S: 'JavaScript', JS: 'app.alert(1)' }));
    expect(await send(start(), active)).toMatchObject({ error: { code: 'papers/outside-active' } });
    expect(await send(start(), await encrypted(1))).toMatchObject({
      error: { code: 'papers/outside-encrypted' },
    });
    expect(expectOk(await send(start(), await madePdf(2))).media).toBe('application/pdf' satisfies MediaType);
  });

  it('is refused as a film where the picture track of an M4A comes at the end, between two parts', async () => {
    const { start, send } = await open();
    const [head, track] = [latin('\0\0\0\x18ftypmp42\0\0\0\0'), latin('hdlr\0\0\0\0\0\0\0\0vide')];
    const answer = await send(start(), Buffer.concat([head, track.subarray(0, 9)]), track.subarray(9));
    expect(answer).toMatchObject({ error: { code: 'attachments/video' } });
    expect(expectOk(await send(start(), head)).media).toBe('audio/mp4');
  });

  it('is refused as too large at the first part that goes beyond, by what the first bytes say it is', async () => {
    const { start, begin } = await open();
    const arrivals = start();
    const upload = await begin(arrivals);
    const megabyte = new Uint8Array(1_000_000);
    megabyte.set(JPEG_SAMPLE);
    for (let part = 0; part < 20; part++) expectOk(await arrivals.add(upload, megabyte));
    expect(await arrivals.add(upload, Uint8Array.of(1))).toEqual({
      ok: false,
      error: { code: 'attachments/too-large', most: 20 },
    });
  });

  it('is not taken where a part was damaged on the disk', async () => {
    const { dir, start, begin } = await open();
    const arrivals = start();
    const upload = await begin(arrivals);
    expectOk(await arrivals.add(upload, JPEG_SAMPLE));
    const part = path.join(dir, upload, '000000.part');
    const bytes = await readFile(part);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(part, bytes);
    expect(await arrivals.finish(upload)).toMatchObject({ error: { code: 'attachments/damaged' } });
  });
});

describe('a recording that is cut off', () => {
  it('is offered after the next start as far as it came, and is gone when it is let go', async () => {
    const { vault, start, begin } = await open();
    const before = start();
    const upload = await begin(before, true);
    expectOk(await before.add(upload, WEBM));
    expectOk(await before.add(upload, latin('more')));
    expect(expectOk(await before.unfinished(OWNER))).toEqual([]);

    const after = start();
    expect(expectOk(await after.unfinished('another'))).toEqual([]);
    expect(expectOk(await after.unfinished(OWNER))).toMatchObject([{ upload, begun: BEGUN }]);
    const kept = expectOk(await after.finish(upload));
    expect(kept).toMatchObject({ media: 'audio/webm', recorded: true, madeAt: BEGUN });
    expect(expectOk(await vault.getBytes(kept.sha256)).equals(Buffer.concat([WEBM, latin('more')]))).toBe(
      true,
    );
    expect(expectOk(await after.unfinished(OWNER))).toHaveLength(1);
    expectOk(await after.drop(upload));
    expect(expectOk(await after.unfinished(OWNER))).toEqual([]);
    expect(await after.finish(upload)).toMatchObject({ error: { code: 'attachments/gone' } });
  });

  it('is told from a file that was cut off, of which there still is the original', async () => {
    const { dir, start, begin } = await open();
    const before = start();
    expectOk(await before.add(await begin(before), JPEG_SAMPLE));
    expect(expectOk(await start().unfinished(OWNER))).toEqual([]);
    expect(await readdir(dir)).toEqual([]);
  });
});

describe('a file that is looked at', () => {
  it('comes out of the vault bit by bit, each bit checked', async () => {
    const { vault, start, send } = await open();
    const long = Buffer.concat([WEBM, Buffer.alloc(2_500_000, 7)]);
    const parts = [0, 1, 2].map(part => long.subarray(part * 1_000_000, (part + 1) * 1_000_000));
    const { sha256 } = expectOk(await send(start(), ...parts));
    const pieces: Buffer[] = [];
    for (let part = 0; part < 3; part++) {
      const piece = expectOk(await vault.getPart(sha256, part));
      expect(piece).toMatchObject({ parts: 3, total: long.length });
      pieces.push(piece.bytes);
    }
    expect(Buffer.concat(pieces).equals(long)).toBe(true);
    expect(expectOk(await vault.getPart(sha256, 3)).bytes).toHaveLength(0);
    expect(await vault.getPart('0'.repeat(64), 0)).toMatchObject({ error: { code: 'vault/missing' } });
  });
});
