import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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
const entities: CatalogFileEntity[] = readdirSync(directory).flatMap(file =>
  parseAllDocuments(readFileSync(join(directory, file), 'utf8')).map(document =>
    document.toJS(),
  ),
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

  it('has services that ask for monitoring, one with a mistake, and some that do not ask', () => {
    const annotation = (name: string) =>
      components.find(({ metadata }) => metadata.name === name)?.metadata
        .annotations ?? {};
    expect(
      annotation('ingestor')['monitoring/packs'].split(', ').sort(),
    ).toEqual(['http', 'media-ingestor']);
    expect(annotation('billing-export')['monitoring/slos']).toContain('99,9%');
    expect(annotation('variant-generator')).toEqual({});
    expect(annotation('thumbnail-cache')).toEqual({});
  });
});
