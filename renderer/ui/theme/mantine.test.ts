import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

const here = new URL('./', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, here), 'utf8');
const require = createRequire(import.meta.url);

const imported = [...read('styles.ts').matchAll(/'(@mantine[^']+)'/g)].map(([, path = '']) => path);
const usedIn = (css: string): string[] =>
  [...css.matchAll(/var\((--mantine-[\w-]+)\)/g)].map(([, name = '']) => name);

describe("Mantine's styles", () => {
  it('find every variable they use among ours, for Mantine writes none itself', () => {
    const defined = new Set(
      [...read('mantine-variables.css').matchAll(/(--mantine-[\w-]+):/g)].map(found => found[1]),
    );
    const missing = imported.flatMap(path =>
      usedIn(readFileSync(require.resolve(path), 'utf8')).filter(name => !defined.has(name)),
    );
    expect(imported.length).toBeGreaterThan(5);
    expect([...new Set(missing)]).toEqual([]);
  });

  it('lie in their own layer, so that ours stand above them', () => {
    expect(imported.filter(path => !path.endsWith('.layer.css'))).toEqual([]);
  });
});

describe('our styles', () => {
  const rooms = readdirSync(new URL('../', here), { recursive: true, encoding: 'utf8' });
  const sheets = rooms.filter(name => name.endsWith('.css'));

  it('take every colour from the tokens', () => {
    const strays = sheets
      .filter(name => !name.endsWith('tokens.css'))
      .flatMap(name =>
        [...read(`../${name}`).matchAll(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi)].map(
          found => `${name}: ${found[0]}`,
        ),
      );
    expect(strays).toEqual([]);
  });

  it('use only custom properties that are defined', () => {
    const all = sheets.map(name => read(`../${name}`)).join('\n');
    const set = new Set([...all.matchAll(/(--[\w-]+):/g)].map(found => found[1]));
    // Set from code, as a style property of one element.
    const given = new Set(['--ui-columns', '--ui-side', '--ui-width']);
    const missing = [...all.matchAll(/var\((--[\w-]+)\)/g)]
      .map(([, name = '']) => name)
      .filter(name => !set.has(name) && !given.has(name));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('have no text under 13 px and no weight but 400 and 700', () => {
    const all = sheets.map(name => read(`../${name}`)).join('\n');
    const sizes = [...all.matchAll(/font-size:\s*([\d.]+)rem/g)].map(found => Number(found[1]));
    expect(sizes.filter(size => size < 0.8125)).toEqual([]);
    const weights = [...all.matchAll(/font-weight:\s*([\w-]+)/g)].map(found => found[1]);
    expect(weights.filter(weight => weight !== '400' && weight !== '700' && weight !== 'inherit')).toEqual(
      [],
    );
  });
});
