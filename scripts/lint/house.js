const path = require('path');

/*
 * The rules of the house (docs/decisions/0010-house-rules.md) as ESLint rules,
 * to be merged into a package's own `.eslintrc.js`.
 */

const SETTINGS = {
  'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
  'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
};

const TESTS = ['**/*.test.*', '**/__fixtures__/**', '**/testUtils/**'];

/** No import leads back to where it came from. */
const NO_CYCLES = {
  files: ['src/**/*.{ts,tsx}'],
  rules: { 'import/no-cycle': ['error', { ignoreExternal: true }] },
};

/** A file is one thing that a person reads in one go. Tests may tell a long story. */
const SHORT_FILES = {
  files: ['src/**/*.{ts,tsx}'],
  excludedFiles: [...TESTS, '**/__testUtils__/**'],
  rules: {
    'max-lines': [
      'error',
      { max: 300, skipBlankLines: true, skipComments: true },
    ],
  },
};

/**
 * Each floor may import the floors named for it and nothing else of the package.
 *
 * @param {string} directory - the package's folder
 * @param {Record<string, string[]>} floors - folder under `src` → folders it may import
 */
function floorRules(directory, floors) {
  const source = path.join(directory, 'src');
  const names = Object.keys(floors);
  const zones = names.map(name => ({
    target: path.join(source, name),
    from: names
      .filter(other => other !== name && !floors[name].includes(other))
      .map(other => path.join(source, other)),
    message: `${name}/ may import only ${
      floors[name].map(floor => `${floor}/`).join(', ') || 'itself'
    }: see docs/decisions/0010-house-rules.md`,
  }));
  return zones.flatMap(({ target, from, message }) =>
    from.map(folder => ({
      target,
      from: folder,
      message,
      // HTTP to an upstream is one thing, whether it reads or writes.
      ...(folder === path.join(source, 'sources')
        ? { except: ['./http'] }
        : {}),
    })),
  );
}

/** The backend: three wings that never meet, and floors below them. */
function backendHouse(directory) {
  const below = ['packs', 'catalog', 'config'];
  return {
    settings: SETTINGS,
    overrides: [
      NO_CYCLES,
      SHORT_FILES,
      {
        files: ['src/**/*.ts'],
        excludedFiles: TESTS,
        rules: {
          'import/no-restricted-paths': [
            'error',
            {
              basePath: directory,
              zones: floorRules(directory, {
                router: [
                  'provisioning',
                  'querying',
                  'observing',
                  'discovery',
                  ...below,
                ],
                provisioning: ['targets', ...below],
                querying: ['sources', ...below],
                observing: ['sources', ...below],
                discovery: ['sources', ...below],
                targets: ['config'],
                sources: ['config'],
                catalog: ['packs', 'config'],
                packs: ['config'],
                config: [],
              }),
            },
          ],
        },
      },
    ],
  };
}

/** The pure core: nothing of Node, nothing of the browser, no clock of its own. */
function pureHouse() {
  return {
    settings: SETTINGS,
    overrides: [
      NO_CYCLES,
      SHORT_FILES,
      {
        files: ['src/**/*.ts'],
        excludedFiles: TESTS,
        env: { browser: false, node: false },
        rules: {
          'import/no-nodejs-modules': 'error',
          'no-restricted-globals': [
            'error',
            'window',
            'document',
            'navigator',
            'localStorage',
            'fetch',
            'process',
            'Buffer',
            'setTimeout',
            'setInterval',
          ],
          'no-restricted-properties': [
            'error',
            {
              object: 'Date',
              property: 'now',
              message: 'Time is an argument: the core is pure.',
            },
            {
              object: 'Math',
              property: 'random',
              message: 'Randomness is an argument: the core is pure.',
            },
          ],
        },
      },
    ],
  };
}

/** The screens: they know our HTTP API, and the router through two files only. */
function screensHouse() {
  return {
    settings: SETTINGS,
    overrides: [
      NO_CYCLES,
      SHORT_FILES,
      {
        files: ['src/**/*.{ts,tsx}'],
        excludedFiles: [
          ...TESTS,
          'src/hooks/useUrlState.ts',
          'src/hooks/MonitoringRoutes.tsx',
        ],
        rules: {
          '@typescript-eslint/no-restricted-imports': [
            'error',
            {
              paths: [
                {
                  name: 'react-router-dom',
                  message: 'Router hooks live in src/hooks/useUrlState.ts.',
                },
              ],
            },
          ],
        },
      },
    ],
  };
}

/** Everything else: no circles, no long files. */
function plainHouse() {
  return { settings: SETTINGS, overrides: [NO_CYCLES, SHORT_FILES] };
}

module.exports = { backendHouse, pureHouse, screensHouse, plainHouse };
