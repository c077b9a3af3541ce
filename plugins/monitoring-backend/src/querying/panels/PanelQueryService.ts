import { PanelQueryRequest } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { PanelLine } from '../answers';

/** Options of {@link PanelQueryService.query}. */
export interface PanelQueryOptions {
  /** Name of the environment that a linked dashboard shows; absent means the first. */
  environment?: string;
  /** Ends the queries, upstream too; the promise is fulfilled then all the same. */
  signal?: AbortSignal;
  /** Tells people apart, so that none takes all there is of a Prometheus. */
  caller?: string;
  /** Called when a part of what comes before the queries is done. */
  onStep?: (step: 'dashboard' | 'plan') => void;
  /** Called once for each panel, as it finishes. */
  onLine: (line: PanelLine) => void;
}

/**
 * Reads the data of panels of an entity's dashboards. The caller's permission on the entity is to be
 * asked for each time: answers are kept for all who may see them.
 */
export interface PanelQueryService {
  /**
   * What goes wrong with one panel is told in its result; the others are not affected.
   *
   * @throws `NotFoundError` when the dashboard is none of the entity's, or no Prometheus or no such
   *   environment is there
   * @throws `InputError` for a range or a variable's value that cannot be queried
   * @throws `NotAllowedError` when the entity lacks what the operator's scope is made of
   */
  query(
    entity: MonitoredEntity,
    request: PanelQueryRequest,
    options: PanelQueryOptions,
  ): Promise<void>;
}
