import { readFileSync } from 'node:fs';
import path from 'node:path';
import { simulatedFamilies, SimulatedFamily } from '@sightline/demo/testUtils';

type RecordedFamily = Pick<SimulatedFamily, 'labels'> & { type?: string };

/**
 * The families of a recorded page, some of which were kept without types; labels that are empty on
 * a page are none.
 */
function recordedFamilies(page: string): Map<string, RecordedFamily> {
  const text = readFileSync(path.join(__dirname, '..', page), 'utf8');
  const types = new Map(
    [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(
      ([, name, type]) => [name, type] as const,
    ),
  );
  const families = new Map<string, RecordedFamily>();
  for (const [, name, pairs = ''] of text.matchAll(
    /^(\w+)(?:\{(.*)\})? \S+$/gm,
  )) {
    const labels = [...pairs.matchAll(/(\w+)="[^"]+"/g)].map(
      ([, label]) => label,
    );
    const known = families.get(name)?.labels ?? [];
    families.set(name, {
      type: types.get(name),
      labels: [...new Set([...known, ...labels])].sort(),
    });
  }
  return families;
}

describe('the demo’s infrastructure shows its series as real exporters do', () => {
  it.each<[string, string[]]>([
    [
      'postgresql',
      ['exporter-0.11-2', 'exporter-0.20-standby-2'].map(
        page => `postgresql/__fixtures__/${page}.prom`,
      ),
    ],
    [
      'redis',
      ['exporter-1.45-2', 'exporter-1.45-replica-2'].map(
        page => `redis/__fixtures__/${page}.prom`,
      ),
    ],
    ['nats', ['nats/__fixtures__/server-2.9-2.prom']],
    [
      'minio',
      ['v2-cluster-quorum-lost', 'v2-cluster-2', 'v2-bucket-2'].map(
        page => `minio/__fixtures__/${page}.prom`,
      ),
    ],
    ['opensearch', ['opensearch/__fixtures__/exporter-1.11-2.prom']],
  ])('%s: names, types and labels', (service, pages) => {
    // What the first page has is taken from there.
    const recorded = new Map(
      [...pages].reverse().flatMap(page => [...recordedFamilies(page)]),
    );
    const simulated = simulatedFamilies(service).map(family => ({
      ...family,
      // Of a server beside this one: what its scrape would add.
      labels: family.labels.filter(label => label !== 'instance'),
    }));
    expect(simulated).toEqual(
      simulated.map(({ name, type }) => ({
        name,
        type: recorded.get(name)?.type ?? type,
        labels: recorded.get(name)?.labels,
      })),
    );
  });
});
