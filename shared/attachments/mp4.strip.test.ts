import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACE_WORDS } from '#shared/fixtures/made-photo.ts';
import { box, madeM4a, SOUND } from '#shared/fixtures/made-sound.ts';
import { joined, latinAt } from './byte-pieces.ts';
import { boxesWithin, topBoxes, type Mp4Box } from './mp4.boxes.ts';
import { overwritten, soundOverwrites } from './mp4.strip.ts';

const words = (bytes: Uint8Array): string => latinAt(bytes, 0, bytes.length);

// eslint-disable-next-line @typescript-eslint/require-await -- as a vault gives it out, piece by piece
async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function stripped(bytes: Uint8Array, length = 4096): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const overwrites = await soundOverwrites(inPieces(bytes, length), bytes.length);
  if (!overwrites) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of overwritten(inPieces(bytes, length), overwrites)) pieces.push(piece);
  return joined(pieces);
}

/** Every box of a file by the path to it, as another reader would find it. */
function paths(bytes: Uint8Array): readonly string[] {
  const walk = (parent: Mp4Box, before: string): readonly string[] =>
    (boxesWithin(bytes, parent, 0) ?? []).flatMap(each => [
      `${before}${each.type}`,
      ...(['moov', 'trak', 'mdia', 'minf', 'stbl'].includes(each.type)
        ? walk(each, `${before}${each.type}/`)
        : []),
    ]);
  return walk({ type: '', at: 0, size: bytes.length, head: 0 }, '');
}

describe('a voice memo that leaves the office', () => {
  it('tells neither place, device nor time, and its sound is the same and in the same place', async () => {
    const memo = madeM4a();
    expect(words(memo)).toContain(PLACE_WORDS);
    const copy = (await stripped(memo))!;
    expect(copy).toHaveLength(memo.length);
    expect(words(copy)).not.toContain(PLACE_WORDS);
    expect(words(copy)).not.toContain('\xde\xad\xbe\xef');
    expect(words(copy).indexOf(words(SOUND))).toBe(words(memo).indexOf(words(SOUND)));
  });

  it('keeps every box that is needed to play it, and turns the others into free room', async () => {
    const freed = (path: string): string => path.replace(/(udta|uuid)$/, 'free');
    expect(paths((await stripped(madeM4a()))!)).toEqual(paths(madeM4a()).map(freed));
  });

  it('is the same however it is cut into pieces, and when it leaves twice', async () => {
    const whole = (await stripped(madeM4a()))!;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async length => {
        expect(await stripped(madeM4a(), length)).toEqual(whole);
      }),
      { seed: 22, numRuns: 30 },
    );
    expect(await stripped(whole)).toEqual(whole);
  });

  it('is followed where its sizes take 64 bits or go to the end', async () => {
    const long = box('mdat', SOUND);
    const wide = joined([
      Uint8Array.of(0, 0, 0, 1),
      long.subarray(4, 8),
      Uint8Array.of(0, 0, 0, 0, 0, 0, (SOUND.length + 16) >> 8, (SOUND.length + 16) & 0xff),
      SOUND,
    ]);
    const open = box('uuid', new Uint8Array(40)).fill(0, 0, 4);
    const memo = joined([madeM4a(), wide, open]);
    expect((await topBoxes(inPieces(memo, 7), memo.length))?.map(({ type }) => type)).toEqual([
      ...['ftyp', 'mdat', 'free', 'moov', 'uuid', 'mdat', 'uuid'],
    ]);
    expect(await stripped(memo)).toBeDefined();
  });

  it.each([
    ['holds more than sound', madeM4a({ kinds: ['soun', 'meta'] })],
    ['says nothing of its sound', box('mdat', SOUND)],
    ['is cut off', madeM4a().subarray(0, -3)],
    ['is no such file', new TextEncoder().encode('范例 no recording')],
  ])('is not touched where it %s', async (_what, memo) => {
    expect(await stripped(memo)).toBeUndefined();
  });

  it('neither throws nor grows, whatever bytes are wrong', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(madeM4a().length - 1), fc.nat(255)), { maxLength: 8 }),
        async wrong => {
          const memo = madeM4a();
          for (const [at, value] of wrong) memo[at] = value;
          expect((await stripped(memo, 64))?.length ?? memo.length).toBe(memo.length);
        },
      ),
      { seed: 22, numRuns: 200 },
    );
  });
});
