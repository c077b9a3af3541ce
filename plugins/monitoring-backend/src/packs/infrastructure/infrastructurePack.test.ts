import path from 'node:path';
import {
  checkPack,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { parseMonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';
import {
  documentationFaults,
  firingMinutes,
} from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { builtInPacks } from '../builtInPacks';
import { minioAlerts } from '../minio/minioAlerts';
import { PackRegistry } from '../PackRegistry';
import { postgresqlPack } from '../postgresql';
import { resolveMonitoring } from '../resolveMonitoring';
import { infrastructurePack } from './infrastructurePack';

const ALL = infrastructurePack.probes!.map(({ id }) => id);

function contextOf(more: Partial<PackContext> = {}): PackContext {
  return {
    entityRef: 'resource:default/platform',
    name: 'platform',
    title: 'Media platform',
    selector: 'namespace="media"',
    options: {},
    found: ALL,
    ...more,
  };
}

const dashboardOf = (context: PackContext) =>
  infrastructurePack.dashboards(context)[0];

/** Rows and their panels, as a reader sees them. */
function contents(context: PackContext): Record<string, string[]> {
  const rows: Record<string, string[]> = {};
  let heading = 'first row';
  for (const { type, title } of dashboardOf(context).model.panels as any[]) {
    if (type === 'row') {
      heading = title;
      rows[heading] = [];
    } else {
      (rows[heading] ??= []).push(title);
    }
  }
  return rows;
}

describe('the infrastructure pack', () => {
  it.each([
    ['all parts', {}],
    ['one part', { found: ['minio-version-2'] }],
    [
      'narrowed parts',
      { options: { minio: 'eu|us', opensearch: 'search', label: 'job' } },
    ],
  ])('is sound with %s', (_what, more) => {
    expect(checkPack(infrastructurePack, contextOf(more))).toEqual([]);
  });

  it('is documented', () => {
    expect(
      documentationFaults(
        infrastructurePack,
        contextOf(),
        path.resolve(__dirname, '../../../../../docs'),
      ),
    ).toEqual([]);
  });

  it('shows what the source document asks for, each part headed by a row', () => {
    expect(contents(contextOf())).toEqual({
      'first row': [
        expect.stringMatching(/^PostgreSQL · /),
        expect.stringMatching(/^NATS · /),
        expect.stringMatching(/^Redis · /),
        'MinIO · Capacity used',
        'OpenSearch · Status',
      ],
      PostgreSQL: [
        'Pool used',
        'Connections by database',
        'Connections by state',
      ],
      NATS: ['Consumer lag', 'Waiting for acknowledgement', 'Messages written'],
      Redis: ['Memory used', 'Hit rate', expect.stringMatching(/evict/i)],
      MinIO: ['Bandwidth', 'Failing requests', 'Capacity used', 'Drives'],
      OpenSearch: ['Indices', 'Status', 'Heap'],
    });
  });

  it('has no variable that its dashboard lacks', () => {
    const text = JSON.stringify(dashboardOf(contextOf()).model);
    expect(text.match(/\$(database|consumer|bucket)/g)).toBeNull();
  });

  it('leaves out what the entity lacks, and says so', () => {
    const context = contextOf({
      found: ['redis-exporter', 'minio-version-3'],
    });
    expect(Object.keys(contents(context))).toEqual([
      'first row',
      'Redis',
      'MinIO',
      'Left out, not found: PostgreSQL, NATS, OpenSearch',
    ]);
    expect(dashboardOf(context).model.description).toBe(
      'What Media platform stands on: Redis, MinIO. Left out, not found: PostgreSQL, NATS, OpenSearch',
    );
    expect(
      infrastructurePack
        .alerts(context)
        .filter(({ name }) => !/^(Redis|Minio)/.test(name)),
    ).toEqual([]);
  });

  it('has all alerts of its parts, each with a panel of its part', () => {
    const alerts = infrastructurePack.alerts(contextOf());
    expect(alerts.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'DatabasePoolExhausted',
        'ConsumerLag',
        'RedisMemoryHigh',
        'MinioErrors',
        'OpenSearchClusterRed',
      ]),
    );
    const hundreds = (name: string) =>
      Math.floor(
        alerts.find(alert => alert.name === name)!.panel!.panelId / 100,
      );
    expect(hundreds('PostgresqlDown')).toBe(1);
    expect(hundreds('ConsumerLag')).toBe(2);
    expect(hundreds('RedisMemoryHigh')).toBe(3);
    expect(hundreds('MinioCapacityHigh')).toBe(4);
    expect(hundreds('OpenSearchRejections')).toBe(5);
  });

  it('judges as the parts alone do', () => {
    const context = contextOf();
    const judged = ({ name, expression, threshold }: any) => [
      name,
      expression,
      threshold,
    ];
    expect(infrastructurePack.alerts(context).map(judged)).toEqual(
      expect.arrayContaining([
        ...minioAlerts(context).map(judged),
        ...postgresqlPack.alerts(context).map(judged),
      ]),
    );
  });

  it('narrows a part to the values of a label, taken as they are', () => {
    const [alert] = infrastructurePack
      .alerts(contextOf({ options: { minio: 'eu.1 | us', label: 'job' } }))
      .filter(({ name }) => name === 'MinioCapacityHigh');
    expect(alert.expression).toContain(
      'minio_cluster_capacity_usable_free_bytes{namespace="media", job=~"eu\\\\.1|us"}',
    );
  });

  it('fires for the narrowed part only, with rules that Prometheus accepts', async () => {
    const alerts = infrastructurePack.alerts(
      contextOf({ options: { minio: 'eu', label: 'job' } }),
    );
    const offline = (job: string) =>
      `minio_cluster_drive_offline_total{namespace="media", job="${job}"}`;
    expect(
      await firingMinutes(alerts, 'MinioDriveOffline', {
        [offline('us')]: '1x60',
        [offline('eu')]: '0x29 1x30',
      }),
    ).toEqual(Array.from({ length: 26 }, (_, index) => 35 + index));
  });

  it('keeps a part that is named though nothing of it is found, and drops one that is off', () => {
    const rows = Object.keys(
      contents(
        contextOf({
          found: ['minio-version-2', 'redis-exporter'],
          options: { postgresql: 'on', redis: 'off' },
        }),
      ),
    );
    expect(rows).toContain('PostgreSQL');
    expect(rows).not.toContain('Redis');
  });

  it.each<[string, Partial<PackContext>, RegExp]>([
    ['nobody could look', { found: undefined }, /could not be looked up/],
    [
      'nothing was found',
      { found: [] },
      /no series with namespace="media" of pg_up/,
    ],
    [
      'all is switched off',
      {
        options: {
          postgresql: 'off',
          nats: 'off',
          redis: 'off',
          minio: 'off',
          opensearch: 'off',
        },
      },
      /all parts are switched off/,
    ],
    ['the label is none', { options: { label: 'a b' } }, /'a b' is no label/],
  ])('says what is wrong when %s', (_what, more, lack) => {
    expect(infrastructurePack.lacks!(contextOf(more))).toMatch(lack);
  });

  it('needs nobody to look when every part is named or off', () => {
    const context = contextOf({
      found: undefined,
      options: {
        postgresql: 'on',
        nats: 'on',
        redis: 'off',
        minio: 'off',
        opensearch: 'off',
      },
    });
    expect(infrastructurePack.lacks!(context)).toBeUndefined();
    expect(infrastructurePack.lacks!(contextOf())).toBeUndefined();
  });

  it('goes with its parts on one entity: each alert once, without a complaint', () => {
    const monitoring = resolveMonitoring(
      parseMonitoringSpec(
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: {
            name: 'platform',
            annotations: {
              'monitoring/packs': 'infrastructure, postgresql, minio',
              'monitoring/selector': 'namespace="media"',
            },
          },
          spec: {},
        },
        {
          defaultSelector: 'service="a"',
          defaultWindow: { type: 'rolling', duration: 2_592_000 },
        },
      ),
      PackRegistry.create(...builtInPacks),
      { found: new Map([['infrastructure', ALL]]) },
    );
    expect(monitoring.problems).toEqual([]);
    const names = monitoring.alerts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('DatabasePoolExhausted');
  });
});
