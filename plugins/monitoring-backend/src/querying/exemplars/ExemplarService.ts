import {
  PanelExemplarsRequest,
  PanelExemplarsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';

/** Options of {@link ExemplarService.list}. */
export interface ExemplarOptions {
  /** Name of the environment that a linked dashboard shows; absent means the first. */
  environment?: string;
  /** Ends the queries, upstream too. */
  signal?: AbortSignal;
  /** Tells people apart, so that none takes all there is of a Prometheus. */
  caller?: string;
}

/** Reads single observations behind the graphs of an entity's dashboards. */
export interface ExemplarService {
  /**
   * Exemplars of the panel's queries that ask for them (`exemplar: true`). What goes wrong with one
   * is told in `problems`.
   *
   * @throws `NotFoundError` when the dashboard is none of the entity's, or no Prometheus or no such
   *   environment is there
   * @throws `InputError` for a range or a variable's value that cannot be queried
   * @throws `NotAllowedError` when the entity lacks what the operator's scope is made of
   */
  list(
    entity: MonitoredEntity,
    request: PanelExemplarsRequest,
    options?: ExemplarOptions,
  ): Promise<PanelExemplarsResponse>;
}
