import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AlertListQuery,
  AlertListResponse,
  EntitySlosResponse,
  SloListQuery,
  SloListResponse,
  SloRollupKey,
  SloRollupResponse,
  SloStatus,
  SloTrendsResponse,
} from '@sightline/backstage-plugin-monitoring-common';

/** Who asks, and which entities the answer may be about. */
export interface ListOptions {
  credentials: BackstageCredentials;
  /** Canonical refs; absent means all. */
  within?: ReadonlySet<string>;
}

/** Who asks about one entity, and of what. */
export interface EntityListOptions extends ListOptions {
  /** Only what is about this environment of the entity; absent means all. */
  environment?: string;
}

/** Names one SLO among those of all entities. */
export type SloReference = Pick<SloStatus, 'entityRef' | 'id'>;

/** How all SLOs stand, from the latest snapshot. */
export interface SloStatusService {
  /** @throws `InputError` for a cursor that is not ours */
  list(query: SloListQuery, options: ListOptions): Promise<SloListResponse>;
  /** The SLOs that a query asks for, put together; its order and pages say nothing. */
  rollups(
    by: SloRollupKey,
    query: SloListQuery,
    options: ListOptions,
  ): Promise<SloRollupResponse>;
  /**
   * Budget left of some SLOs over their windows; those that are not known are left out.
   *
   * @throws `ServiceUnavailableError` when a Prometheus does not answer
   */
  trends(
    slos: SloReference[],
    options: ListOptions,
  ): Promise<SloTrendsResponse>;
  listForEntity(
    entityRef: string,
    options: EntityListOptions,
  ): Promise<EntitySlosResponse>;
  /** Canonical refs of the entities that have SLOs. */
  entityRefs(): Promise<string[]>;
}

/** Which alerts are pending or fire, from the latest snapshot. */
export interface AlertService {
  list(query: AlertListQuery, options: ListOptions): Promise<AlertListResponse>;
  /** An alert that names no environment is about all of them. */
  listForEntity(
    entityRef: string,
    options: EntityListOptions,
  ): Promise<AlertListResponse>;
  /** Canonical refs of the entities that have alerts. */
  entityRefs(): Promise<string[]>;
}
