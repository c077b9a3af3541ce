import { SliTemplate } from '@sightline/backstage-plugin-monitoring-common';

/** What can be promised of a PostgreSQL server. */
export function postgresqlSlis(): SliTemplate[] {
  return [
    {
      id: 'postgresql:uptime',
      title: 'Server up',
      serves: ['uptime', 'availability'],
      sli: { type: 'uptime', gauge: 'pg_up{$selector}' },
    },
    {
      id: 'postgresql:commits',
      title: 'Transactions not rolled back',
      serves: ['errors'],
      sli: {
        type: 'ratio',
        bad: 'increase(pg_stat_database_xact_rollback{$selector}[$window])',
        total:
          'increase(pg_stat_database_xact_commit{$selector}[$window]) + increase(pg_stat_database_xact_rollback{$selector}[$window])',
      },
    },
  ];
}
