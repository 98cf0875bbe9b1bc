import { createHash } from 'node:crypto';
import { symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BAG_RULES } from '#shared/bagit/bag.rules.ts';
import { DEFAULT_LIMITS } from '#electron/bundles/bundle.limits.ts';
import { rawZip } from '#electron/bundles/raw-zip.fixture.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { checkBag } from './bag.check.ts';
import { folderSource } from './folder.source.ts';
import { edited, laidDown, madeBag, PAYLOAD, type MadeBag } from './made-bag.fixture.ts';
import { zipSource } from './zip.source.ts';

async function rulesIn(bag: MadeBag): Promise<readonly string[]> {
  const { faults } = await checkBag(await folderSource(await laidDown(bag)), DEFAULT_LIMITS);
  return faults.map(({ rule, file }) => `${rule} ${file}`);
}

const errorsIn = async (bag: MadeBag): Promise<readonly string[]> =>
  (await rulesIn(bag)).filter(
    each => BAG_RULES[each.split(' ')[0] as keyof typeof BAG_RULES].level === 'error',
  );

const sha512 = (content: string | Buffer): string => createHash('sha512').update(content).digest('hex');

const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('bags that are valid, however odd', () => {
  it.each<[string, MadeBag]>([
    ['by SHA-512', madeBag()],
    ['by MD5', madeBag({ algorithms: ['md5'] })],
    ['by SHA-1 under the last draft', madeBag({ algorithms: ['sha1'], version: '0.97' })],
    ['by SHA-224 and SHA-384', madeBag({ algorithms: ['sha224', 'sha384'] })],
    ['by RIPEMD-160', madeBag({ algorithms: ['ripemd160'] })],
    ['with four manifests', madeBag({ algorithms: ['md5', 'sha1', 'sha256', 'sha512'] })],
    ['with CR LF', madeBag({ lineEnd: '\r\n' })],
    ['with CR alone', madeBag({ lineEnd: '\r' })],
    ['in UTF-16 with a mark', madeBag({ encoding: 'UTF-16', encode: utf16, version: '0.97' })],
    ['in UTF-16 without one', madeBag({ encoding: 'UTF-16', encode: utf16be })],
    ['with an empty payload', madeBag({ payload: {} })],
    ['with an empty file', madeBag({ payload: { 'data/空': '' } })],
    ['with spaces and quotes in names', madeBag({ payload: { "data/a  b's [1].txt": 'x' } })],
    [
      'without bag-info.txt and tag manifests',
      new Map([...madeBag()].filter(([name]) => !/info|tagm/.test(name))),
    ],
    [
      'with a manifest in upper-case hexadecimal',
      edited(madeBag(), 'manifest-sha512.txt', text =>
        text.replace(/^[0-9a-f]+/gm, sum => sum.toUpperCase()),
      ),
    ],
    [
      'with tabs in the manifest',
      edited(madeBag(), 'manifest-sha512.txt', text => text.replaceAll('  ', ' \t ')),
    ],
    [
      'without a line end after the last line',
      edited(madeBag(), 'manifest-sha512.txt', text => text.trimEnd()),
    ],
    ['with other tag files and folders', madeBag().set('说明/readme.pdf', Buffer.from('x'))],
    [
      'with labels given twice and values over lines',
      edited(madeBag(), 'bag-info.txt', text => `Contact-Name: 甲\n  乙\nCONTACT-NAME: 丙\n${text}`),
    ],
    [
      'with white space around the colon, under a draft',
      edited(madeBag({ version: '0.96' }), 'bag-info.txt', text => `Contact-Name  :   丁\n${text}`),
    ],
    [
      'with everything fetched that was to be fetched',
      edited(madeBag(), 'fetch.txt', () => 'https://example.org/a%20b 5 data/three.txt\n'),
    ],
  ])('%s', async (_, bag) => {
    expect(await errorsIn(bag)).toEqual([]);
  });

  it('in GB18030, as the declaration says', async () => {
    // “样本” in GB18030; the platform decodes it, but does not encode.
    const info = Buffer.concat([Buffer.from('Contact-Name: '), Buffer.from([0xd1, 0xf9, 0xb1, 0xbe, 0x0a])]);
    const bag = madeBag({
      encoding: 'GB18030',
      payload: { 'data/a.txt': 'a' },
      encode: text => Buffer.from(text, 'latin1'),
    });
    const plain = new Map([...bag].filter(([name]) => !name.startsWith('tagmanifest')));
    expect(await errorsIn(plain.set('bag-info.txt', info))).toEqual([]);
  });

  it('with percent signs, encoded from 1.0 on and plain before', async () => {
    const odd = { 'data/100%.txt': 'x', 'data/a%0Ab.txt': 'y' };
    const encoded = edited(madeBag({ payload: odd }), 'manifest-sha512.txt', text =>
      text.replaceAll('%', '%25'),
    );
    expect(await errorsIn(encoded)).toEqual([]);
    expect(await errorsIn(madeBag({ payload: odd, version: '0.97' }))).toEqual([]);
  });

  it('with a line feed in a name', async () => {
    const bag = edited(madeBag({ payload: { 'data/a\nb.txt': 'x' } }), 'manifest-sha512.txt', text =>
      text.replace('a\nb', 'a%0Ab'),
    );
    expect(await errorsIn(bag)).toEqual([]);
  });

  it('with a payload file in one of two manifests, under a draft only', async () => {
    const half = (version: string): MadeBag => {
      const bag = edited(madeBag({ version, algorithms: ['md5', 'sha1'] }), 'manifest-md5.txt', text =>
        text.split('\n').slice(1).join('\n'),
      );
      return edited(bag, 'manifest-sha1.txt', text => text.split('\n').slice(0, 1).join('\n'));
    };
    expect(await errorsIn(half('0.97'))).toEqual([]);
    expect([...(await errorsIn(half('1.0')))].sort()).toEqual([
      'manifest/unlisted manifest-md5.txt',
      'manifest/unlisted manifest-sha1.txt',
      'manifest/unlisted manifest-sha1.txt',
    ]);
  });
});

const MANIFEST = 'manifest-sha512.txt';
const inManifest = (change: (text: string) => string): MadeBag => edited(madeBag(), MANIFEST, change);
const inInfo = (change: (text: string) => string): MadeBag => edited(madeBag(), 'bag-info.txt', change);
const declaring = (text: string): MadeBag => edited(madeBag(), 'bagit.txt', () => text);
const without = (file: string): MadeBag => {
  const bag = edited(madeBag(), file, text => text);
  bag.delete(file);
  return bag;
};
const UTF8 = 'Tag-File-Character-Encoding: UTF-8\n';

describe('bags that are not valid', () => {
  it.each<[string, MadeBag, readonly string[]]>([
    ['without a declaration', without('bagit.txt'), ['declaration/missing bagit.txt']],
    ['with a declaration of one line', declaring('BagIt-Version: 1.0\n'), ['declaration/form bagit.txt']],
    [
      'with white space before the colon',
      declaring(`BagIt-Version : 1.0\n${UTF8}`),
      ['declaration/form bagit.txt'],
    ],
    ['with three lines', declaring(`BagIt-Version: 1.0\n${UTF8}More: x\n`), ['declaration/form bagit.txt']],
    [
      'with a mark before the declaration',
      declaring(`\uFEFFBagIt-Version: 1.0\n${UTF8}`),
      ['declaration/bom bagit.txt'],
    ],
    [
      'of a version that does not exist',
      declaring(`BagIt-Version: 2.0\n${UTF8}`),
      ['declaration/version bagit.txt'],
    ],
    [
      'in an encoding nobody knows',
      declaring('BagIt-Version: 1.0\nTag-File-Character-Encoding: WTF-8\n'),
      ['declaration/encoding bagit.txt'],
    ],
    ['without a manifest', without(MANIFEST), ['manifest/none manifest-*.txt']],
    [
      'with a checksum of another file',
      inManifest(text => text.replace(/^[0-9a-f]{4}/, '0000')),
      [`manifest/mismatch ${MANIFEST}`],
    ],
    [
      'with a checksum that is too short',
      inManifest(text => text.replace(/^[0-9a-f]{4}/, '')),
      [`manifest/line ${MANIFEST}`, `manifest/unlisted ${MANIFEST}`],
    ],
    ['with an empty line', inManifest(text => `\n${text}`), [`manifest/line ${MANIFEST}`]],
    [
      'with a file that is not there',
      inManifest(text => `${text}${sha512('')}  data/no.txt\n`),
      [`manifest/missing-file ${MANIFEST}`],
    ],
    [
      'with a file in no manifest',
      madeBag().set('data/more.txt', Buffer.from('x')),
      [`manifest/unlisted ${MANIFEST}`, 'info/oxum bag-info.txt'],
    ],
    [
      'with a file listed twice',
      inManifest(text => `${text}${text.split('\n')[0]}\n`),
      [`manifest/twice ${MANIFEST}`],
    ],
    [
      'with a tag file in the manifest',
      inManifest(text => `${text}${sha512(madeBag().get('bagit.txt') ?? '')}  bagit.txt\n`),
      [`manifest/outside ${MANIFEST}`],
    ],
    [
      'with a folder in the manifest',
      inManifest(text => `${text}${sha512('')}  data/深\n`),
      [`manifest/folder ${MANIFEST}`],
    ],
    [
      'with a path that leads out',
      inManifest(text => `${text}${sha512('')}  data/../../etc/passwd\n`),
      [`manifest/unsafe-path ${MANIFEST}`],
    ],
    [
      'with an absolute path',
      inManifest(text => `${text}${sha512('')}  /etc/passwd\n`),
      [`manifest/unsafe-path ${MANIFEST}`],
    ],
    [
      'with a home folder',
      inManifest(text => `${text}${sha512('')}  ~root/x\n`),
      [`manifest/unsafe-path ${MANIFEST}`],
    ],
    [
      'with a drive',
      inManifest(text => `${text}${sha512('')}  C:\\x\n`),
      [`manifest/unsafe-path ${MANIFEST}`],
    ],
    [
      'with the separators of Windows',
      inManifest(text => text.replace('data/深/', 'data\\深\\')),
      [`manifest/unlisted ${MANIFEST}`, `manifest/outside ${MANIFEST}`, `manifest/backslash ${MANIFEST}`],
    ],
    [
      'with the asterisk of md5sum',
      inManifest(text => text.replace('  ', ' *')),
      [`manifest/md5sum-mark ${MANIFEST}`],
    ],
    [
      'with a percent sign that is not encoded',
      madeBag({ payload: { 'data/100%.txt': 'x' } }),
      [`manifest/percent ${MANIFEST}`],
    ],
    [
      'with the name of an algorithm in upper case',
      new Map(
        [...madeBag()].map(([name, content]) => [
          name.replace(/^manifest-sha512/, 'manifest-SHA-512'),
          content,
        ]),
      ),
      [
        'manifest/name manifest-SHA-512.txt',
        'tagmanifest/no-manifest tagmanifest-sha512.txt',
        'manifest/missing-file tagmanifest-sha512.txt',
      ],
    ],
    [
      'by an algorithm nobody knows',
      edited(madeBag(), 'manifest-sum77.txt', () => `00  data/三\n`),
      [
        'manifest/algorithm manifest-sum77.txt',
        ...Array<string>(3).fill('manifest/unlisted manifest-sum77.txt'),
        'manifest/missing-file manifest-sum77.txt',
      ],
    ],
    [
      'with a tag manifest of another bagit.txt',
      madeBag().set('bagit.txt', Buffer.from(`BagIt-Version: 0.97\n${UTF8}`)),
      ['manifest/mismatch tagmanifest-sha512.txt'],
    ],
    [
      'with a tag manifest that lists the payload',
      madeBag().set(
        'tagmanifest-md5.txt',
        Buffer.from(`${'0'.repeat(32)}  data/three.txt\n${'0'.repeat(32)}  tagmanifest-sha512.txt\n`),
      ),
      [
        'tagmanifest/payload tagmanifest-md5.txt',
        'tagmanifest/itself tagmanifest-md5.txt',
        'tagmanifest/no-manifest tagmanifest-md5.txt',
        'manifest/mismatch tagmanifest-md5.txt',
        'manifest/mismatch tagmanifest-md5.txt',
      ],
    ],
    [
      'with another size announced',
      inInfo(text => text.replace(/Oxum: \d+/, 'Oxum: 7')),
      ['info/oxum bag-info.txt'],
    ],
    ['with two sizes', inInfo(text => `${text}payload-oxum: 1.1\n`), ['info/oxum-twice bag-info.txt']],
    ['with a size in words', inInfo(() => 'Payload-Oxum: 12 KB\n'), ['info/oxum-form bag-info.txt']],
    ['with a line that is no metadata', inInfo(text => `样本\n${text}`), ['info/line bag-info.txt']],
    [
      'with no space after the colon',
      inInfo(text => `Contact-Name:样本\n${text}`),
      ['info/line bag-info.txt'],
    ],
    ['with a mark before a tag file', inInfo(text => `\uFEFF${text}`), ['tag/bom bag-info.txt']],
    [
      'with bytes that are not in the encoding',
      edited(madeBag(), 'bag-info.txt', text => text).set(
        'bag-info.txt',
        Buffer.from([0x41, 0x3a, 0x20, 0xff]),
      ),
      ['tag/encoding bag-info.txt'],
    ],
    [
      'with files to be fetched',
      edited(without('data/three.txt'), 'fetch.txt', () => 'https://example.org/3 5 data/three.txt\n'),
      ['fetch/not-fetched fetch.txt'],
    ],
    [
      'with a tag file to be fetched',
      edited(madeBag(), 'fetch.txt', () => 'https://example.org/3 - bagit.txt\n'),
      ['fetch/tag-file fetch.txt'],
    ],
    [
      'with something unlisted to be fetched',
      edited(madeBag(), 'fetch.txt', () => 'https://example.org/3 - data/9\n'),
      ['fetch/unlisted fetch.txt', 'fetch/not-fetched fetch.txt'],
    ],
    [
      'with a line without an absolute address',
      edited(madeBag(), 'fetch.txt', () => '/files/3 - data/three.txt\n'),
      ['fetch/line fetch.txt'],
    ],
  ])('%s', async (_, bag, errors) => {
    expect(await errorsIn(bag)).toEqual(errors);
  });

  it('without a folder for the payload', async () => {
    const bag = [...madeBag({ payload: {} })].map(([name, data]) => ({ name: `bag/${name}`, data }));
    const file = path.join(await tempFolder(), 'bag.zip');
    await writeFile(file, rawZip(bag));
    const source = await zipSource(file, DEFAULT_LIMITS);
    const { faults } = await checkBag(source, DEFAULT_LIMITS);
    source.close();
    expect(faults.map(({ rule }) => rule)).toEqual(['payload/no-folder']);
  });

  it('with a link, which is not followed', async () => {
    const folder = await laidDown(madeBag());
    await symlink('/etc/hostname', path.join(folder, 'data', 'link'));
    const { faults } = await checkBag(await folderSource(folder), DEFAULT_LIMITS);
    expect(faults).toEqual([{ rule: 'file/no-plain-file', file: 'data/link' }]);
  });
});

describe('what deserves a look', () => {
  it.each<[string, MadeBag, readonly string[]]>([
    [
      'names that differ in case',
      madeBag({ payload: { 'data/A': '1', 'data/a': '2' } }),
      ['name/twins data/a'],
    ],
    [
      'names Windows does not have',
      madeBag({ payload: { 'data/con.txt': '1' } }),
      ['name/windows data/con.txt'],
    ],
    [
      'a path that begins with ./',
      edited(madeBag({ payload: { 'data/a': '1' } }), MANIFEST, text => text.replace('data', './data')),
      [`manifest/dot-slash ${MANIFEST}`],
    ],
    [
      'the asterisk of md5sum under a draft',
      edited(madeBag({ version: '0.97', payload: { 'data/a': '1' } }), MANIFEST, text =>
        text.replace('  ', ' *'),
      ),
      [`manifest/old-mark ${MANIFEST}`],
    ],
    [
      'names composed otherwise',
      edited(madeBag({ payload: { 'data/u\u0308': '1' } }), MANIFEST, text => text.normalize('NFC')),
      ['name/composed data/u\u0308'],
    ],
    [
      'a tag file in no tag manifest',
      madeBag().set('notes.txt', Buffer.from('x')),
      ['tagmanifest/unlisted tagmanifest-sha512.txt'],
    ],
    [
      'another length than the file has',
      edited(madeBag(), 'fetch.txt', () => 'https://example.org/3 77 data/three.txt\n'),
      ['fetch/length fetch.txt'],
    ],
    [
      'a date given twice',
      inInfo(text => `Bagging-Date: 2026-01-01\nBagging-Date: 2026-01-02\n${text}`),
      ['info/repeated bag-info.txt'],
    ],
  ])('%s', async (_, bag, warnings) => {
    expect(await rulesIn(bag)).toEqual(warnings);
    expect(await errorsIn(bag)).toEqual([]);
  });

  it('a ZIP with no folder around the bag, and with more beside it', async () => {
    const folder = await tempFolder();
    const loose = path.join(folder, 'loose.zip');
    await writeFile(loose, rawZip([...madeBag()].map(([name, data]) => ({ name, data }))));
    const beside = path.join(folder, 'beside.zip');
    const entries = [...madeBag()].map(([name, data]) => ({ name: `包/${name}`, data }));
    await writeFile(beside, rawZip([{ name: '__MACOSX/._包', data: Buffer.from('x') }, ...entries]));
    for (const [file, rule] of [
      [loose, 'zip/no-top'],
      [beside, 'zip/beside'],
    ] as const) {
      const source = await zipSource(file, DEFAULT_LIMITS);
      const { faults, payload } = await checkBag(source, DEFAULT_LIMITS);
      source.close();
      expect(faults.map(each => each.rule)).toEqual([rule]);
      expect(payload.files).toBe(Object.keys(PAYLOAD).length);
    }
  });
});
