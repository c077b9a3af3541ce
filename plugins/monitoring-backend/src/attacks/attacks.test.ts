import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import attacks from './__fixtures__/attacks.json';

const ROOT = join(__dirname, '../../../..');

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Files of tests by the id of the attack, as the decision lists them. */
const TESTED = new Map(
  [
    ...read('docs/decisions/0007-query-path.md').matchAll(
      /^\| ([A-Z]\d\d) .*\(\.\.\/\.\.\/(\S+\.test\.tsx?)\) *\|$/gm,
    ),
  ].map(([, id, file]) => [id, file]),
);

it('the decision lists every attack', () => {
  expect([...TESTED.keys()]).toEqual(Object.keys(attacks));
});

it.each(Object.keys(attacks))('%s is in the name of a test', id => {
  // As `it('S01 · …')`, or as the first column of `it.each`.
  expect(read(TESTED.get(id) as string)).toMatch(
    new RegExp(`['"\`]([A-Z]\\d\\d )*${id}( [A-Z]\\d\\d)*( ·|['"\`],)`),
  );
});

describe('W02 · dependencies', () => {
  /** Versions of a package that the lock has. */
  function versionsOf(name: string): number[][] {
    const entries = read('yarn.lock').matchAll(
      new RegExp(`^  resolution: "${name}@npm:([\\d.]+)`, 'gm'),
    );
    return [...entries].map(([, version]) => version.split('.').map(Number));
  }

  const isBefore = (version: number[], other: number[]) => {
    const at = version.findIndex((part, index) => part !== other[index]);
    return at >= 0 && version[at] < other[at];
  };

  it.each([
    ['undici', [7, 29, 0]],
    ['http-proxy-middleware', [2, 0, 10]],
  ])('have no version of %s before %j', (name, first) => {
    const old = versionsOf(name).filter(version => isBefore(version, first));
    expect(old).toEqual([]);
  });

  it('are used without the interceptors that keep or share answers', () => {
    const { dependencies } = JSON.parse(
      read('plugins/monitoring-backend/package.json'),
    );
    expect(Object.keys(dependencies)).not.toContain('http-proxy-middleware');
    for (const file of ['createFetch.ts', 'UpstreamClient.ts']) {
      expect(
        read(`plugins/monitoring-backend/src/sources/http/${file}`),
      ).not.toMatch(/interceptors|CacheHandler|deduplicate/);
    }
  });
});
