import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSloDocuments } from '@sightline/backstage-plugin-monitoring-common';
import { parseAllDocuments } from 'yaml';
import { IncidentTimeline } from './incidents';
import { Simulation } from './model';
import { PACKAGE_DIRECTORY } from './packageDirectory';

interface CatalogFileEntity {
  kind: string;
  metadata: { name: string; annotations?: Record<string, string> };
  spec: { owner?: string; system?: string; memberOf?: string[] };
}

const directory = join(PACKAGE_DIRECTORY, 'catalog');
const read = (file: string) => readFileSync(join(directory, file), 'utf8');
const entities: CatalogFileEntity[] = readdirSync(directory)
  .filter(file => file.endsWith('.yaml'))
  .flatMap(file =>
    parseAllDocuments(read(file)).map(document => document.toJS()),
  );
const named = (kind: string) =>
  entities
    .filter(entity => entity.kind === kind)
    .map(({ metadata }) => metadata.name);
const components = entities.filter(({ kind }) => kind === 'Component');

describe("the demo's catalog", () => {
  it('has at least six components, each with an owner and a system that exist', () => {
    expect(components.length).toBeGreaterThanOrEqual(6);
    for (const { spec } of components) {
      expect(named('Group')).toContain(spec.owner);
      expect(named('System')).toContain(spec.system);
    }
  });

  it('has an entity for everything that is scraped, so that the default selector finds it', () => {
    const { targets } = Simulation.create(0, new IncidentTimeline());
    const names = [...named('Component'), ...named('Resource')];
    expect(names).toEqual(
      expect.arrayContaining(targets.map(({ name }) => name)),
    );
  });

  it('gives the guest services of their own', () => {
    const guest = entities.find(({ metadata }) => metadata.name === 'guest');
    const owned = components.filter(({ spec }) =>
      guest?.spec.memberOf?.includes(spec.owner!),
    );
    expect(owned.map(({ metadata }) => metadata.name)).toContain('ingestor');
  });

  const annotationsOf = (name: string) =>
    entities.find(({ metadata }) => metadata.name === name)?.metadata
      .annotations ?? {};
  const packsOf = (name: string) =>
    (annotationsOf(name)['monitoring/packs'] ?? '').split(', ').filter(Boolean);

  it('has the portal itself, which is scraped too', () => {
    expect(packsOf('sightline')).toEqual(['sightline']);
  });

  it('asks for all six dashboards of the media platform, and for each part of its infrastructure alone', () => {
    expect(packsOf('ingestor')).toContain('media-ingestor');
    expect(packsOf('media-service')).toContain('media-service');
    expect(packsOf('gateway')).toEqual(
      expect.arrayContaining(['media-gateway', 'gateway-security']),
    );
    expect(packsOf('variant-generator')).toContain('variant-generator');
    expect(packsOf('infrastructure')).toEqual(['infrastructure']);
    for (const part of ['postgresql', 'nats', 'redis', 'minio', 'opensearch']) {
      expect(packsOf(part)).toContain(part);
      expect(annotationsOf('infrastructure')['monitoring/selector']).toMatch(
        new RegExp(`["|]${part}["|]`),
      );
    }
  });

  it('promises what the platform promises, for each service of it that asks for monitoring', () => {
    const services = components.filter(
      ({ metadata: { name }, spec }) =>
        spec.system === 'media-platform' &&
        packsOf(name).length > 0 &&
        name !== 'billing-export',
    );
    expect(services).toHaveLength(4);
    for (const { metadata } of services) {
      expect(annotationsOf(metadata.name)['monitoring/slos']).toMatch(
        /^availability 99\.9% 30d; latency p95 < 500ms 30d/,
      );
    }
  });

  it('has a service that asks with a mistake, and one that does not ask and has metrics', () => {
    expect(annotationsOf('billing-export')['monitoring/slos']).toContain(
      '99,9%',
    );
    expect(annotationsOf('thumbnail-cache')).toEqual({});
    const { targets } = Simulation.create(0, new IncidentTimeline());
    expect(targets.map(({ name }) => name)).toContain('thumbnail-cache');
  });

  it('has an API whose SLOs are a file of OpenSLO, one by the calendar', () => {
    const [api] = parseAllDocuments(read('remote/media-api.yaml'));
    expect(
      api.getIn(['metadata', 'annotations', 'monitoring/slos', '$text']),
    ).toBe('./media-api-slos.yaml');
    const { definitions, problems } = parseSloDocuments(
      read('remote/media-api-slos.yaml'),
    );
    expect(problems).toEqual([]);
    expect(definitions).toMatchObject([
      {
        name: 'reads',
        service: 'media-api',
        window: { unit: 'month', timeZone: 'Europe/Berlin' },
      },
      { name: 'smooth-reads', budgetingMethod: 'Timeslices' },
    ]);
  });
});
