import {
  PackContext,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { postgresqlExpressions } from './postgresqlExpressions';
import {
  POSTGRESQL_PANELS,
  PostgresqlPanelOptions,
} from './postgresqlPanelIds';
import { BACKLOG, CACHE_HITS, LAG } from './postgresqlThresholds';

/** Memory, disk and standbys, over time. */
export function postgresqlStoragePanels(
  { selector }: PackContext,
  { firstId = 0, databases }: PostgresqlPanelOptions = {},
) {
  const postgresql = postgresqlExpressions(selector, '$__rate_interval', {
    databases,
  });
  const id = (name: keyof typeof POSTGRESQL_PANELS) =>
    firstId + POSTGRESQL_PANELS[name];
  return {
    cacheHitRatio: timeSeriesPanel({
      id: id('cacheHitRatio'),
      title: 'Cache hits',
      description:
        'Share of blocks found in shared memory, by database. Nothing while nobody reads.',
      unit: 'percentunit',
      queries: [
        {
          expression: postgresql.cacheHitRatioByDatabase,
          legend: '{{datname}}',
        },
      ],
      thresholds: CACHE_HITS,
    }),
    temporaryBytes: timeSeriesPanel({
      id: id('temporaryBytes'),
      title: 'Temporary files',
      description:
        'Bytes per second that queries wrote to disk because work_mem was too small for them.',
      unit: 'Bps',
      queries: [
        { expression: postgresql.temporaryBytes, legend: '{{datname}}' },
      ],
    }),
    databaseSize: timeSeriesPanel({
      id: id('databaseSize'),
      title: 'Database size',
      description: 'Bytes on disk by database.',
      unit: 'bytes',
      queries: [{ expression: postgresql.databaseSize, legend: '{{datname}}' }],
    }),
    replicationLag: timeSeriesPanel({
      id: id('replicationLag'),
      title: 'Replication lag',
      description:
        'How far a standby is behind, as it says itself. Over 60 s for 5 minutes warns. Exporters before 0.12 do not say.',
      unit: 's',
      queries: [
        { expression: postgresql.replicationLag, legend: '{{instance}}' },
      ],
      thresholds: LAG,
    }),
    replicationBacklog: timeSeriesPanel({
      id: id('replicationBacklog'),
      title: 'Replication backlog',
      description:
        'Bytes written that a standby has not replayed, as the primary says. Over 1 GiB for 10 minutes warns.',
      unit: 'bytes',
      queries: [
        {
          expression: postgresql.replicationBacklog,
          legend: '{{instance}} → {{application_name}}',
        },
      ],
      thresholds: BACKLOG,
    }),
    replicationSlots: timeSeriesPanel({
      id: id('replicationSlots'),
      title: 'Replication slots',
      description:
        'Whether somebody reads from a slot. One that nobody reads keeps the log until the disk is full.',
      unit: 'short',
      queries: [
        { expression: postgresql.replicationSlots, legend: '{{slot_name}}' },
      ],
      names: [
        { value: 1, text: 'Read', state: 'good' },
        { value: 0, text: 'Not read', state: 'bad' },
      ],
    }),
    checkpoints: timeSeriesPanel({
      id: id('checkpoints'),
      title: 'Checkpoints',
      description:
        'Checkpoints per second. Many on request: max_wal_size is too small for what is written.',
      unit: 'ops',
      queries: [
        {
          expression: postgresql.timedCheckpoints,
          legend: '{{instance}} by time',
        },
        {
          expression: postgresql.requestedCheckpoints,
          legend: '{{instance}} on request',
        },
      ],
    }),
  };
}
