import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { Registry } from 'prom-client';
import { IncidentTimeline } from '../incidents';
import { Simulation } from '../model';
import { createRegistry } from './createRegistry';

/** The target that `target-down` takes away. */
const DOWN = 'ingestor';

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
    const real = this.realPage(name);
    if (real) {
      return real.catch(error => {
        throw new ServiceUnavailableError(
          `${name} does not answer: ${error.message}`,
        );
      });
    }
    const now = this.now();
    this.simulation.advance(now);
    if (name === DOWN && this.incidents.isActive('target-down', now)) {
      throw new ServiceUnavailableError(
        `${name} is down: incident target-down`,
      );
    }
    return registry.metrics();
  }
}
