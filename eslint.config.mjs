import tseslint from 'typescript-eslint';
import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';

/** Which folders of src/ each folder, and the panel's page, may import from, besides itself and libraries. Imports only point inwards. */
const mayImport = {
  random: [],
  graph: [],
  protocol: [],
  augment: ['random', 'protocol'],
  judge: ['random', 'protocol'],
  nn: ['graph', 'random'],
  engine: ['graph'],
  data: ['augment', 'random'],
  run: ['protocol'],
  export: ['protocol', 'judge'],
  report: ['protocol', 'judge'],
  learn: ['random', 'augment', 'data', 'graph', 'nn', 'engine', 'run', 'protocol', 'judge'],
  evaluate: ['random', 'augment', 'data', 'graph', 'nn', 'engine', 'run', 'protocol', 'judge'],
  extension: ['protocol', 'judge', 'export', 'report', 'run'],
  cli: [
    'random',
    'augment',
    'data',
    'graph',
    'engine',
    'nn',
    'judge',
    'learn',
    'evaluate',
    'run',
    'export',
    'report',
    'protocol',
  ],
};
const folders = Object.keys(mayImport);
const zones = folders.flatMap((folder) =>
  folders
    .filter((other) => other !== folder && !mayImport[folder].includes(other))
    .map((other) => ({
      target: `./src/${folder}`,
      from: `./src/${other}`,
      message: `src/${folder} may import only from: ${[...mayImport[folder], 'libraries'].join(', ')}.`,
    })),
);

/** The panel's page shares no code with the host but what is pure. */
const pageMayImport = ['protocol', 'judge', 'report'];
const pageZones = folders
  .filter((folder) => !pageMayImport.includes(folder))
  .map((folder) => ({
    target: './webview',
    from: `./src/${folder}`,
    message: `webview may import only from: ${[...pageMayImport, 'libraries'].join(', ')}.`,
  }));
const toolkit = '@vscode/webview-ui-toolkit';

/** Libraries that only one folder may see. */
const onlyIn = [
  { library: 'vscode', folders: ['src/extension/**'] },
  { library: 'onnxruntime-node', folders: ['src/engine/onnx/**'] },
  { library: '@tensorflow/*', folders: ['src/engine/tensorflow/**'] },
  { library: 'sharp', folders: ['src/data/**', 'src/cli/**'] },
];
const pureFolders = ['random', 'augment', 'graph', 'nn', 'judge', 'export', 'report', 'protocol'];

export default tseslint.config(
  { ignores: ['dist/**', 'build/**', 'node_modules/**', '.vscode-test/**', 'test/golden/**', 'coverage/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      'no-restricted-imports': [
        'error',
        {
          patterns: onlyIn.map(({ library }) => ({
            group: [library],
            message: `${library} has one home; see eslint.config.mjs.`,
          })),
        },
      ],
    },
  },
  {
    files: ['webview/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: pageZones }],
      'import-x/no-cycle': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*', 'vscode'], message: 'The page runs in a browser.' }] },
      ],
    },
  },
  {
    files: ['webview/**/*.ts'],
    ignores: ['webview/ui/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*', 'vscode', toolkit], message: 'Widgets come from webview/ui.' }] },
      ],
    },
  },
  {
    files: ['webview/model/**/*.ts', 'webview/words/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['document', 'window'].map((name) => ({ name, message: 'The model and its words know no page.' })),
      ],
    },
  },
  ...pureFolders.map((folder) => ({
    files: [`src/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'fs', 'path', 'vscode', 'sharp', 'onnxruntime-node'],
              message: `src/${folder} is pure: no side effects.`,
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Randomness comes only from a seeded generator that is passed in.',
        },
      ],
    },
  })),
  ...onlyIn.map(({ library, folders: homes }) => ({
    files: homes,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: onlyIn
            .filter((other) => !other.folders.some((home) => homes.includes(home)) && other.library !== library)
            .map((other) => ({
              group: [other.library],
              message: `${other.library} has one home; see eslint.config.mjs.`,
            })),
        },
      ],
    },
  })),
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      'no-console': 'off',
    },
  },
);
