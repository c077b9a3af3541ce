import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { Registry } from 'prom-client';
import { IncidentTimeline } from '../incidents';
import { Simulation } from '../model';
import { createRegistry } from './createRegistry';

/** The target that `target-down` takes away. */
const DOWN = 'ingestor';

/** Real servers have no standby: what tells of one stays simulated. */
const STANDBYS: Record<string, readonly string[]> = {
  postgresql: [
    'pg_replication_is_replica',
    'pg_replication_lag_seconds',
    'pg_replication_slots_active',
    'pg_stat_replication_pg_wal_lsn_diff',
  ],
  redis: ['redis_connected_slave_lag_seconds', 'redis_master_link_up'],
};

/** The pages that Prometheus scrapes. */
export class MetricsPages {
  readonly #registries: Map<string, Registry>;

  constructor(
    private readonly simulation: Simulation,
    private readonly incidents: IncidentTimeline,
    /** Unix seconds. */
    private readonly now: () => number,
    /** The page of a real server, where one stands in for the simulated. */
    private readonly realPage: (
      name: string,
    ) => Promise<string> | undefined = () => undefined,
  ) {
    this.#registries = new Map(
      simulation.targets.map(target => [target.name, createRegistry(target)]),
    );
  }

  /**
   * The page of a target, as of now.
   *
   * @throws `NotFoundError` when there is no such target, `ServiceUnavailableError` when it is down
   */
  async read(name: string): Promise<string> {
    const registry = this.#registries.get(name);
    if (!registry) {
      throw new NotFoundError(`no target is called ${name}`);
    }
    const now = this.now();
    this.simulation.advance(now);
    const real = this.realPage(name);
    if (real) {
      const page = await real.catch(error => {
        throw new ServiceUnavailableError(
          `${name} does not answer: ${error.message}`,
        );
      });
      const standby = await Promise.all(
        (STANDBYS[name] ?? []).map(metric =>
          registry.getSingleMetricAsString(metric),
        ),
      );
      return [page.trimEnd(), ...standby, ''].join('\n');
    }
    if (name === DOWN && this.incidents.isActive('target-down', now)) {
      throw new ServiceUnavailableError(
        `${name} is down: incident target-down`,
      );
    }
    return registry.metrics();
  }
}
