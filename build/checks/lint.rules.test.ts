import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: path.join(root, 'build/config/eslint.config.js'),
  // These rules need no types, and reading those of the whole project takes most of a minute.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-syntax',
});

/** What the lint says of a text that stands in the place of one of the project's files. */
async function said(file: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map(({ message }) => message);
}

const NOTHING_OUTSIDE = 'The program opens nothing outside itself: no address, no folder, no file.';

describe('the lint of the shell', () => {
  it.each([
    ["import { shell } from 'electron';"],
    ["import { app, shell as outside } from 'electron';"],
    ["import * as electron from 'electron'; electron.shell.beep();"],
    ["void (globalThis as any).anything.openExternal('https://example.org');"],
    ["void (globalThis as any).anything.openPath('/tmp/a.pdf');"],
    ["(globalThis as any).anything.showItemInFolder('/tmp/a.pdf');"],
  ])('lets nothing be opened outside the program: %s', async text => {
    for (const file of ['electron/main.ts', 'electron/windows.ts', 'electron/desk/papers.ts'])
      expect(await said(file, text), file).toEqual([NOTHING_OUTSIDE]);
  });

  it('lets windows be made in one place only', async () => {
    const text = "import { BrowserWindow } from 'electron'; export const window = new BrowserWindow();";
    expect(await said('electron/main.ts', text)).toHaveLength(1);
    expect(await said('electron/windows.ts', text)).toEqual([]);
  });

  it('lets no field keep what is typed in the browser’s files', async () => {
    expect(await said('renderer/app/app.tsx', 'export const field = <input type="text" />;')).toHaveLength(1);
    expect(await said('renderer/app/app.tsx', 'export const field = <input autoComplete="off" />;')).toEqual(
      [],
    );
  });
});
