import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { decideOffice } from '#shared/case/office.decide.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { newTransferId, type CaseId, type TransferId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { at, communityProcedure } from '#shared/fixtures/community.ts';
import { JPEG_SAMPLE } from '#shared/fixtures/small-pictures.ts';
import { ROLES } from '#shared/procedure/role.ts';
import type { Values } from '#shared/procedure/values.ts';
import { answerFileName, answerSignatureName } from '#shared/transfer/transfer-answer.schema.ts';
import { parseTransferName } from '#shared/transfer/transfer.schema.ts';
import { editInfo } from '../bundles/forged-bag.fixture.ts';
import { hasTool } from '../bundles/tools.fixture.ts';
import { dyingFiles } from '../files/dying-files.fixture.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { eventLines } from '../month/bundle.lines.ts';
import { attach, printed } from '../month/export.fixture.ts';
import { surveyLedger } from '../month/ledger.survey.ts';
import { MonthOffice } from '../month/month.fixture.ts';
import { officeCard } from '../office/office-card.ts';
import { JPEG, madePdf } from '../printing/outside/made-files.fixture.ts';
import { readOutside } from '../printing/outside/outside.reader.ts';
import { caseAt } from './case.at.ts';
import { sealTransfer } from './send.transfer.ts';
import { transferIdentity } from '../office/transfer.keys.ts';
import { readTransfer } from './transfer.reader.ts';
import { parsePacks, cardOf, meet, THERE, THERE_CODE, TwoOffices } from './two-offices.fixture.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined, error: () => undefined } }));

beforeAll(parsePacks, 180_000);

const SEED = 20261127;
const procedure = communityProcedure();
const NOW = at('2026-10-12T09:00');

async function caseWithFiles(two: TwoOffices, values: Values = {}): Promise<CaseId> {
  const id = await two.here.register(NOW, values);
  await attach(two.here, id, NOW, { name: '李样本的照片.jpg', bytes: JPEG_SAMPLE, media: 'image/jpeg' });
  await printed(two.here, id, NOW, await madePdf(1));
  return id;
}

const acting = (office: MonthOffice) => ({
  ...{ now: office.desk.now(), ids: office.desk.ids, procedure },
  acting: { person: office.ledger.person, name: '王登记', roles: ROLES, station: 'PC-1' },
});

/** As the window registers what came in. */
async function takeOn(
  office: MonthOffice,
  transfer: TransferId,
  when = at('2026-10-13T09:00'),
): Promise<string> {
  office.moveTo(when);
  const state = await office.ledger.office();
  const received = state.transfers?.find(({ id }) => id === transfer);
  if (!received) throw new Error('it came in');
  const { from, number } = received;
  const command = {
    ...{ procedure: procedure.id, receivedAt: when },
    values: {
      matter_kind: 'complaint',
      intake_channel: 'visit',
      facts: '楼道灯坏了。',
      complainant_name: '李样本',
    },
    transferred: { transfer, from, number },
  };
  const events = expectOk(decideRegistration(state, command, acting(office)));
  expectOk(await office.ledger.append(events));
  const born = events.find(event => event.type === 'registered');
  return born?.number ?? '';
}

async function sendBack(office: MonthOffice, transfer: TransferId, reason: string): Promise<void> {
  const state = await office.ledger.office();
  const events = expectOk(decideOffice(state, { type: 'return-transfer', transfer, reason }, acting(office)));
  expectOk(await office.ledger.append(events));
}

const onlyTransfer = async (office: MonthOffice): Promise<TransferId> => {
  const [received] = (await office.ledger.office()).transfers ?? [];
  if (!received) throw new Error('it came in');
  return received.id;
};

describe('a case that goes to another office', () => {
  it('arrives with its fields, papers and attachments, is registered there, and the number comes back', async () => {
    const two = await TwoOffices.open();
    const id = await caseWithFiles(two, { complainant_phone: '13800138000' });
    const { number } = await two.here.state(id);
    expect(expectOk(await two.send(id))).toMatchObject({ cancelled: false, drive: { label: '样本盘' } });
    const file = await two.onlyPackage();
    expect(path.basename(file)).toMatch(/^PHX-0371_PHX-0388_[0-9A-Z]{26}\.transfer\.zip\.age$/);
    const sent = (await two.here.state(id)).transfers?.[0];
    expect(sent?.sha256).toBe(
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    );

    expect(await two.plugIn(two.there)).toEqual({
      transfers: [{ outcome: 'taken', from: '凤凰社区居委会', number }],
      answers: [],
    });
    const transfer = await onlyTransfer(two.there);
    const said = expectOk(await two.there.ask('transfers:read', { transfer }));
    expect(said).toMatchObject({
      ...{ kind: 'hand-over', reason: '归你们管，请接着办。', number, to: THERE.code },
      ...{
        papers: [{ name: '群众投诉及反馈意见登记表' }],
        withheld: { fields: 0, papers: 0, attachments: 0 },
      },
      attachments: [{ name: '李样本的照片.jpg', media: 'image/jpeg' }],
    });
    expect(said.fields.find(({ role }) => role === 'person')?.value).toBe('李样本');
    // What came along lies in the vault, as files that were handed in.
    for (const { sha256 } of [...said.papers, ...said.attachments])
      expect(await two.there.ledger.vault.has(sha256)).toBe(true);

    const there = await takeOn(two.there, transfer);
    const answered = expectOk(await two.again(transfer, two.there, 'transfers:answer'));
    expect(answered.path).toBe(path.join(two.stick, answerFileName(transfer)));
    const text = await two.read(answerFileName(transfer));
    expect(text).toContain(there);
    expect(text).not.toContain('李样本');
    expect((await two.plugIn(two.here)).answers).toEqual([
      { outcome: 'accepted', from: THERE.name, number, there },
    ]);
    expect((await two.here.state(id)).transfers?.[0]?.answered).toMatchObject({
      verdict: 'accepted',
      number: there,
    });
    // Nobody waits for the sealed file any more.
    expect(
      (await readdir(two.here.ledger.places.outbox)).filter(name => name.includes('.transfer.')),
    ).toEqual([]);
  });

  it('takes along the sheets that came back signed, and no paper that is void', async () => {
    const two = await TwoOffices.open();
    const id = await caseWithFiles(two);
    const [paper] = (await two.here.state(id)).documents;
    // Another picture than the photo: a comment stands in it.
    const comment = Buffer.from([0xff, 0xfe, 0, 4, 0x78, 0x78]);
    const scan = Buffer.concat([JPEG.subarray(0, 2), comment, JPEG.subarray(2)]);
    const sheet = expectOk(await two.here.ledger.vault.put(scan));
    const filed = { sha256: sheet.sha256, bytes: sheet.bytes, byHand: false, replaces: false };
    await two.here.act(id, NOW, { type: 'record-print', document: paper!.id, printer: 'x', copies: 1 });
    await two.here.act(id, NOW, { type: 'file-scan', document: paper!.id, page: 1, ...filed });
    await printed(two.here, id, NOW, await madePdf(1, undefined, 'Second'));
    const second = (await two.here.state(id)).documents.at(-1);
    await two.here.act(id, NOW, { type: 'void-document', document: second!.id, reason: '重印' });
    expectOk(await two.send(id));
    await two.plugIn(two.there);
    const said = expectOk(await two.there.ask('transfers:read', { transfer: await onlyTransfer(two.there) }));
    expect(said.papers.map(({ document }) => document)).toEqual([paper!.id]);
    expect(said.attachments.map(({ name }) => name)).toEqual([
      '李样本的照片.jpg',
      '群众投诉及反馈意见登记表（签字件第1页）.jpg',
    ]);
  });

  it('comes back with the reason', async () => {
    const two = await TwoOffices.open();
    const id = await two.here.register(NOW);
    expectOk(await two.send(id, { kind: 'share' }));
    await two.plugIn(two.there);
    const transfer = await onlyTransfer(two.there);
    expect(await two.again(transfer, two.there, 'transfers:answer')).toMatchObject({
      error: { code: 'transfers/not-settled' },
    });
    await sendBack(two.there, transfer, '不归我们管。');
    expectOk(await two.again(transfer, two.there, 'transfers:answer'));
    expect((await two.plugIn(two.here)).answers).toMatchObject([{ outcome: 'returned' }]);
    const [sent] = (await two.here.state(id)).transfers ?? [];
    expect(sent).toMatchObject({ kind: 'share', answered: { verdict: 'returned', reason: '不归我们管。' } });
  });

  it('is read once, and so is its answer, however often they come', async () => {
    const two = await TwoOffices.open();
    expectOk(await two.send(await two.here.register(NOW)));
    await two.plugIn(two.there);
    const transfer = await onlyTransfer(two.there);
    const head = two.there.ledger.head().seq;
    expect(await two.plugIn(two.there)).toEqual({ transfers: [], answers: [] });
    // The same under another name, as a file manager makes it.
    const file = await two.onlyPackage();
    const name = parseTransferName(path.basename(file))!;
    const copy = `${name.from}_${name.to}_${newTransferId(two.here.desk.ids)}.transfer.zip.age`;
    await cp(file, path.join(two.stick, copy));
    two.there.chosen = two.stick;
    const read = expectOk(await two.there.ask('transfers:import'));
    expect(read.transfers.map(({ outcome }) => outcome)).toEqual(['seen', 'seen']);
    expect(two.there.ledger.head().seq).toBe(head);
    await takeOn(two.there, transfer);
    expectOk(await two.again(transfer, two.there, 'transfers:answer'));
    // The answer this office wrote itself lies there too.
    expect(expectOk(await two.there.ask('transfers:import')).answers).toEqual([]);
    await two.plugIn(two.here);
    const seq = two.here.ledger.head().seq;
    expect(await two.plugIn(two.here)).toEqual({ transfers: [], answers: [] });
    expect(two.here.ledger.head().seq).toBe(seq);
  });

  it('can be written again while nobody answered, byte for byte', async () => {
    const two = await TwoOffices.open();
    const id = await two.here.register(NOW);
    expectOk(await two.send(id));
    const [sent] = (await two.here.state(id)).transfers ?? [];
    const before = await readFile(await two.onlyPackage());
    for (const name of await readdir(two.stick)) await rm(path.join(two.stick, name));
    expectOk(await two.again(sent!.id));
    expect((await readFile(await two.onlyPackage())).equals(before)).toBe(true);
    await rm(path.join(two.here.ledger.places.outbox, path.basename(await two.onlyPackage())));
    expect(await two.again(sent!.id)).toMatchObject({ error: { code: 'transfers/not-here' } });
    expect(await two.again('01JA0000000000000000000009')).toMatchObject({
      error: { code: 'transfers/not-here' },
    });
  });

  it('goes to no office whose card was not read', async () => {
    const two = await TwoOffices.open();
    const id = await two.here.register(NOW);
    expect(await two.send(id, { office: 'PHX-0999' })).toMatchObject({
      error: { code: 'transfers/unknown-office' },
    });
    expect(await two.packages()).toEqual([]);
  });

  it.runIf(['age', 'minisign', 'unzip'].every(hasTool))('can be opened without this program', async () => {
    const two = await TwoOffices.open();
    expectOk(await two.send(await caseWithFiles(two)));
    const file = await two.onlyPackage();
    const folder = await tempFolder();
    const run = (tool: string, args: readonly string[], cwd = folder): string =>
      execFileSync(tool, args, { cwd, encoding: 'utf8' });
    await writeFile(path.join(folder, 'b.key'), transferIdentity(two.there.ledger.keys), { mode: 0o600 });
    run('age', ['-d', '-i', 'b.key', '-o', 'x.zip', file]);
    run('unzip', ['-q', 'x.zip']);
    const bag = path.join(folder, path.basename(file).replace('.transfer.zip.age', ''));
    run('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], bag);
    run('sha256sum', ['-c', '--quiet', 'tagmanifest-sha256.txt'], bag);
    const { signing_key: key } = await cardOf(two.here);
    run('minisign', ['-V', '-q', '-P', key, '-m', 'tagmanifest-sha256.txt'], bag);
    expect(await readdir(path.join(bag, 'data'))).toEqual(
      expect.arrayContaining(['README.txt', 'attachments', 'documents', 'office.json', 'transfer.json']),
    );
  });
});

describe('whom a case hides', () => {
  it('is nowhere in what leaves: not in fields, not in texts, not in papers or attachments', async () => {
    const two = await TwoOffices.open();
    const said = fc.record({
      name: fc.constantFrom('李试填', '欧阳范例'),
      phone: fc.constantFrom('13800138000', '13912345678'),
      home: fc.constantFrom('样本路18号3单元', '范例里7号楼'),
      story: fc.string({ maxLength: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(said, async ({ name, phone, home, story }) => {
        const id = await caseWithFiles(two, {
          ...{ keep_secret: true, complainant_name: name, complainant_phone: phone },
          ...{
            complainant_address: home,
            facts: `${story}${name}住${home}，电话${phone}。`,
            request: `回复${name}。`,
          },
        });
        expectOk(await two.send(id, { reason: `${name}（${phone}）反映的，请核实。` }));
        const file = await two.onlyPackage();
        const { files, top } = await two.opened(file);
        for (const [path, bytes] of [...files, [top, Buffer.from(top)] as const])
          for (const secret of [name, phone, home])
            expect(bytes.includes(secret), `${secret} in ${path}`).toBe(false);
        expect([...files.keys()].filter(path => /documents|attachments/.test(path))).toEqual([]);
        const transfer = JSON.parse(String(files.get('data/transfer.json'))) as {
          withheld: object;
          reason: string;
        };
        expect(transfer.withheld).toEqual({ fields: 3, papers: 1, attachments: 1 });
        expect(transfer.reason).toContain('■');
        await rm(file);
      }),
      { seed: SEED, numRuns: 4 },
    );
  });
});

describe('what headquarters is told of it', () => {
  it('names nobody whom the case hides, neither in the reason nor in what came back', async () => {
    const two = await TwoOffices.open();
    const id = await two.here.register(NOW, { keep_secret: true, complainant_name: '李试填' });
    expectOk(await two.send(id, { reason: '李试填反映的，请核实。' }));
    await two.plugIn(two.there);
    const transfer = await onlyTransfer(two.there);
    await sendBack(two.there, transfer, '李试填不住在这里。');
    expectOk(await two.again(transfer, two.there, 'transfers:answer'));
    await two.plugIn(two.here);
    const packs = { procedures: [procedure], guidance: [] };
    const survey = await surveyLedger(two.here.ledger, packs, { period: '2026-10' as PlainMonth, since: 0 });
    const told: string[] = [];
    for await (const { event } of eventLines(survey, text => Promise.resolve(`sealed ${text.length}`)))
      told.push(JSON.stringify(event));
    const sent = told.filter(line => line.includes('"transfer-'));
    expect(sent).toHaveLength(2);
    for (const line of told) expect(line).not.toContain('李试填');
    expect(sent.every(line => line.includes('■'))).toBe(true);
  });
});

describe('a package', () => {
  async function forged(change: (two: TwoOffices, file: string) => Promise<void>, two?: TwoOffices) {
    const offices = two ?? (await TwoOffices.open());
    expectOk(await offices.send(await caseWithFiles(offices)));
    await change(offices, await offices.onlyPackage());
    offices.there.chosen = offices.stick;
    const head = offices.there.ledger.head().seq;
    const { transfers } = expectOk(await offices.there.ask('transfers:import'));
    expect(offices.there.ledger.head().seq).toBe(head);
    expect((await offices.there.ledger.office()).transfers ?? []).toEqual([]);
    expect(await readdir(path.join(offices.there.ledger.places.root, 'scratch')).catch(() => [])).toEqual([]);
    return transfers;
  }

  it.each<[string, string, (two: TwoOffices, file: string) => Promise<void>]>([
    ['is cut short', 'transfers/damaged', (_, file) => truncate(file, 3000)],
    ['is no age file', 'transfers/damaged', (_, file) => writeFile(file, 'x')],
    [
      'is signed by somebody else',
      'transfers/bad-signature',
      async (two, file) => two.forge(file, await two.opened(file), two.there),
    ],
    [
      'is for another office inside',
      'transfers/other-office',
      async (two, file) => {
        const bag = await two.opened(file);
        editInfo(bag, 'Internal-Recipient-Identifier', 'PHX-0999');
        bag.top = bag.top.replace('PHX-0388', 'PHX-0999');
        await two.forge(file, bag);
      },
    ],
    [
      'comes from an office that is not known',
      'transfers/unknown-sender',
      async (two, file) => {
        const bag = await two.opened(file);
        editInfo(bag, 'Internal-Sender-Identifier', 'PHX-0777');
        bag.top = bag.top.replace('PHX-0371', 'PHX-0777');
        await two.forge(file, bag);
      },
    ],
    [
      'is of a newer format',
      'transfers/newer-format',
      async (two, file) => {
        const bag = await two.opened(file);
        editInfo(bag, 'Case-Transfer-Format', '2.0');
        await two.forge(file, bag);
      },
    ],
    [
      'says more than it may',
      'transfers/malformed',
      async (two, file) => {
        const bag = await two.opened(file);
        const said = JSON.parse(String(bag.files.get('data/transfer.json'))) as object;
        bag.files.set('data/transfer.json', Buffer.from(JSON.stringify({ ...said, extra: 1 })));
        await two.forge(file, bag);
      },
    ],
    [
      'holds a file nobody speaks of',
      'transfers/malformed',
      async (two, file) => {
        const bag = await two.opened(file);
        bag.files.set('data/attachments/tool.exe', Buffer.from('MZ'));
        await two.forge(file, bag);
      },
    ],
    [
      'lacks a paper it speaks of',
      'transfers/damaged',
      async (two, file) => {
        const bag = await two.opened(file);
        for (const name of bag.files.keys()) if (name.includes('documents')) bag.files.delete(name);
        await two.forge(file, bag);
      },
    ],
    [
      'calls something a paper that is none',
      'transfers/bad-file',
      async (two, file) => {
        const bag = await two.opened(file);
        const said = String(bag.files.get('data/transfer.json'));
        const name = [...bag.files.keys()].find(each => each.includes('documents')) ?? '';
        const before = bag.files.get(name) ?? Buffer.alloc(0);
        const fake = Buffer.from('MZ no paper at all');
        const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
        bag.files.set(name, fake);
        const changed = said
          .replace(hash(before), hash(fake))
          .replace(`"bytes":${before.length},"document"`, `"bytes":${fake.length},"document"`);
        bag.files.set('data/transfer.json', Buffer.from(changed));
        await two.forge(file, bag);
      },
    ],
    [
      'has a byte changed behind its signature',
      'transfers/damaged',
      async (_, file) => {
        const bytes = await readFile(file);
        bytes[bytes.length - 100]! ^= 1;
        await writeFile(file, bytes);
      },
    ],
  ])('that %s is refused as %s, and nothing is changed', async (_, code, change) => {
    const transfers = await forged(change);
    expect(transfers).toMatchObject([{ outcome: 'refused', code }]);
  });

  it('that is sealed for the keys of somebody else cannot be opened', async () => {
    const two = await TwoOffices.open();
    const stranger = await MonthOffice.found(at('2026-10-08T09:00'), THERE);
    two.here.chosen = undefined;
    await meet(two.here, await cardOf(stranger));
    expectOk(await two.here.ask('cards:import-colleague', { answer: 'replace' }));
    expect(await forged(() => Promise.resolve(), two)).toMatchObject([{ code: 'transfers/not-for-us' }]);
  });

  it('for another office is left alone, and a folder without any says so', async () => {
    const two = await TwoOffices.open();
    two.here.chosen = await tempFolder();
    expect(await two.here.ask('transfers:import')).toMatchObject({ error: { code: 'transfers/none-here' } });
    expectOk(await two.send(await two.here.register(NOW)));
    two.here.chosen = two.stick;
    expect(await two.here.ask('transfers:import')).toMatchObject({ error: { code: 'transfers/none-here' } });
  });

  it('is never there half, wherever the writing dies', async () => {
    const two = await TwoOffices.open();
    const id = await caseWithFiles(two);
    const packs = { procedures: [procedure], guidance: [] };
    const wanted = { kind: 'hand-over' as const, to: THERE_CODE, reason: '请接着办。' };
    const { outbox } = two.here.ledger.places;
    const sealed = async (last: number) => {
      const found = await caseAt(two.here.ledger, packs, id);
      const dying = dyingFiles(last);
      const transfer = newTransferId(two.here.desk.ids);
      const ended = await Promise.race([
        sealTransfer(two.here.desk, found!, transfer, wanted, dying.files),
        dying.death,
      ]);
      await dying.bury();
      return { ended, changes: dying.changes() };
    };
    const { changes } = await sealed(Infinity);
    expect(changes).toBeGreaterThan(5);
    for (let last = 1; last <= changes; last++) {
      for (const name of await readdir(outbox)) await rm(path.join(outbox, name));
      await sealed(last);
      for (const name of await readdir(outbox)) {
        if (!name.endsWith('.age')) continue;
        const read = await readTransfer(path.join(outbox, name), {
          ...{ identity: transferIdentity(two.there.ledger.keys), own: THERE_CODE, readPdf: readOutside },
          ...{ scratchDir: await tempFolder(), vault: two.there.ledger.vault },
          findSigningKey: () => undefined,
        });
        // Whole: only the sender is not known where it is asked here.
        expect(read).toMatchObject({ error: { code: 'transfers/unknown-sender' } });
      }
    }
    // The next one sweeps away what was left.
    expectOk(await two.send(id));
    const left = (await readdir(outbox)).filter(name => name.endsWith('.age') || name.endsWith('.part'));
    expect(left).toHaveLength(1);
  });
});

describe('an answer', () => {
  async function answered() {
    const two = await TwoOffices.open();
    const id = await two.here.register(NOW);
    expectOk(await two.send(id));
    await two.plugIn(two.there);
    const transfer = await onlyTransfer(two.there);
    await takeOn(two.there, transfer);
    expectOk(await two.again(transfer, two.there, 'transfers:answer'));
    const [json, signature] = [answerFileName(transfer), answerSignatureName(transfer)].map(name =>
      path.join(two.stick, name),
    ) as [string, string];
    const codes = async (): Promise<unknown> => {
      two.here.chosen = two.stick;
      const { answers } = expectOk(await two.here.ask('transfers:import'));
      expect((await two.here.state(id)).transfers?.[0]?.answered).toBeUndefined();
      return answers.map(({ code }) => code);
    };
    return { two, id, json, signature, codes };
  }

  it('is refused without its signature, changed, or signed by another office', async () => {
    const { two, json, signature, codes } = await answered();
    const [text, sig] = [await readFile(json, 'utf8'), await readFile(signature)];
    await rm(signature);
    expect(await codes()).toEqual(['transfers/answer-no-signature']);
    await writeFile(signature, sig);
    await writeFile(json, text.replace('accepted', 'returned'));
    expect(await codes()).toEqual(['transfers/answer-not-genuine']);
    await writeFile(signature, 'x');
    expect(await codes()).toEqual(['transfers/answer-malformed']);
    await writeFile(json, text);
    await writeFile(signature, sig);
    two.here.chosen = two.stick;
    expect(expectOk(await two.here.ask('transfers:import')).answers).toMatchObject([{ outcome: 'accepted' }]);
  });

  it('about a case that was not sent from here is said when one asks, and not when a drive is plugged in', async () => {
    const { two, json, signature } = await answered();
    const other = newTransferId(two.here.desk.ids);
    await rename(json, path.join(two.stick, answerFileName(other)));
    await rename(signature, path.join(two.stick, answerSignatureName(other)));
    expect((await two.plugIn(two.here)).answers).toEqual([]);
    two.here.chosen = two.stick;
    expect(expectOk(await two.here.ask('transfers:import')).answers).toEqual([
      { outcome: 'refused', code: 'transfers/answer-unknown' },
    ]);
  });
});

describe('the card of another office', () => {
  it('without a key to send cases to is refused, and so is the own one', async () => {
    const two = await TwoOffices.open();
    const old = officeCard(await two.there.ledger.office(), '0', two.there.desk.now());
    expect(await meet(two.here, old)).toMatchObject({ error: { code: 'transfers/old-card' } });
    expect(await meet(two.here, await cardOf(two.here))).toMatchObject({
      error: { code: 'transfers/own-card' },
    });
    expect(await meet(two.here, { format: 'x' })).toMatchObject({ error: { code: 'transfers/bad-card' } });
  });

  it('with other keys is asked about before it counts', async () => {
    const two = await TwoOffices.open();
    const before = (await two.here.ledger.office()).colleagues?.[0]?.card;
    const stranger = await MonthOffice.found(at('2026-10-08T09:00'), THERE);
    const asked = await meet(two.here, await cardOf(stranger));
    expect(asked).toMatchObject({
      error: { code: 'transfers/other-colleague', detail: { code: THERE.code } },
    });
    expectOk(await two.here.ask('cards:import-colleague', { answer: 'keep' }));
    expect((await two.here.ledger.office()).colleagues?.[0]?.card).toEqual(before);
    expect(await two.here.ask('cards:import-colleague', { answer: 'replace' })).toMatchObject({
      error: { code: 'transfers/no-card' },
    });
    await meet(two.here, await cardOf(stranger));
    expectOk(await two.here.ask('cards:import-colleague', { answer: 'replace' }));
    const { colleagues } = await two.here.ledger.office();
    expect(colleagues).toHaveLength(1);
    expect(colleagues?.[0]?.card.signing_key).not.toBe(before?.signing_key);
  });
});
