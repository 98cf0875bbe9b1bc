import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { chapterTexts } from '#shared/manual/manual.find.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import { printedText } from '#shared/documents/print-text.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { readManual } from './manual.ts';

vi.mock('electron-log/main', () => ({ default: { error: () => undefined } }));

const RESOURCES = path.resolve(import.meta.dirname, '../../resources');

describe('the manual that is shipped', () => {
  it('has every chapter in both languages, each under a name of its own', async () => {
    const chapters = expectOk(await readManual(RESOURCES));
    expect(chapters.length).toBeGreaterThan(10);
    const ids = chapters.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const chapter of chapters) {
      const chinese = chapterTexts(chapter, 'zh-CN');
      const english = chapterTexts(chapter, 'en');
      expect(english.length).toBe(chinese.length);
      expect(chinese.filter(text => !/\p{Script=Han}/u.test(text))).toEqual([]);
      expect(english.filter(text => /\p{Script=Han}/u.test(text))).toEqual([]);
    }
  });

  it('has no character that the printed fonts lack', async () => {
    const chapters = expectOk(await readManual(RESOURCES));
    const texts = chapters.flatMap(chapter => [
      ...chapterTexts(chapter, 'zh-CN'),
      ...chapterTexts(chapter, 'en'),
    ]);
    expect(texts.flatMap(text => printedText(text, bundledFonts).missing)).toEqual([]);
  });
});

describe('a manual', () => {
  it('is read in the order of its files', async () => {
    const root = await tempFolder();
    await mkdir(path.join(root, 'manual'));
    const file = (id: string): string =>
      `id: ${id}\ntitle: { zh: 题, en: Title }\nsections:\n  - text: [{ zh: 字, en: word }]\n`;
    await writeFile(path.join(root, 'manual', '02-b.yaml'), file('second'));
    await writeFile(path.join(root, 'manual', '01-a.yaml'), file('first'));
    const chapters = expectOk(await readManual(root));
    expect(chapters.map(({ id }) => id)).toEqual(['first', 'second']);
  });

  it('that lacks its English is refused as a whole', async () => {
    const root = await tempFolder();
    await mkdir(path.join(root, 'manual'));
    const half = 'id: half\ntitle: { zh: 题 }\nsections:\n  - text: [{ zh: 字, en: word }]\n';
    await writeFile(path.join(root, 'manual', '01-half.yaml'), half);
    expect(await readManual(root)).toEqual({ ok: false, error: { code: 'ipc/bug' } });
  });
});
