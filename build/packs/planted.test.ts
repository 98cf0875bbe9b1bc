import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from './check.command.ts';
import { FURTHER } from './further.faults.ts';
import { faultsOf } from './pack.faults.ts';
import { PLANTED, type PlantedFault } from './planted.faults.ts';
import { SOUND_PACK } from './sound.pack.ts';

type Pack = Readonly<Record<string, string>>;

function plant(pack: Pack, { file, from, to }: PlantedFault): Pack {
  const text = pack[file] ?? '';
  expect(text.split(from).length - 1).toBe(1);
  return { ...pack, [file]: text.replace(from, () => to) };
}

/** The line of the file, counted in the pack as it is planted. */
function lineOf(pack: Pack, { file, to, on = to, above = 0 }: PlantedFault): number {
  const before = (pack[file] ?? '').split(on);
  expect(before).toHaveLength(2);
  return before[0]!.split('\n').length - above;
}

describe('a pack with planted faults', () => {
  let folder = '';
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planted-'));
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true });
  });

  const found = (pack: Pack) => {
    for (const [name, text] of Object.entries(pack)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
    return faultsOf(folder).map(({ file, line, message }) => ({ where: `${file}:${line}`, zh: message.zh }));
  };

  it('is sound before anything is planted', () => {
    expect(found(SOUND_PACK)).toEqual([]);
  });

  it.each([...PLANTED, ...FURTHER])('has $what alone as its one finding', fault => {
    const pack = plant(SOUND_PACK, fault);
    expect(found(pack)).toEqual([
      { where: `${fault.file}:${lineOf(pack, fault)}`, zh: expect.stringMatching(fault.says) },
    ]);
  });

  it('has twenty findings for twenty faults, each with its file, its line and a Chinese sentence', () => {
    const pack = PLANTED.reduce(plant, SOUND_PACK);
    const findings = found(pack);
    const wanted = PLANTED.map(fault => ({
      where: `${fault.file}:${lineOf(pack, fault)}`,
      zh: expect.stringMatching(fault.says) as string,
    }));
    expect(findings).toHaveLength(20);
    expect(findings).toEqual(expect.arrayContaining(wanted));
    for (const { zh } of findings) expect(zh).toMatch(/\p{Script=Han}/u);
  });

  it('is printed a line a fault, with the number of them', () => {
    found(PLANTED.reduce(plant, SOUND_PACK));
    const lines: string[] = [];
    expect(check([folder], line => lines.push(line))).toBe(1);
    expect(lines).toHaveLength(21);
    expect(lines[0]).toMatch(/^planted-\w+\/examples\/smooth\.yaml:\d+: /);
    expect(lines.at(-1)).toBe('20 处不对');
  });
});
