import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const RULES: readonly string[] = ['no-restricted-syntax', 'import-x/no-restricted-paths'];
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: path.join(root, 'build/config/eslint.config.js'),
  // These rules need no types, and reading those of the whole project takes most of a minute.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => RULES.includes(ruleId),
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

  it.each([
    ['electron/transfers/case.at.ts', '../month/orders.ts'],
    ['electron/month/orders.ts', '../transfers/case.at.ts'],
    ['electron/month/orders.ts', '../pick-up/pick-up.ts'],
    ['electron/office/case-heads.ts', '../transfers/case.at.ts'],
  ])(
    'keeps what goes to headquarters and what goes to other offices apart: %s does not import %s',
    async (file, from) => {
      const [message = ''] = await said(file, `import * as other from '${from}'; export const it = other;`);
      expect(message).toMatch(/know nothing of each other|knows none of them/);
    },
  );

  it('lets what a drive brings be taken from both', async () => {
    const text =
      "import * as a from '../month/orders.ts'; import * as b from '../transfers/case.at.ts'; export const it = [a, b];";
    expect(await said('electron/pick-up/pick-up.ts', text)).toEqual([]);
  });
});
