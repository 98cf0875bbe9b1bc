import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import { expectOk } from '#shared/core/result.ts';
import { at, communityProcedure } from '#shared/fixtures/community.ts';
import { getCaseForm } from '#shared/procedure/procedure.lookup.ts';
import type { Values } from '#shared/procedure/values.ts';
import { placeName, signPlaces } from '#shared/signing/sign-places.ts';
import { printed } from '../month/export.fixture.ts';
import { madePdf } from '../printing/outside/made-files.fixture.ts';
import { parsePacks, TwoOffices } from './two-offices.fixture.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined, error: () => undefined } }));

beforeAll(parsePacks, 180_000);

const NOW = at('2026-10-12T09:00');
const [PLACE] = signPlaces(getCaseForm(communityProcedure(), 'PHX-01'));
const STROKES = canonicalJson({
  ...{ v: 1, height: 700 },
  strokes: [
    [
      [100, 100, 50],
      [900, 500, 60],
    ],
  ],
});

/** A case whose paper the person signed on the screen, on its way. */
async function signed(values: Values = {}) {
  const two = await TwoOffices.open();
  const { here } = two;
  const id = await here.register(NOW, values);
  await printed(here, id, NOW, await madePdf(1));
  const [paper] = (await here.state(id)).documents;
  if (!paper || !PLACE) throw new Error('a paper with a place to sign');
  const { sha256: image, bytes } = expectOk(await here.ledger.vault.put(Buffer.from(STROKES)));
  await here.act(id, NOW, {
    ...{ type: 'sign-on-pad', document: paper.id, place: PLACE.id, signer: '李样本' },
    ...{ sha256: paper.sha256, image, bytes, complete: true },
  });
  expectOk(await two.send(id));
  return { two, paper, image, file: await two.onlyPackage() };
}

const received = async ({ there }: TwoOffices) => {
  const [transfer] = (await there.ledger.office()).transfers ?? [];
  if (!transfer) throw new Error('it came in');
  return expectOk(await there.ask('transfers:read', { transfer: transfer.id }));
};

describe('what was signed on the screen', () => {
  it('goes along, bound by hashes to the paper and to what the hand wrote', async () => {
    const { two, paper, image, file } = await signed();
    const { files } = await two.opened(file);
    expect([...files.keys()]).toContain(`data/signatures/${image}.json`);
    await two.plugIn(two.there);
    expect((await received(two)).papers).toMatchObject([
      {
        sha256: paper.sha256,
        signed_on_screen: {
          ...{ form: 'PHX-01', pages: 1, mark: paper.mark, complete: true },
          // In words: the other office may not have the form.
          signatures: [
            { place: PLACE && placeName(PLACE, 'zh-CN'), signer: '李样本', at: NOW, by: '王登记', image },
          ],
        },
      },
    ]);
    expect(expectOk(await two.there.ledger.vault.getBytes(image)).toString()).toBe(STROKES);
  });

  it('stays with the paper where the case hides whose hand it is', async () => {
    const { two, file } = await signed({ keep_secret: true });
    const { files } = await two.opened(file);
    expect([...files.keys()].filter(name => /signatures|documents/.test(name))).toEqual([]);
    expect(String(files.get('data/transfer.json'))).not.toContain('signed_on_screen');
  });

  it('is refused with the whole package where it is no signature', async () => {
    const { two, image, file } = await signed();
    const bag = await two.opened(file);
    const before = bag.files.get(`data/signatures/${image}.json`) ?? Buffer.alloc(0);
    // A dot is none.
    const fake = Buffer.from('{"v":1,"height":700,"strokes":[[[1,1,1]]]}');
    const made = createHash('sha256').update(fake).digest('hex');
    bag.files.delete(`data/signatures/${image}.json`);
    bag.files.set(`data/signatures/${made}.json`, fake);
    const said = String(bag.files.get('data/transfer.json'))
      .replaceAll(image, made)
      .replace(`"bytes":${before.length},"image"`, `"bytes":${fake.length},"image"`);
    bag.files.set('data/transfer.json', Buffer.from(said));
    await two.forge(file, bag);
    expect((await two.plugIn(two.there)).transfers).toMatchObject([
      { outcome: 'refused', code: 'transfers/bad-file' },
    ]);
  });
});
