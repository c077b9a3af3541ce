import { constantGauge } from '../../metrics';
import { SimulatedTarget } from '../SimulatedTarget';
import { PostgresqlConnections } from './postgresql/PostgresqlConnections';
import { PostgresqlStandby } from './postgresql/PostgresqlStandby';
import { PostgresqlWork } from './postgresql/PostgresqlWork';

/** PostgreSQL, under the names of postgres_exporter 0.11. */
export function createPostgresql(): SimulatedTarget {
  const up = constantGauge('pg_up', 'Whether the server could be reached.', 1);
  const parts = [
    new PostgresqlConnections(),
    new PostgresqlWork(),
    new PostgresqlStandby(),
  ];
  return {
    name: 'postgresql',
    job: 'postgresql',
    instance: 'postgresql-0',
    isService: false,
    families: [up, ...parts.flatMap(({ families }) => families)],
    advance(step) {
      for (const part of parts) {
        part.advance(step);
      }
    },
  };
}
