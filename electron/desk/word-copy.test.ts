// @vitest-environment jsdom
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { docxFaults, unpackDocx } from '../printing/proof/docx-inspect.ts';
import { complaintForm } from '../printing/proof/sample-complaint.ts';
import { NORMAL } from '../printing/proof/sample-form.ts';
import { saveWordCopy } from './word-copy.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: {} }));

const paper = complaintForm(NORMAL);
const input = { paper: JSON.stringify(paper), name: 'PHX-01 样〔2026〕1号 草稿' };
const choosing = (place: string | undefined) => {
  const asked: string[] = [];
  return { asked, choosePlace: (_title: string, name: string) => Promise.resolve((asked.push(name), place)) };
};

describe('a copy in Word', () => {
  it('is written where the person says, and opens', async () => {
    const place = path.join(await tempFolder(), 'draft.docx');
    const dialogs = choosing(place);
    expect(await saveWordCopy(dialogs, input)).toEqual(ok({ path: place }));
    expect(dialogs.asked).toEqual(['PHX-01 样〔2026〕1号 草稿.docx']);
    expect(docxFaults(await unpackDocx(await readFile(place)), paper)).toEqual([]);
  });

  it('is not written where the person names no place', async () => {
    expect(await saveWordCopy(choosing(undefined), input)).toEqual(ok({ path: null }));
  });

  it('is refused, and no place asked for, where there is no paper', async () => {
    const dialogs = choosing('/nowhere');
    expect(await saveWordCopy(dialogs, { ...input, paper: '{}' })).toMatchObject({
      ok: false,
      error: { code: 'ipc/input' },
    });
    expect(dialogs.asked).toEqual([]);
  });

  it('is a plain refusal where the place cannot be written', async () => {
    const folder = await tempFolder();
    const reply = await saveWordCopy(choosing(path.join(folder, 'gone', 'draft.docx')), input);
    expect(reply).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^storage\//) as string },
    });
    expect(await readdir(folder)).toEqual([]);
  });
});
