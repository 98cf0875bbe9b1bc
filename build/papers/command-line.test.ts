import { describe, expect, it } from 'vitest';
import { UseError } from '#build/packs/use-error.ts';
import { readOrder } from './command-line.ts';

const KNOWN = ['phoenix-community', 'samr-2019'];

describe('the command that prints all forms', () => {
  it('prints every pack in every fill unless told otherwise', () => {
    expect(readOrder(['--out', 'x'], KNOWN)).toEqual({
      ...{ out: 'x', packs: KNOWN, fills: ['sample', 'long', 'blank'], language: 'zh-CN', json: false },
    });
  });

  it('prints only what it is told', () => {
    const args = ['--out', 'x', '--pack', 'samr-2019', '--fill', 'blank', '--fill', 'sample', '--json'];
    expect(readOrder(args, KNOWN)).toMatchObject({
      ...{ packs: ['samr-2019'], fills: ['sample', 'blank'], json: true },
    });
  });

  it('says its use when nothing or help is asked for', () => {
    expect(readOrder([], KNOWN)).toBeUndefined();
    expect(readOrder(['--help'], KNOWN)).toBeUndefined();
  });

  it.each([
    [['--fill', 'blank'], '--out'],
    [['--out', 'x', '--pack', 'no-such-pack'], 'no-such-pack'],
    [['--out', 'x', '--fill', 'short'], 'short'],
    [['--out', 'x', '--lang', 'fr'], 'fr'],
    [['--out', 'x', '--colour'], '--colour'],
    [['--out', 'x', 'loose'], 'loose'],
  ])('refuses %j with a sentence that names it', (args, named) => {
    expect(() => readOrder(args, KNOWN)).toThrow(UseError);
    expect(() => readOrder(args, KNOWN)).toThrow(named);
  });
});
