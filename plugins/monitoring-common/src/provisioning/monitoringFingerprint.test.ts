import { Entity } from '@backstage/catalog-model';
import { monitoringFingerprint, NOT_MONITORED } from './monitoringFingerprint';

function anEntity(change: {
  kind?: string;
  metadata?: Partial<Entity['metadata']>;
  spec?: Entity['spec'];
  more?: Partial<Entity>;
}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: change.kind ?? 'Component',
    metadata: {
      name: 'ingestor',
      annotations: { 'monitoring/packs': 'http' },
      ...change.metadata,
    },
    spec: { owner: 'team-media', system: 'media', ...change.spec },
    ...change.more,
  };
}

const FINGERPRINT = monitoringFingerprint(anEntity({}));

function annotated(annotations: Record<string, string>): Entity {
  return anEntity({
    metadata: { annotations: { 'monitoring/packs': 'http', ...annotations } },
  });
}

describe('monitoringFingerprint', () => {
  it.each([
    ['another pack', annotated({ 'monitoring/packs': 'http, redis' })],
    ['an SLO more', annotated({ 'monitoring/slos': 'availability 99% 30d' })],
    ['a Grafana tag', annotated({ 'grafana/tag-selector': 'ingestor' })],
    ['a Prometheus plugin’s label', annotated({ 'prometheus.io/labels': 'a' })],
    [
      'the former name',
      annotated({ 'monitoring/renamed-from': 'component:a' }),
    ],
    ['another kind', anEntity({ kind: 'Resource' })],
    ['another namespace', anEntity({ metadata: { namespace: 'media' } })],
    ['another name', anEntity({ metadata: { name: 'gateway' } })],
    ['a title', anEntity({ metadata: { title: 'Ingestor' } })],
    ['another owner', anEntity({ spec: { owner: 'team-web' } })],
    ['another system', anEntity({ spec: { system: 'web' } })],
    ['a field that a scope may read', anEntity({ spec: { tenant: 'eu' } })],
    ['no annotation of ours', anEntity({ metadata: { annotations: {} } })],
  ])('changes with %s', (_, entity) => {
    expect(monitoringFingerprint(entity)).not.toBe(FINGERPRINT);
  });

  it.each([
    ['the default namespace', anEntity({ metadata: { namespace: 'default' } })],
    ['annotations of others', annotated({ 'backstage.io/orphan': 'true' })],
    ['a description', anEntity({ metadata: { description: 'Uploads' } })],
    [
      'the marks of the catalog',
      anEntity({ metadata: { uid: '1', etag: '2' } }),
    ],
    ['a dependency', anEntity({ spec: { dependsOn: ['resource:redis'] } })],
    ['a long text', anEntity({ spec: { definition: 'x'.repeat(501) } })],
    [
      'what stitching adds',
      anEntity({
        more: {
          relations: [{ type: 'ownedBy', targetRef: 'group:default/other' }],
        },
      }),
    ],
    [
      'the order of fields',
      anEntity({ more: { spec: { system: 'media', owner: 'team-media' } } }),
    ],
  ])('stays with %s', (_, entity) => {
    expect(monitoringFingerprint(entity)).toBe(FINGERPRINT);
  });

  it.each<[Record<string, string> | undefined]>([
    [undefined],
    [{}],
    [{ 'backstage.io/techdocs-ref': 'dir:.' }],
  ])(
    'of an entity that asks for nothing is the same for all: %p',
    annotations => {
      const entity = anEntity({ metadata: { annotations } });
      expect(monitoringFingerprint(entity)).toBe(NOT_MONITORED);
    },
  );
});
