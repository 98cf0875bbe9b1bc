import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { sampleOffice } from '#electron/bundles/bundle.fixture.ts';
import { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { runCommand, USAGE } from './cli.commands.ts';
import { nextBundle } from './hq.fixture.ts';

async function hq(...args: string[]): Promise<{ readonly code: number; readonly text: string }> {
  const lines: string[] = [];
  const code = await runCommand(args, line => lines.push(line));
  return { code, text: lines.join('\n') };
}

describe('the hq command', () => {
  it('takes a headquarters from nothing to its first receipts, in words a person understands', async () => {
    const folder = await tempFolder();
    const data = path.join(folder, 'hq');
    const usb = path.join(folder, 'usb');
    await mkdir(usb);
    const office = sampleOffice();
    const officeCard = path.join(folder, 'office.json');
    await writeFile(officeCard, JSON.stringify(office.card));

    const init = await hq('init', data, '--name', '样本街道办事处');
    expect(init).toMatchObject({
      code: 0,
      text: expect.stringContaining('已建立上级“样本街道办事处”') as string,
    });
    const shown = await hq('card', '--data', data);
    const card = HeadquartersCard.parse(JSON.parse(shown.text));
    expect(card).toEqual(JSON.parse(await readFile(path.join(data, 'headquarters.json'), 'utf8')));

    const first = await nextBundle({ card, office, usb }, undefined, 1);
    const second = await nextBundle({ card, office, usb }, first, 2, {}, 0);
    const drive = path.join(folder, 'drive');
    await mkdir(drive);
    for (const bundle of [first, second])
      await copyFile(bundle.path, path.join(drive, path.basename(bundle.path)));

    const unknown = await hq('import', drive, '--data', data);
    expect(unknown.code).toBe(1);
    expect(unknown.text).toContain('来自 PHX-0371 样本社区居委会（未经核实）');
    expect(unknown.text).toContain('规则：bundle/unknown-office');
    expect(unknown.text).toContain('hq enrol');
    expect(unknown.text).toContain('共 2 个，接收 0，拒绝 2。');

    const enrolled = await hq('enrol', officeCard, '--data', data);
    expect(enrolled.code).toBe(0);
    expect(enrolled.text).toContain('✓ 已登记  PHX-0371 样本社区居委会');
    expect(enrolled.text).toContain(path.join(data, 'cards-to-hand-over', 'PHX-0371.headquarters.json'));
    expect((await hq('enrol', officeCard, '--data', data)).text).toContain('此前已登记');

    const accepted = await hq('import', '--data', data, drive);
    expect(accepted.code).toBe(0);
    expect(accepted.text).toContain('✓ 已接收  PHX-0371_2026-10_0001.bag.zip.age');
    expect(accepted.text).toContain('PHX-0371，2026-10，第 1 包：案件 1，事件 3，文书 1，附件 1');
    expect(accepted.text).toContain(path.join(data, 'receipts', `${second.bundleId}.receipt.json`));
    const again = await hq('import', first.path, second.path, '--data', data);
    expect(again.code).toBe(0);
    expect(again.text.match(/此前已接收，没有变化/g)).toHaveLength(2);

    const fork = await nextBundle({ card, office, usb }, first, 2);
    const mixed = await hq('import', first.path, fork.path, '--data', data);
    expect(mixed.code).toBe(1);
    expect(mixed.text).toContain('规则：bundle/fork');
    expect(mixed.text).toContain(`拒收回执：${fork.bundleId}`);
    expect(await hq('rebuild', '--data', data)).toEqual({ code: 0, text: '✓ 已重建：社区 1，案卷包 2。' });
  });

  it('says what is wrong with a folder, a card or an empty drive', async () => {
    const folder = await tempFolder();
    const data = path.join(folder, 'hq');
    expect((await hq('card', '--data', data)).text).toContain('hq init');
    expect((await hq('import', folder, '--data', data)).text).toContain('没有找到案卷包');
    expect((await hq('import', path.join(folder, 'x.age'), '--data', data)).text).toContain(
      '规则：hq/not-there',
    );
    expect((await hq('init', data)).code).toBe(0);
    expect((await hq('init', data)).text).toContain('规则：hq/already-there');
    const lost = await hq('enrol', path.join(folder, 'x.json'), '--data', data);
    expect(lost.text).toContain('规则：hq/no-card');
    expect(lost.text).toContain('没有找到这个文件');
    await writeFile(path.join(folder, 'other.json'), '{}');
    expect((await hq('enrol', path.join(folder, 'other.json'), '--data', data)).text).toContain(
      '规则：hq/bad-card',
    );
    for (const where of ['other.json', 'other.json/below']) {
      const onFile = await hq('init', path.join(folder, where));
      expect(onFile.code).toBe(1);
      expect(onFile.text).toContain('规则：hq/not-a-folder');
      expect(onFile.text).toContain('不是文件夹');
      expect(onFile.text).not.toContain('磁盘');
    }
    expect(await readFile(path.join(folder, 'other.json'), 'utf8')).toBe('{}');
    expect((await hq('import', path.join(folder, 'x.age'), '--data', data)).text).toContain(
      '规则：bundle/unreadable',
    );
    for (const args of [
      [],
      ['import'],
      ['import', 'x'],
      ['enrol', '--data', data],
      ['init'],
      ['what', '--data', data],
      ['--what'],
    ]) {
      expect(await hq(...args), args.join(' ')).toEqual({ code: 2, text: USAGE });
    }
  });

  it('lets no name steer the terminal', async () => {
    const folder = await tempFolder();
    const data = path.join(folder, 'hq');
    await hq('init', data);
    const file = path.join(folder, 'x\u001b[2J\u202e.age');
    await writeFile(file, 'x');
    const { text } = await hq('import', file, '--data', data);
    expect(text).toContain('x?[2J?.age');
  });

  it('runs as a program', async () => {
    const folder = await tempFolder();
    const run = promisify(execFile);
    const cli = path.join(import.meta.dirname, 'cli.ts');
    const done = await run(process.execPath, ['--import', 'tsx', cli, 'init', path.join(folder, 'hq')]);
    expect(done.stdout).toContain('已建立上级');
    await expect(run(process.execPath, ['--import', 'tsx', cli])).rejects.toMatchObject({ code: 2 });
  });
});
