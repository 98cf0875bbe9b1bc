import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it, vi } from 'vitest';
import type { MediaType } from '#shared/attachments/attachment.media.ts';
import { leavingPicture } from '#shared/attachments/leaving-copy.ts';
import type { OfficeCommand } from '#shared/case/office.decide.ts';
import { newAttachmentId, newDocumentId, type CaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { at, communityProcedure, countingIds } from '#shared/fixtures/community.ts';
import { photographed, PLACE_WORDS } from '#shared/fixtures/made-photo.ts';
import { JPEG_SAMPLE } from '#shared/fixtures/small-pictures.ts';
import { getCaseForm } from '#shared/procedure/procedure.lookup.ts';
import { signPlaces } from '#shared/signing/sign-places.ts';
import { systemIds } from '../ids.ts';
import { openSealed as openSealedText, parseIdentityFile } from '../bundles/age.identity.ts';
import { readBundle } from '../bundles/bundle.reader.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { hqFolder } from '../headquarters/hq.folder.ts';
import { initHeadquarters } from '../headquarters/hq.init.ts';
import { MonthOffice } from './month.fixture.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined } }));

const OCTOBER = '2026-10' as PlainMonth;
const NOVEMBER = '2026-11' as PlainMonth;
const NOTE = { type: 'add-note' as const, text: '打过电话' };

/** An office that has read the card of a headquarters, and what that one finds in a bundle. */
async function start() {
  const office = await MonthOffice.found(at('2026-10-08T09:00'));
  const hq = path.join(await tempFolder(), 'hq');
  expectOk(await initHeadquarters(hq, { name: '样本街道办事处' }));
  const folder = hqFolder(hq);
  office.chosen = folder.card;
  expectOk(await office.ask('cards:import-headquarters', { answer: 'read' }));
  const identities = parseIdentityFile(await readFile(folder.bundleKey, 'utf8')) ?? [];

  const [secondKey = ''] = parseIdentityFile(await readFile(folder.sealedKey, 'utf8')) ?? [];
  const openSealed = async (sealed: string): Promise<unknown> =>
    JSON.parse(expectOk(await openSealedText(secondKey, sealed)));

  const seal = async (period: PlainMonth) => {
    const { file } = await office.seal(period);
    const stagingDir = await tempFolder();
    await mkdir(stagingDir, { recursive: true });
    const { signingKey } = await office.ledger.office();
    const read = await readBundle(path.join(office.ledger.places.outbox, file), {
      identities,
      findSigningKey: () => signingKey,
      stagingDir,
    });
    const bundle = expectOk(read);
    const bytes = (name: string): Promise<Buffer> =>
      readFile(path.join(bundle.folder, bundle.files.get(`data/${name}`)?.staged ?? ''));
    const text = async (name: string): Promise<string> => (await bytes(name)).toString('utf8');
    return {
      bytes,
      info: bundle.info,
      counts: bundle.counts,
      statistics: JSON.parse(await text('reports/statistics.json')) as Record<string, unknown>,
      register: JSON.stringify(office.papers[0]),
      cases: await text('cases.ndjson'),
      events: await text('events.ndjson'),
    };
  };
  const summary = async (period: PlainMonth) =>
    expectOk(await office.ask('month:summary', { period })).statistics;
  return { office, seal, summary, openSealed };
}

describe('an outside file', () => {
  it('travels with the paper whose place it took, and headquarters reads which it is', async () => {
    const { office, seal } = await start();
    const id = await office.register(at('2026-10-12T09:00'));
    const put = async (text: string) => {
      const { sha256, bytes } = expectOk(await office.ledger.vault.put(Buffer.from(text)));
      return { sha256, bytes, pages: 1, mark: sha256.slice(0, 8).toUpperCase() };
    };
    const [draft, file] = [newDocumentId(countingIds()), newDocumentId(systemIds(() => Date.now()))];
    await office.act(id, at('2026-10-12T09:10'), {
      ...{ type: 'record-document', document: draft, form: 'PHX-01' },
      ...(await put('%PDF-1.7 draft')),
    });
    await office.act(id, at('2026-10-12T09:20'), {
      ...{ type: 'take-in-outside', document: file, replaces: draft, reason: '领导改了两处措辞' },
      ...(await put('%PDF-1.7 edited')),
    });
    await office.lock(OCTOBER, at('2026-11-01T09:00'));
    const bundle = await seal(OCTOBER);
    expect(bundle.counts.documents).toBe(2);
    const line = JSON.parse(bundle.cases) as { readonly documents: readonly unknown[] };
    expect(line.documents).toMatchObject([{ id: draft }, { id: file, outside: { replaces: draft } }]);
    expect(line.documents[0]).not.toHaveProperty('outside');
    expect(bundle.events).toContain(`"outside":{"reason":"领导改了两处措辞","replaces":"${draft}"}`);
  });
});

describe('what is written after the lock of a month', () => {
  it('is a correction in the figures, the sheet and the paper of the next one, and changes nothing before', async () => {
    const { office, seal, summary } = await start();
    const id = await office.register(at('2026-10-12T09:00'));
    await office.lock(OCTOBER, at('2026-11-01T09:00'));
    const october = await summary(OCTOBER);
    await office.act(id, at('2026-11-03T09:00'), {
      ...{ type: 'change-fields', values: { facts: '样本之秘密。' }, reason: '本人更正' },
    });
    const late = await office.register(at('2026-11-04T09:00'), {}, at('2026-10-30T16:00'));
    expect(await summary(OCTOBER)).toEqual(october);
    await office.lock(NOVEMBER, at('2026-12-01T09:00'));
    const first = await seal(OCTOBER);
    expect(first.statistics).not.toHaveProperty('corrections');
    expect(first.statistics['remarks']).toEqual([{ item: 'early', text: '试锁' }]);
    const bundle = await seal(NOVEMBER);
    expect(bundle.statistics['corrections']).toMatchObject([
      { case: id, kind: 'fields', of: OCTOBER, in: NOVEMBER, at: at('2026-11-03T09:00'), by: '王登记' },
      { case: late, kind: 'late', of: OCTOBER, in: NOVEMBER },
    ]);
    expect(JSON.stringify(bundle.statistics)).not.toContain('样本之秘密');
    const book = await readXlsx(await bundle.bytes('reports/statistics.xlsx'));
    const sheet = book.sheets.find(({ name }) => name === '更正');
    expect(sheet?.rows.map(row => row[1])).toEqual(['更正内容', '更正登记内容：反映内容', '锁账后补登']);
    expect(sheet?.rows[1]?.[3]).toEqual(new Date('2026-11-03T09:00:00Z'));
    expect(JSON.stringify(office.papers[1])).toContain('更正登记内容：反映内容');
  });
});

describe('the check list of a month', () => {
  it('is the one of the moment of its lock, whatever happens later', async () => {
    const { office } = await start();
    const id = await office.register(at('2026-10-12T09:00'));
    await office.lock(OCTOBER, at('2026-11-01T09:00'));
    const questions = async () => {
      const { checks } = expectOk(await office.ask('month:summary', { period: OCTOBER }));
      return checks.filter(({ question }) => question);
    };
    const before = await questions();
    expect(before.map(({ item }) => item)).toContain('overdue');
    expect(before.flatMap(({ cases }) => cases.map(each => each.id))).toContain(id);
    await office.decide(
      { type: 'start-number', counter: 'register/2026', first: 90 },
      at('2026-11-02T09:00'),
    );
    await office.act(id, at('2026-11-03T09:00'), NOTE);
    expect(await questions()).toEqual(before);
  });
});

describe('an attachment', () => {
  const photo = photographed(JPEG_SAMPLE);
  const attach = async (
    office: MonthOffice,
    id: CaseId,
    name: string,
    bytes: Uint8Array,
    media: MediaType,
  ) => {
    const stored = expectOk(await office.ledger.vault.put(bytes));
    const attachment = newAttachmentId(office.desk.ids);
    await office.act(id, at('2026-10-12T09:10'), {
      ...{ type: 'add-attachment', attachment, name, media, sha256: stored.sha256, bytes: stored.bytes },
    });
    return { attachment, sha256: stored.sha256 };
  };

  it('travels without the place where it was taken, and the line of its case tells both hashes', async () => {
    const { office, seal } = await start();
    const id = await office.register(at('2026-10-12T09:00'));
    const { sha256 } = await attach(office, id, '过道.jpg', photo, 'image/jpeg');
    const sound = Buffer.from('ID3 sound');
    const recording = await attach(office, id, '录音.mp3', sound, 'audio/mpeg');
    const wrong = await attach(office, id, '放错.txt', Buffer.from('放错'), 'text/plain');
    await office.act(id, at('2026-10-12T09:20'), {
      ...{ type: 'remove-attachment', attachment: wrong.attachment, reason: '放错了案件' },
    });
    await office.lock(OCTOBER, at('2026-11-01T09:00'));
    const bundle = await seal(OCTOBER);
    expect(bundle.counts.attachments).toBe(2);
    const line = JSON.parse(bundle.cases) as {
      readonly attachments: readonly {
        readonly sha256: string;
        readonly file: string;
        readonly name: string;
      }[];
    };
    expect(line.attachments).toMatchObject([
      { name: '过道.jpg', sha256, kind: 'photo' },
      { name: '录音.mp3', sha256: recording.sha256, file: `${recording.sha256}.mp3` },
    ]);
    const [first, second] = line.attachments;
    const copy = await bundle.bytes(`attachments/${first!.file}`);
    expect(createHash('sha256').update(copy).digest('hex')).toBe(first!.file.slice(0, -'.jpg'.length));
    expect(first!.file.startsWith(sha256)).toBe(false);
    expect(copy.includes(PLACE_WORDS)).toBe(false);
    expect(copy.equals(Buffer.from(leavingPicture(photo, 'image/jpeg')!))).toBe(true);
    expect((await bundle.bytes(`attachments/${second!.file}`)).equals(sound)).toBe(true);
    expect(bundle.events).toContain('"type":"attachment-removed"');
  });

  it('of a hidden person stays at home, and the name of the file is sealed in the events from before, too', async () => {
    const { office, seal } = await start();
    const id = await office.register(at('2026-10-12T09:00'));
    const { sha256 } = await attach(office, id, '郑演习的身份证.jpg', photo, 'image/jpeg');
    await office.lock(OCTOBER, at('2026-11-01T09:00'));
    const values = { keep_secret: true };
    await office.act(id, at('2026-11-02T09:00'), { type: 'change-fields', values, reason: '本人要求' });
    const bundle = await seal(OCTOBER);
    expect(bundle.counts.attachments).toBe(0);
    for (const text of [bundle.cases, bundle.events]) {
      expect(text).not.toContain('郑演习');
      expect(text).toContain(sha256);
    }
    const [line] = (JSON.parse(bundle.cases) as { readonly attachments: readonly object[] }).attachments;
    expect(line).not.toHaveProperty('file');
    expect(line).toHaveProperty('name.sealed');
  });
});

describe('a month that was locked before it was over', () => {
  it('stays as it was, and the next month counts what came after', async () => {
    const { office, seal, summary } = await start();
    const first = await office.register(at('2026-10-12T09:00'));
    await office.lock(OCTOBER, at('2026-10-15T17:00'));
    const then = await summary(OCTOBER);
    expect(then).toMatchObject({ registered: 1, open: 1, overdue: 0, zeroReport: false });

    const second = await office.register(at('2026-10-20T09:00'));
    await office.act(first, at('2026-10-21T09:00'), NOTE);
    office.moveTo(at('2027-03-01T09:00'));
    expect(await summary(OCTOBER)).toEqual(then);
    expect(await summary(NOVEMBER)).toMatchObject({ registered: 1, zeroReport: false });

    const october = await seal(OCTOBER);
    expect(october.statistics).toEqual(JSON.parse(JSON.stringify(then)));
    expect(october.info).toMatchObject({ caseCount: 1, zeroReport: false });
    expect(october.register).toContain('共 1 件');
    // 填报日期 is the day of the lock, whenever the bundle is sealed.
    expect(JSON.stringify(office.papers[1])).toContain('2026年10月15日');
    expect(october.cases).toContain(first);
    expect(october.events).not.toContain(second);
    expect(october.events).not.toContain(NOTE.text);
    expect(await summary(OCTOBER)).toEqual(then);

    await office.lock(NOVEMBER, at('2026-12-01T09:00'));
    const november = await seal(NOVEMBER);
    expect(november.statistics).toMatchObject({ registered: 1, zeroReport: false });
    expect(november.info).toMatchObject({ caseCount: 2, zeroReport: false });
    expect(november.register).toContain('共 1 件');
    expect(november.cases).toContain(second);
    expect(november.events).toContain(NOTE.text);
    expect(await summary(NOVEMBER)).toEqual(expect.objectContaining(november.statistics));
  });
});

describe('a month in which nothing happened', () => {
  it('is a zero report on the screen, in the figures and in the bundle', async () => {
    const { office, seal, summary } = await start();
    await office.register(at('2026-10-12T09:00'));
    await office.lock(OCTOBER, at('2026-11-01T08:00'));
    await seal(OCTOBER);
    await office.lock(NOVEMBER, at('2026-12-01T08:00'));
    expect(await summary(NOVEMBER)).toMatchObject({ registered: 0, zeroReport: true });
    const november = await seal(NOVEMBER);
    expect(november.statistics).toMatchObject({ registered: 0, zeroReport: true });
    expect(november.info).toMatchObject({ caseCount: 0, zeroReport: true });
    expect(november.register).toContain('共 0 件');
    expect(november.cases).toBe('');
  });

  it('but for a step on an earlier case is none, anywhere', async () => {
    const { office, seal, summary } = await start();
    const id = await office.register(at('2026-10-12T09:00'));
    await office.lock(OCTOBER, at('2026-11-01T08:00'));
    await seal(OCTOBER);
    await office.act(id, at('2026-11-10T09:00'), NOTE);
    await office.lock(NOVEMBER, at('2026-12-01T08:00'));
    expect(await summary(NOVEMBER)).toMatchObject({ registered: 0, zeroReport: false });
    const november = await seal(NOVEMBER);
    expect(november.statistics).toMatchObject({ registered: 0, zeroReport: false });
    expect(november.info).toMatchObject({ caseCount: 1, zeroReport: false });
  });
});

describe('months that are locked or sealed late', () => {
  it('leave the cases of the new month to its own report', async () => {
    const { office, seal } = await start();
    const october = await office.register(at('2026-10-12T09:00'));
    const november = await office.register(at('2026-11-03T09:00'));
    await office.lock(OCTOBER, at('2026-11-05T08:00'));
    const first = await seal(OCTOBER);
    expect(first.info.caseCount).toBe(1);
    expect(first.cases).toContain(october);
    expect(first.cases).not.toContain(november);
    await office.lock(NOVEMBER, at('2026-12-01T08:00'));
    const second = await seal(NOVEMBER);
    expect(second.info).toMatchObject({ caseCount: 1, zeroReport: false });
    expect(second.cases).toContain(november);
    expect(second.statistics).toMatchObject({ registered: 1, zeroReport: false });
  });

  it('agree in themselves also when the later one was sealed first', async () => {
    const { office, seal, summary } = await start();
    await office.register(at('2026-10-12T09:00'));
    await office.lock(OCTOBER, at('2026-11-01T08:00'));
    await office.register(at('2026-11-12T09:00'));
    await office.lock(NOVEMBER, at('2026-12-01T08:00'));
    const november = await seal(NOVEMBER);
    const october = await seal(OCTOBER);
    expect(november.statistics).toMatchObject({ registered: 1, zeroReport: false });
    expect(october.statistics).toMatchObject({ registered: 1, zeroReport: false });
    expect(october.info).toMatchObject({ caseCount: 1, zeroReport: false });
    expect(october.counts.events).toBe(0);
    expect(await summary(OCTOBER)).toEqual(expect.objectContaining(october.statistics));
    await office.register(at('2026-12-02T09:00'));
    const december = '2026-12' as PlainMonth;
    await office.lock(december, at('2027-01-01T08:00'));
    // Nothing is told twice: the chain at headquarters would break.
    expect((await seal(december)).counts.events).toBe(3);
  });
});

describe('what the office set itself', () => {
  const limit = (amount: number): OfficeCommand => ({
    ...{ type: 'set-limit', procedure: 'phoenix-community', limit: 'PHX-L-accept', reason: '街道要求' },
    figure: { amount, unit: 'office-hours' },
  });
  const due = (cases: string): readonly unknown[] =>
    cases
      .split('\n')
      .filter(line => line !== '')
      .map(line => {
        const { deadlines } = JSON.parse(line) as { deadlines: { limit: string; due: string }[] };
        return deadlines.find(each => each.limit === 'PHX-L-accept')?.due;
      });

  it('holds in the figures of the month and in the bundle, for cases received from then on', async () => {
    const { office, seal, summary } = await start();
    await office.register(at('2026-10-12T08:00'));
    await office.decide(limit(3), at('2026-10-12T08:30'));
    await office.register(at('2026-10-12T09:00'));
    const hours = { 3: [{ from: '09:00', to: '10:00' }] };
    await office.decide({ type: 'set-hours', hours, from: null }, at('2026-10-12T10:00'));
    await office.register(at('2026-10-12T11:00'));
    office.moveTo(at('2026-10-13T09:00'));
    expect(await summary(OCTOBER)).toMatchObject({ registered: 3, open: 3, overdue: 1 });

    await office.lock(OCTOBER, at('2026-10-13T17:00'));
    const then = await summary(OCTOBER);
    // What is set after the lock changes nothing in it.
    await office.decide(limit(1), at('2026-10-13T18:00'));
    office.moveTo(at('2026-12-01T09:00'));
    expect(await summary(OCTOBER)).toEqual(then);
    const { cases, statistics } = await seal(OCTOBER);
    expect(statistics).toMatchObject({ overdue: 1 });
    const [pack, own, later] = due(cases);
    expect(pack).not.toBe('2026-10-12');
    // An hour on three Wednesdays.
    expect([own, later]).toEqual(['2026-10-12', '2026-10-28']);
  });
});

describe('secrecy asked for after the month was locked', () => {
  it('covers the month that is sealed afterwards', async () => {
    const { office, seal } = await start();
    const id = await office.register(at('2026-10-12T09:00'), { complainant_name: '郑演习' });
    await office.lock(OCTOBER, at('2026-11-01T08:00'));
    const values = { keep_secret: true };
    await office.act(id, at('2026-11-02T09:00'), { type: 'change-fields', values, reason: '本人要求' });
    const { cases, events, register } = await seal(OCTOBER);
    expect(cases).toContain(id);
    for (const text of [cases, events, register]) expect(text).not.toContain('郑演习');
  });
});

describe('whom a case hides', () => {
  const STORY = '李样本说楼道灯坏了三天，2026年10月12日打过138 0013 8000。';

  it('is covered where the story, a note or a reason names them, and the story is whole for the second key', async () => {
    const { office, seal, openSealed } = await start();
    const said = { keep_secret: true, complainant_phone: '13800138000', facts: STORY };
    const id = await office.register(at('2026-10-12T09:00'), said);
    await office.act(id, at('2026-10-13T09:00'), { type: 'add-note', text: '李 样本又来过' });
    await office.act(id, at('2026-10-14T09:00'), {
      ...{ type: 'change-fields', values: { request: '给李样本回话' }, reason: '李样本要求补上' },
    });
    await office.lock(OCTOBER, at('2026-11-01T08:00'));
    const bundle = await seal(OCTOBER);
    for (const text of [bundle.cases, bundle.events]) expect(text).not.toMatch(/李 ?样本|138 ?0013/);
    const { fields, sealed_texts } = JSON.parse(bundle.cases) as {
      readonly fields: Readonly<Record<string, string>>;
      readonly sealed_texts: Readonly<Record<string, { readonly sealed: string }>>;
    };
    expect(fields['facts']).toBe('■■■说楼道灯坏了三天，2026年10月12日打过■■■■■■■■■■■■■。');
    expect(Object.keys(sealed_texts).sort()).toEqual(['facts', 'request']);
    expect(await openSealed(sealed_texts['facts']!.sealed)).toBe(STORY);
    expect(bundle.events).toContain('■■■■又来过');
  });

  it('stands in the story as written where the case hides nobody', async () => {
    const { office, seal } = await start();
    await office.register(at('2026-10-12T09:00'), { facts: STORY });
    await office.lock(OCTOBER, at('2026-11-01T08:00'));
    const bundle = await seal(OCTOBER);
    expect(bundle.cases).toContain(STORY);
    expect(bundle.cases).not.toContain('sealed_texts');
  });
});

describe('a paper that came back signed', () => {
  const STROKES = {
    v: 1,
    height: 600,
    strokes: [
      [
        [100, 100, 50],
        [900, 300, 50],
      ],
    ],
  };
  interface Line {
    readonly id: string;
    readonly documents: readonly {
      readonly signed_at?: string;
      readonly signed_pages?: readonly {
        readonly page: number;
        readonly sha256: string;
        readonly file?: string;
      }[];
      readonly signed_on_screen?: readonly { readonly signer: unknown; readonly file?: string }[];
    }[];
  }
  const documentOf = async (office: MonthOffice, id: CaseId) => {
    const document = newDocumentId(systemIds(() => Date.now()));
    const { sha256, bytes } = expectOk(await office.ledger.vault.put(Buffer.from('%PDF-1.7')));
    await office.act(id, at('2026-10-12T09:10'), {
      ...{ type: 'record-document', document, form: 'PHX-01' },
      ...{ sha256, bytes, pages: 1, mark: '0A1B2C3D' },
    });
    return { document, sha256 };
  };
  const sign = async (office: MonthOffice, id: CaseId, signer: string): Promise<void> => {
    const { document, sha256 } = await documentOf(office, id);
    const kept = expectOk(await office.ledger.vault.put(Buffer.from(JSON.stringify(STROKES))));
    const [place] = signPlaces(getCaseForm(communityProcedure(), 'PHX-01'));
    await office.act(id, at('2026-10-12T09:20'), {
      ...{ type: 'sign-on-pad', document, place: place!.id, signer, sha256 },
      ...{ image: kept.sha256, bytes: kept.bytes, complete: true },
    });
  };
  const scan = async (office: MonthOffice, id: CaseId): Promise<string> => {
    const { document } = await documentOf(office, id);
    const { sha256, bytes } = expectOk(await office.ledger.vault.put(JPEG_SAMPLE));
    await office.act(id, at('2026-10-12T09:15'), { type: 'record-print', document, printer: 'P', copies: 1 });
    await office.act(id, at('2026-10-12T09:20'), {
      ...{ type: 'file-scan', document, page: 1, sha256, bytes, byHand: false, replaces: false },
    });
    return sha256;
  };
  const lines = (cases: string): readonly Line[] =>
    cases
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Line);

  it('leaves with the scans of its pages and the signatures as pictures, told of at the paper', async () => {
    const { office, seal } = await start();
    const scanned = await office.register(at('2026-10-12T09:00'));
    const sha256 = await scan(office, scanned);
    const onScreen = await office.register(at('2026-10-12T09:00'));
    await sign(office, onScreen, '周范例');
    await office.lock(OCTOBER, at('2026-11-01T08:00'));
    const bundle = await seal(OCTOBER);
    expect(bundle.counts.attachments).toBe(2);
    const paperOf = (id: CaseId) => lines(bundle.cases).find(line => line.id === id)!.documents[0]!;
    expect(paperOf(scanned)).toMatchObject({
      signed_at: at('2026-10-12T09:20'),
      signed_pages: [{ page: 1, sha256, file: `${sha256}.jpg` }],
    });
    expect((await bundle.bytes(`attachments/${sha256}.jpg`)).equals(JPEG_SAMPLE)).toBe(true);
    expect(paperOf(scanned)).not.toHaveProperty('signed_on_screen');
    const [signature] = paperOf(onScreen).signed_on_screen!;
    expect(signature).toMatchObject({ signer: '周范例', signed_at: at('2026-10-12T09:20') });
    const svg = (await bundle.bytes(`attachments/${signature!.file}`)).toString('utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('M100 100L900 300');
  });

  it('says nothing of signatures where there is none', async () => {
    const { office, seal } = await start();
    const id = await office.register(at('2026-10-12T09:00'));
    await documentOf(office, id);
    await office.lock(OCTOBER, at('2026-11-01T08:00'));
    const bundle = await seal(OCTOBER);
    expect(bundle.counts.attachments).toBe(0);
    expect(bundle.cases).not.toContain('signed_');
  });

  it('leaves with the signer sealed and without any picture where the case hides somebody', async () => {
    const { office, seal } = await start();
    const secret = await office.register(at('2026-10-12T09:00'), { keep_secret: true });
    await sign(office, secret, '郑演习');
    const other = await office.register(at('2026-10-12T09:00'), { keep_secret: true });
    const sha256 = await scan(office, other);
    await office.lock(OCTOBER, at('2026-11-01T08:00'));
    const bundle = await seal(OCTOBER);
    expect(bundle.counts.attachments).toBe(0);
    for (const text of [bundle.cases, bundle.events]) expect(text).not.toContain('郑演习');
    const [signature] = lines(bundle.cases).find(({ id }) => id === secret)!.documents[0]!.signed_on_screen!;
    expect(signature).toHaveProperty('signer.sealed');
    expect(signature).not.toHaveProperty('file');
    const { signed_pages } = lines(bundle.cases).find(({ id }) => id === other)!.documents[0]!;
    expect(signed_pages).toEqual([{ page: 1, sha256 }]);
    expect(bundle.events.match(/"type":"signed-on-pad"/g)).toHaveLength(1);
  });
});
