import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sources of what a browser runs, by path. */
const SOURCES = (
  readdirSync(__dirname, { recursive: true, encoding: 'utf8' }) as string[]
)
  .filter(path => /\.tsx?$/.test(path) && !/\.test\.|__\w+__/.test(path))
  .map(path => ({ path, text: readFileSync(join(__dirname, path), 'utf8') }));

function pathsWith(pattern: RegExp): string[] {
  return SOURCES.filter(({ text }) => pattern.test(text)).map(
    ({ path }) => path,
  );
}

it('reads all sources', () => {
  expect(SOURCES.length).toBeGreaterThan(300);
});

it('X05 · frames no page of another site', () => {
  expect(pathsWith(/<(iframe|object|embed|frame)\b/)).toEqual([]);
});

it('X06 · runs under a policy that allows neither texts as programs nor handlers in markup', () => {
  expect(
    pathsWith(
      /\beval\(|new Function\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write|set(Timeout|Interval)\(\s*['"`]|createElement\(\s*['"`]script/,
    ),
  ).toEqual([]);
  const config = readFileSync(
    join(__dirname, '../../../app-config.yaml'),
    'utf8',
  );
  expect(config).not.toMatch(/unsafe-(eval|inline)/);
});

it('X09 · goes nowhere because an address says so', () => {
  expect(
    pathsWith(/returnTo|redirect_?(to|uri|url)|location\.(assign|replace)\(/i),
  ).toEqual([]);
  expect(pathsWith(/location(\.href)? = /)).toEqual([]);
  // Links of dashboards alone, which `fieldLinks` checks.
  expect(pathsWith(/window\.open\(/)).toEqual([
    join('components', 'dashboards', 'PieChartPanel', 'PieDrawing.tsx'),
  ]);
});
