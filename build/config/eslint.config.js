import path from 'node:path';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';

/** Which room may import which: the house of docs/architecture. Everything not listed here is allowed. */
const zones = [
  {
    target: './shared',
    from: ['./electron', './renderer', './build'],
    message: 'shared/ is pure: it imports nothing but shared/.',
  },
  { target: './electron', from: ['./renderer', './build'], message: 'electron/ may import shared/ only.' },
  { target: './renderer', from: ['./electron', './build'], message: 'renderer/ may import shared/ only.' },
  {
    target: './electron/preload.ts',
    from: './shared',
    except: ['./ipc'],
    message: 'The preload may import shared/ipc only.',
  },
  {
    target: './electron/month/!(*.test|*.fixture).ts',
    from: ['./electron/transfers', './electron/pick-up', './electron/cards'],
    message:
      'Bundles and transfers know nothing of each other: what both take is in pick-up/, what both use below.',
  },
  {
    target: './electron/transfers/!(*.test|*.fixture).ts',
    from: ['./electron/month', './electron/pick-up', './electron/cards'],
    message:
      'Bundles and transfers know nothing of each other: what both take is in pick-up/, what both use below.',
  },
  {
    target: ['bundles', 'drives', 'files', 'office', 'vault'].map(
      room => `./electron/${room}/!(*.test|*.fixture).ts`,
    ),
    from: ['./electron/month', './electron/transfers', './electron/pick-up', './electron/cards'],
    message: 'What others stand on knows none of them.',
  },
  {
    target: './renderer/ui',
    from: ['./renderer/features', './renderer/app', './renderer/db'],
    message: 'ui/ holds dumb controls.',
  },
  {
    target: './renderer/db',
    from: ['./renderer/features', './renderer/app', './renderer/ui'],
    message: 'db/ knows no screen.',
  },
  {
    target: './renderer/features',
    from: './renderer/app',
    message: 'A feature knows ui, db, i18n and shared, not the app around it.',
  },
];

/** A feature may be entered by another one only through its index.ts. */
const features = [
  'attachments',
  'case',
  'cases',
  'drives',
  'fault',
  'figures',
  'first-run',
  'identity',
  'import',
  'lock',
  'manual',
  'month',
  'outbox',
  'help',
  'palette',
  'paper',
  'papers',
  'procedure-form',
  'procedures',
  'reception',
  'sample',
  'scans',
  'settings',
  'signing',
  'statistics',
  'tour',
  'transfers',
  'workbench',
];
const featureZones = features.map(name => ({
  target: `./renderer/features/!(${name})/**/*`,
  from: `./renderer/features/${name}`,
  except: ['./index.ts'],
  message: `Enter the feature ${name} through its index.ts.`,
}));

const pureGlobals = [
  'window',
  'document',
  'navigator',
  'process',
  'Buffer',
  'fetch',
  'localStorage',
  'indexedDB',
  'crypto',
  'setTimeout',
  'setInterval',
];

/** Whatever is handed to the system's own programs leaves the fence: an address, a path, a file of a stick. */
const NOTHING_OUTSIDE = 'The program opens nothing outside itself: no address, no folder, no file.';

const shapes = [
  { selector: 'TSEnumDeclaration', message: 'Closed sets are const objects or unions.' },
  {
    selector: "ImportDeclaration[source.value='electron'] > ImportSpecifier[imported.name='shell']",
    message: NOTHING_OUTSIDE,
  },
  { selector: "MemberExpression[object.name='electron'][property.name='shell']", message: NOTHING_OUTSIDE },
  {
    selector: 'MemberExpression[property.name=/^(openExternal|openPath|showItemInFolder)$/]',
    message: NOTHING_OUTSIDE,
  },
  {
    selector:
      "JSXOpeningElement[name.name=/^(textarea|input|select)$/]:not(:has(> JSXAttribute[name.name='autoComplete'])):not(:has(> JSXAttribute[name.name='type'][value.value=/^(checkbox|radio)$/]))",
    message: 'Without autoComplete="off" Chromium writes what is typed to disk in clear.',
  },
];
const onlyInWindows = {
  selector: "NewExpression[callee.name='BrowserWindow']",
  message: 'Windows are made in electron/windows.ts only.',
};

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', 'test-results/', 'resources/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['build/config/*.js'] },
        tsconfigRootDir: path.resolve(import.meta.dirname, '../..'),
      },
    },
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver()],
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { zones: [...zones, ...featureZones] }],
      'import-x/no-default-export': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...shapes, onlyInWindows],
      'max-lines': ['error', { max: 600, skipBlankLines: false, skipComments: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['shared/**/*.test.ts', 'shared/fixtures/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...pureGlobals.map(name => ({ name, message: 'shared/ is pure: pass it in.' })),
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(node:|electron|react|dexie|@mantine)', message: 'shared/ is pure.' }] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Pass the clock in.' },
        { object: 'Math', property: 'random', message: 'Pass the id source in.' },
      ],
    },
  },
  {
    files: ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    ignores: ['electron/ipc/handle.ts', 'electron/preload.ts', '**/*.test.{ts,tsx}', 'electron/e2e/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain', 'ipcRenderer'],
              message: 'Only the ipc wrapper and the preload speak IPC.',
            },
          ],
        },
      ],
    },
  },
  { files: ['electron/windows.ts'], rules: { 'no-restricted-syntax': ['error', ...shapes] } },
  { files: ['build/chromium-shell/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['build/**/*', 'electron/headquarters/cli.ts'], rules: { 'no-console': 'off' } },
  { files: ['build/config/*.{js,ts}', 'electron/e2e/**'], rules: { 'import-x/no-default-export': 'off' } },
  {
    files: ['**/*.test.{ts,tsx}', 'electron/e2e/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
