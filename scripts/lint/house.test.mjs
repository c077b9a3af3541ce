import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import eslint from 'eslint';

const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);
const backend = path.join(root, 'plugins/monitoring-backend');
const PROBE = 'houseRulesProbe';

/** Files that exist only while this runs: the rules resolve imports on disk. */
const probes = ['provisioning', 'querying', 'observing', 'targets', 'sources']
  .map(floor => path.join(backend, 'src', floor, PROBE))
  .map(folder => ({ folder, file: path.join(folder, 'index.ts') }));

before(() => {
  for (const { folder, file } of probes) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, 'export const probe = 1;\n');
  }
});

after(() => {
  for (const { folder } of probes) {
    rmSync(folder, { recursive: true, force: true });
  }
});

const packageFolders = ['packages', 'plugins'].flatMap(folder =>
  readdirSync(path.join(root, folder))
    .map(name => `${folder}/${name}`)
    .filter(name => existsSync(path.join(root, name, 'package.json'))),
);

async function rulesBroken(packageFolder, file, text) {
  const linter = new eslint.ESLint({ cwd: path.join(root, packageFolder) });
  const filePath = path.join(root, packageFolder, file);
  // On disk, because import/no-cycle reads the file that it is asked about.
  const exists = existsSync(filePath);
  if (!exists) {
    writeFileSync(filePath, text);
  }
  const [result] = await linter
    .lintText(text, { filePath })
    .finally(() => !exists && rmSync(filePath));
  return result.messages
    .filter(({ severity }) => severity === 2)
    .map(({ ruleId }) => ruleId);
}

/** That many statements, one a line, in a file of its own. */
function lines(count) {
  return Array.from(
    { length: count },
    (_, index) => `export const value${index} = ${index};`,
  ).join('\n');
}

function imports(floor) {
  return `import { probe } from '../../${floor}/${PROBE}';\n\nexport const used = probe;\n`;
}

for (const [from, to] of [
  ['provisioning', 'querying'],
  ['provisioning', 'observing'],
  ['querying', 'provisioning'],
  ['querying', 'observing'],
  ['observing', 'provisioning'],
  ['observing', 'querying'],
  ['querying', 'targets'],
  ['observing', 'targets'],
  ['sources', 'querying'],
]) {
  test(`${from}/ may not import ${to}/`, async () => {
    assert.deepEqual(
      await rulesBroken(
        'plugins/monitoring-backend',
        `src/${from}/${PROBE}/importing.ts`,
        imports(to),
      ),
      ['import/no-restricted-paths'],
    );
  });
}

test('provisioning/ may import targets/', async () => {
  assert.deepEqual(
    await rulesBroken(
      'plugins/monitoring-backend',
      `src/provisioning/${PROBE}/importing.ts`,
      imports('targets'),
    ),
    [],
  );
});

for (const [what, text, rule] of [
  [
    'Node modules',
    `import fs from 'node:fs';\n\nexport const used = fs;\n`,
    'import/no-nodejs-modules',
  ],
  ['the DOM', 'export const used = window;\n', 'no-restricted-globals'],
  [
    'the clock',
    'export const used = Date.now();\n',
    'no-restricted-properties',
  ],
  [
    'randomness',
    'export const used = Math.random();\n',
    'no-restricted-properties',
  ],
]) {
  test(`monitoring-common may not use ${what}`, async () => {
    const broken = await rulesBroken(
      'plugins/monitoring-common',
      'src/slo/houseRulesProbe.ts',
      text,
    );
    assert.ok(broken.includes(rule), `${rule} not in ${broken}`);
  });
}

test('screens may not use the router beside two files', async () => {
  const text = `import { useNavigate } from 'react-router-dom';\n\nexport const used = useNavigate;\n`;
  assert.deepEqual(
    await rulesBroken(
      'plugins/monitoring',
      'src/components/houseRulesProbe.ts',
      text,
    ),
    ['@typescript-eslint/no-restricted-imports'],
  );
  assert.deepEqual(
    await rulesBroken('plugins/monitoring', 'src/hooks/useUrlState.ts', text),
    [],
  );
});

for (const [what, file, text, expected] of [
  ['301 lines', 'houseRulesProbe.ts', lines(301), ['max-lines']],
  ['300 lines', 'houseRulesProbe.ts', lines(300), []],
  ['comments', 'houseRulesProbe.ts', `${lines(300)}\n// Why.\n`, []],
  ['a long test', 'houseRulesProbe.test.ts', lines(301), []],
]) {
  test(`a file may ${expected.length ? 'not ' : ''}hold ${what}`, async () => {
    for (const packageFolder of packageFolders) {
      const broken = await rulesBroken(packageFolder, `src/${file}`, text);
      assert.deepEqual(broken, expected, packageFolder);
    }
  });
}
