import { beforeAll, describe, expect, it, vi } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import { JPEG_SAMPLE } from '#shared/fixtures/small-pictures.ts';
import type { Values } from '#shared/procedure/values.ts';
import type { Along, Transfer } from '#shared/transfer/transfer.schema.ts';
import { attach, printed } from '../month/export.fixture.ts';
import { madePdf } from '../printing/outside/made-files.fixture.ts';
import { parsePacks, TwoOffices } from './two-offices.fixture.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined, error: () => undefined } }));

beforeAll(parsePacks, 180_000);

const NOW = at('2026-10-12T09:00');
const [NAME, PHONE, HOME] = ['李试填', '13800138000', '样本路18号3单元'];
const SAID: Values = {
  ...{ complainant_name: NAME, complainant_phone: PHONE, complainant_address: HOME },
  facts: `${NAME}住${HOME}，电话 138-0013-8000。`,
};
const PHONE_ALONG: Along = { fields: ['complainant_phone'], reason: `${NAME}同意，要约时间入户。` };

async function secretCase(values: Values) {
  const two = await TwoOffices.open();
  const id = await two.here.register(NOW, { ...SAID, ...values });
  await attach(two.here, id, NOW, { name: `${NAME}.jpg`, bytes: JPEG_SAMPLE, media: 'image/jpeg' });
  await printed(two.here, id, NOW, await madePdf(1));
  return { two, id };
}

/** All that the other office can read in the package, and what it is told of the case. */
async function opened(two: TwoOffices) {
  const { files, top } = await two.opened(await two.onlyPackage());
  const all = Buffer.concat([
    Buffer.from(top),
    ...[...files].flatMap(([name, bytes]) => [Buffer.from(name), bytes]),
  ]);
  const said = JSON.parse(String(files.get('data/transfer.json'))) as Transfer;
  return { tells: (secret: string): boolean => all.includes(secret), names: [...files.keys()], said };
}

const secrecies: readonly (readonly [string, Values])[] = [
  ['asked for secrecy', { keep_secret: true }],
  ['wants to give no name', { is_anonymous: true }],
];

describe('of somebody who', () => {
  it.each(secrecies)('%s, a package tells neither name nor telephone nor address', async (_, values) => {
    const { two, id } = await secretCase(values);
    expectOk(await two.send(id, { reason: `请打${PHONE}。` }));
    const { tells, names, said } = await opened(two);
    for (const secret of [NAME, PHONE, '138-0013-8000', HOME]) expect(tells(secret), secret).toBe(false);
    expect(names.filter(name => /documents|attachments/.test(name))).toEqual([]);
    expect(said.withheld).toEqual({ fields: 3, papers: 1, attachments: 1 });
  });

  it.each(secrecies)('%s, it tells what was ticked with a reason, and nothing else', async (_, values) => {
    const { two, id } = await secretCase(values);
    if (values['keep_secret'] === true)
      await two.here.act(id, NOW, { type: 'open-identity', reason: '要转给对方联系。' });
    expectOk(await two.send(id, { along: PHONE_ALONG }));
    const { tells, names, said } = await opened(two);
    for (const secret of [NAME, HOME]) expect(tells(secret), secret).toBe(false);
    expect(said.fields.find(({ role }) => role === 'phone')?.value).toBe(PHONE);
    expect(said.along).toEqual({ fields: ['complainant_phone'], reason: '■■■同意，要约时间入户。' });
    expect(names.filter(name => /documents|attachments/.test(name))).toEqual([]);
    // What went along, and why, stands in the book.
    expect((await two.here.state(id)).transfers?.[0]?.along).toEqual(said.along);
  });
});

describe('what is covered in this office as well', () => {
  it('is sent along by nobody who did not open it', async () => {
    const { two, id } = await secretCase({ keep_secret: true });
    expect(await two.send(id, { along: PHONE_ALONG })).toMatchObject({
      error: { code: 'journal/not-allowed' },
    });
    expect(await two.packages()).toEqual([]);
  });
});

describe('a name', () => {
  it('is sent along by nobody, whatever is ticked', async () => {
    const { two, id } = await secretCase({ is_anonymous: true });
    const along = { ...PHONE_ALONG, fields: ['complainant_name'] };
    expect(await two.send(id, { along })).toMatchObject({ error: { code: 'journal/not-allowed' } });
    expect(await two.packages()).toEqual([]);
  });
});
