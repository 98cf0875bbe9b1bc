import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '#electron/bundles/bundle.limits.ts';
import { sampleMonth, sampleOffice, type SampleMonth } from '#electron/bundles/bundle.fixture.ts';
import {
  editInfo,
  entriesOf,
  looseBag,
  reseal,
  TAG_FILES,
  type LooseBag,
} from '#electron/bundles/forged-bag.fixture.ts';
import { rawZip } from '#electron/bundles/raw-zip.fixture.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { checkBag } from './bag.check.ts';
import { checkFormat, type FormatCheckOptions } from './format.check.ts';
import { zipSource } from './zip.source.ts';

async function rulesIn(bag: LooseBag, options: Partial<FormatCheckOptions> = {}): Promise<readonly string[]> {
  const file = path.join(await tempFolder(), 'bag.zip');
  await writeFile(file, rawZip(entriesOf(bag)));
  const source = await zipSource(file, DEFAULT_LIMITS);
  try {
    const checked = await checkBag(source, DEFAULT_LIMITS);
    const format = await checkFormat(source, checked, { limits: DEFAULT_LIMITS, ...options });
    return [...checked.faults, ...format.faults].map(({ rule, file: at }) => `${rule} ${at}`);
  } finally {
    source.close();
  }
}

const edit = (bag: LooseBag, file: string, change: (text: string) => string): void => {
  bag.files.set(file, Buffer.from(change(String(bag.files.get(file)))));
};

type Change = (bag: LooseBag, month: SampleMonth) => void | Promise<void>;

/** Changes the content, and lets manifests and signature fit again. */
const resealed =
  (change: Change): Change =>
  async (bag, month) => {
    await change(bag, month);
    await reseal(bag, month.office);
  };

const CASES = 'data/cases.ndjson';
const EVENTS = 'data/events.ndjson';

describe('format 1', () => {
  it('looks at an attachment once, however often its checksum is wanted', async () => {
    const file = path.join(await tempFolder(), 'bag.zip');
    await writeFile(file, rawZip(entriesOf(await looseBag(await sampleMonth()))));
    const source = await zipSource(file, DEFAULT_LIMITS);
    const opened: string[] = [];
    const files = source.files.map(each => ({
      ...each,
      open: () => {
        opened.push(each.path);
        return each.open();
      },
    }));
    try {
      const watched = { ...source, files };
      const checked = await checkBag(watched, DEFAULT_LIMITS);
      const format = await checkFormat(watched, checked, { limits: DEFAULT_LIMITS });
      expect([...checked.faults, ...format.faults]).toEqual([]);
    } finally {
      source.close();
    }
    expect(opened.filter(each => each.startsWith('data/attachments/'))).toHaveLength(1);
  });

  it('has nothing to say of a bundle of this program', async () => {
    const month = await sampleMonth();
    const fileName = 'PHX-0371_2026-10_0001.bag.zip.age';
    expect(await rulesIn(await looseBag(month), { fileName })).toEqual([]);
    expect(await rulesIn(await looseBag(await sampleMonth({}, { cases: 0 })))).toEqual([]);
  });

  it.each<[string, Change, readonly string[]]>([
    [
      'a case that is none',
      resealed(bag => edit(bag, CASES, text => text.replace('"number"', '"no"'))),
      [`format1/case ${CASES}`],
    ],
    [
      'a case twice',
      resealed(bag => edit(bag, CASES, text => text + (text.split('\n')[0] ?? '') + '\n')),
      [`format1/case-twice ${CASES}`, 'format1/case-count bag-info.txt'],
    ],
    [
      'an event left out',
      resealed(bag =>
        edit(bag, EVENTS, text =>
          text
            .split('\n')
            .filter((_, index) => index !== 4)
            .join('\n'),
        ),
      ),
      [`format1/chain ${EVENTS}`],
    ],
    [
      'an event changed',
      resealed(bag => edit(bag, EVENTS, text => text.replace('registered', 'withdrawn'))),
      [`format1/chain ${EVENTS}`],
    ],
    [
      'the last event cut off',
      resealed(bag => edit(bag, EVENTS, text => text.split('\n').slice(0, -2).join('\n'))),
      [`format1/chain-head ${EVENTS}`],
    ],
    [
      'a card of another office',
      resealed(bag => edit(bag, 'data/office.json', text => text.replace('PHX-0371', 'PHX-0372'))),
      ['format1/other-office data/office.json'],
    ],
    [
      'a card that is none',
      resealed(bag => edit(bag, 'data/office.json', () => '{}')),
      ['format1/office data/office.json'],
    ],
    [
      'a month that says it is empty',
      resealed(bag => editInfo(bag, 'Zero-Report', 'true')),
      ['format1/zero-report bag-info.txt'],
    ],
    [
      'a sequence of zero',
      resealed(bag => editInfo(bag, 'Bag-Count', '0')),
      ['format1/bag-info bag-info.txt'],
    ],
    [
      'another folder',
      bag => {
        bag.top = 'PHX-0371_2026-10_0002';
      },
      ['format1/folder-name PHX-0371_2026-10_0002'],
    ],
    [
      'an attachment under another name',
      resealed(bag => {
        bag.files.set(`data/attachments/${'0'.repeat(64)}.jpg`, Buffer.from('x'));
      }),
      [`format1/attachment-name data/attachments/${'0'.repeat(64)}.jpg`],
    ],
    [
      'a paper beside its case',
      resealed(bag => {
        bag.files.set('data/documents/a.pdf', Buffer.from('x'));
      }),
      ['format1/document-name data/documents/a.pdf'],
    ],
    [
      'a file it does not know',
      resealed(bag => {
        bag.files.set('data/more.bin', Buffer.from('x'));
      }),
      ['format1/unknown-file data/more.bin'],
    ],
    [
      'no events',
      resealed(bag => {
        bag.files.delete(EVENTS);
      }),
      [`format1/missing ${EVENTS}`],
    ],
    [
      'a tag file the signature does not cover',
      bag => {
        bag.files.set('notes.txt', Buffer.from('x'));
      },
      ['tagmanifest/unlisted tagmanifest-sha256.txt', 'format1/unlisted-tag notes.txt'],
    ],
    [
      'a changed and unsigned tag manifest',
      bag =>
        edit(bag, 'tagmanifest-sha256.txt', text =>
          text.toUpperCase().replace(/[A-Z0-9-]+\.TXT/g, name => name.toLowerCase()),
        ),
      ['format1/signature tagmanifest-sha256.txt.minisig'],
    ],
    [
      'a signature by another key',
      async bag => reseal(bag, sampleOffice()),
      ['format1/signature tagmanifest-sha256.txt.minisig'],
    ],
    [
      'a newer format',
      resealed(bag => editInfo(bag, 'Case-Bundle-Format', '2.0')),
      ['format1/newer bag-info.txt'],
    ],
  ])('finds %s', async (_, change, faults) => {
    const month = await sampleMonth();
    const bag = await looseBag(month);
    await change(bag, month);
    expect(await rulesIn(bag)).toEqual(faults);
  });

  it('finds every fault at once', async () => {
    const month = await sampleMonth();
    const bag = await looseBag(month);
    edit(bag, CASES, text => text.replace('"number"', '"no"'));
    editInfo(bag, 'Zero-Report', 'true');
    await reseal(bag, month.office, { manifest: false, tags: TAG_FILES.slice(0, 2) });
    expect(await rulesIn(bag)).toEqual([
      'tagmanifest/no-manifest tagmanifest-sha256.txt',
      'manifest/mismatch manifest-sha256.txt',
      'format1/unlisted-tag manifest-sha256.txt',
      `format1/case ${CASES}`,
      'format1/zero-report bag-info.txt',
    ]);
  });

  it('holds the signature to the card of the office where it is given', async () => {
    const bag = await looseBag(await sampleMonth());
    expect(await rulesIn(bag, { signingKey: sampleOffice().card.signing_key })).toEqual([
      'format1/signature tagmanifest-sha256.txt.minisig',
      'format1/other-office data/office.json',
    ]);
  });
});
