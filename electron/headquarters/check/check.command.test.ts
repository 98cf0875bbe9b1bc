import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { agePair, sampleOffice } from '#electron/bundles/bundle.fixture.ts';
import { identityFile } from '#electron/bundles/age.identity.ts';
import { hasTool } from '#electron/bundles/tools.fixture.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { runCommand } from '../cli.commands.ts';
import { nextBundle, sampleHeadquarters } from '../hq.fixture.ts';
import { edited, laidDown, madeBag } from './made-bag.fixture.ts';

async function hq(...args: string[]): Promise<{ readonly code: number; readonly text: string }> {
  const lines: string[] = [];
  const code = await runCommand(args, line => lines.push(line));
  return { code, text: lines.join('\n') };
}

const keyOf = (dataDir: string): string => path.join(dataDir, 'keys', 'bundle.agekey');

describe('hq check', () => {
  it('opens a sealed bundle with the key, and leaves nothing decrypted behind', async () => {
    const headquarters = await sampleHeadquarters();
    const bundle = await nextBundle(headquarters, undefined, 1);
    const card = path.join(await tempFolder(), 'office.json');
    await writeFile(card, JSON.stringify(headquarters.office.card));
    const before = (await readdir(os.tmpdir())).filter(name => name.startsWith('bag-'));
    const good = await hq('check', bundle.path, '--key', keyOf(headquarters.dataDir), '--card', card);
    expect(good).toMatchObject({ code: 0, text: expect.stringMatching(/^✓ 有效 .*格式 1/) as string });
    expect((await readdir(os.tmpdir())).filter(name => name.startsWith('bag-'))).toEqual(before);

    await writeFile(card, JSON.stringify(sampleOffice().card));
    const other = await hq('check', bundle.path, '--key', keyOf(headquarters.dataDir), '--card', card);
    expect(other.code).toBe(1);
    expect(other.text).toContain('format1/signature');
  });

  it('says in words why a bundle cannot be opened', async () => {
    const headquarters = await sampleHeadquarters();
    const bundle = await nextBundle(headquarters, undefined, 1);
    const { identity, recipient } = await agePair();
    const wrong = path.join(await tempFolder(), 'wrong.agekey');
    await writeFile(wrong, identityFile(identity, recipient, '2026-11-01'));
    expect((await hq('check', bundle.path)).text).toContain('请用 --key');
    expect((await hq('check', bundle.path, '--key', wrong)).text).toContain('bundle/wrong-recipient');
    await appendFile(bundle.path, 'x');
    const cut = await hq('check', bundle.path, '--key', keyOf(headquarters.dataDir));
    expect(cut).toMatchObject({ code: 1, text: expect.stringContaining('bundle/broken-age') as string });
    expect((await hq('check', path.join(os.tmpdir(), 'no-such-bag'))).code).toBe(1);
    expect((await hq('check')).code).toBe(2);
    expect((await hq('check', bundle.path, '--as', 'letter')).code).toBe(2);
  });

  it('judges the bag of another maker by RFC 8493 alone, and prints every fault with file and rule', async () => {
    const good = await laidDown(madeBag({ algorithms: ['md5', 'sha1'] }));
    expect(await hq('check', good)).toMatchObject({
      code: 0,
      text: expect.stringContaining('BagIt 1.0；内容 3 个文件') as string,
    });
    const bad = edited(madeBag(), 'manifest-sha512.txt', text => text.replace(/^[0-9a-f]{4}/, '0000'));
    bad.set('data/更多.txt', Buffer.from('x'));
    const judged = await hq('check', await laidDown(bad));
    expect(judged.code).toBe(1);
    expect(judged.text).toContain(
      '✗ manifest-sha512.txt  manifest/unlisted（RFC 8493 §3）  这一文件不在清单中：data/更多.txt',
    );
    expect(judged.text).toContain('manifest/mismatch');
    expect(judged.text).toContain('info/oxum');
    expect((await hq('check', good, '--as', 'bundle')).text).toContain('format1/missing');
    expect((await hq('check', good, await laidDown(bad))).code).toBe(1);
  });

  it.skipIf(!hasTool('zip'))('reads a ZIP by Info-ZIP', async () => {
    const folder = await laidDown(madeBag());
    const file = path.join(await tempFolder(), 'bag.zip');
    execFileSync('zip', ['-q', '-r', file, path.basename(folder)], { cwd: path.dirname(folder) });
    expect((await hq('check', file)).code).toBe(0);
    const noZip = path.join(await tempFolder(), 'bag.zip');
    await writeFile(noZip, 'no ZIP');
    expect(await hq('check', noZip)).toMatchObject({
      code: 1,
      text: expect.stringContaining('bundle/broken-zip') as string,
    });
    const empty = path.join(await tempFolder(), 'empty');
    await mkdir(empty);
    expect((await hq('check', empty)).text).toContain('declaration/missing');
  });
});
