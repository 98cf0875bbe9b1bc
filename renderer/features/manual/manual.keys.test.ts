import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { ManualChapter } from '#shared/manual/manual.schema.ts';
import { keyOfCommand, manualKeys } from './manual.keys.ts';

const folder = path.resolve(import.meta.dirname, '../../../resources/manual');
const named = readdirSync(folder)
  .map(name => ManualChapter.parse(parse(readFileSync(path.join(folder, name), 'utf8'))))
  .flatMap(({ sections }) => sections.flatMap(({ keys }) => keys.map(({ command }) => command)));

describe('a key in the manual', () => {
  it('is that of a command', () => {
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(command => keyOfCommand(command) === undefined)).toEqual([]);
  });

  it('is known for nothing else', () => {
    expect(manualKeys().filter(([command]) => !named.includes(command))).toEqual([]);
  });
});
